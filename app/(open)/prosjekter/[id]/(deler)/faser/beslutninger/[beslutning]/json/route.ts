import { decisionRecord } from '@/lib/gates/queries'
import { actorIn } from '@/lib/platform/auth/session'
import { download } from '@/lib/platform/export/response'
import { isUuid } from '@/lib/platform/ids'
import { tooOften } from '@/lib/platform/rate-limit'

interface Context {
  params: Promise<{ id: string; beslutning: string }>
}

/** The decision as data, for the archive. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { id, beslutning } = await params
  const who = await actorIn(id)
  const refused = await tooOften('paper', who)
  if (refused) return refused
  const record = isUuid(id) && isUuid(beslutning) ? await decisionRecord(who, { projectId: id, id: beslutning }) : null
  if (!record) return new Response(null, { status: 404 })
  const { may: _may, ...decision } = record
  const json = new TextEncoder().encode(`${JSON.stringify(decision, null, 2)}\n`)
  return download(json, { fileName: `${record.gate} ${record.project.title}.json`, type: 'application/json' })
}
