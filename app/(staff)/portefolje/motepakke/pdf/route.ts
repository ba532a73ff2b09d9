import { mayUseDesk } from '@/lib/municipalities/policy'
import { actor } from '@/lib/platform/auth/session'
import { today } from '@/lib/platform/dates'
import { download } from '@/lib/platform/export/response'
import { getLocale, getTranslator } from '@/lib/platform/i18n'
import { isUuid } from '@/lib/platform/ids'
import { tooOften } from '@/lib/platform/rate-limit'
import { meetingPack } from '@/lib/portfolio/meeting/paper'
import { meetingProjects } from '@/lib/portfolio/meeting/queries'

/** More than this is no meeting. */
const mostProjects = 200

/** The chosen projects as one document. */
export async function GET(request: Request): Promise<Response> {
  const who = await actor()
  const refused = await tooOften('paper', who)
  if (refused) return refused
  const ids = new URL(request.url).searchParams.getAll('id').filter(isUuid).slice(0, mostProjects)
  if (!mayUseDesk(who) || ids.length === 0) return new Response(null, { status: 404 })
  const [t, locale] = [await getTranslator(), await getLocale()]
  const pdf = await meetingPack(await meetingProjects(who, ids), { t, locale, municipality: who.municipality.name })
  return download(pdf, { fileName: `${t('meeting.fileName')} ${who.municipality.name} ${today()}.pdf`, type: 'application/pdf' })
}
