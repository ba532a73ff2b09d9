import { decisionPaper } from '@/lib/gates/paper'
import { decisionRecord } from '@/lib/gates/queries'
import { actorIn } from '@/lib/platform/auth/session'
import { download } from '@/lib/platform/export/response'
import { getLocale, getTranslator } from '@/lib/platform/i18n'
import { isUuid } from '@/lib/platform/ids'
import { tooOften } from '@/lib/platform/rate-limit'

interface Context {
  params: Promise<{ id: string; beslutning: string }>
}

/** The decision as a document, for the archive and for the meeting. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { id, beslutning } = await params
  const who = await actorIn(id)
  const refused = await tooOften('paper', who)
  if (refused) return refused
  const record = isUuid(id) && isUuid(beslutning) ? await decisionRecord(who, { projectId: id, id: beslutning }) : null
  if (!record) return new Response(null, { status: 404 })
  const pdf = await decisionPaper(record, await getTranslator(), await getLocale())
  return download(pdf, { fileName: `${record.gate} ${record.project.title}.pdf`, type: 'application/pdf' })
}
