import { decisionRecord } from '@/lib/gates/queries'
import { actor } from '@/lib/platform/auth/session'
import { isUuid } from '@/lib/platform/ids'

interface Context {
  params: Promise<{ id: string; beslutning: string }>
}

/** The decision as data, for the archive. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { id, beslutning } = await params
  const record = isUuid(id) && isUuid(beslutning) ? await decisionRecord(await actor(), { projectId: id, id: beslutning }) : null
  if (!record) return new Response(null, { status: 404 })
  const { may: _may, ...decision } = record
  return new Response(`${JSON.stringify(decision, null, 2)}\n`, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="beslutning-${record.project.number}-${record.gate.replace('–', '-')}.json"`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}
