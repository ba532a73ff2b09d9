import { actorIn } from '@/lib/platform/auth/session'
import { download } from '@/lib/platform/export/response'
import { getLocale, getTranslator } from '@/lib/platform/i18n'
import { isUuid } from '@/lib/platform/ids'
import { tooOften } from '@/lib/platform/rate-limit'
import { statusPaper } from '@/lib/status/paper'
import { publishedReport } from '@/lib/status/queries'

interface Context {
  params: Promise<{ id: string; rapport: string }>
}

/** The report as a document, for the archive and for the meeting. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { id, rapport } = await params
  const who = await actorIn(id)
  const refused = await tooOften('paper', who)
  if (refused) return refused
  const report = isUuid(id) && isUuid(rapport) ? await publishedReport(who, { projectId: id, id: rapport }) : null
  if (!report) return new Response(null, { status: 404 })
  const pdf = await statusPaper(report, { t: await getTranslator(), locale: await getLocale() })
  return download(pdf, { fileName: `Statusrapport ${report.periodEndOn} ${report.project.title}.pdf`, type: 'application/pdf' })
}
