import 'server-only'
import { config } from '@/lib/platform/config'
import { tooOften } from '@/lib/platform/rate-limit'
import { translatorFor } from '@/lib/platform/translator'
import { openReports } from './queries'
import { atomOf } from './rules'

/** What a feed holds: the reports of a theme, of a municipality, or all. */
type About = { themeCode?: string; number?: string }

/** An Atom feed of what anybody may read, in bokmål whoever asks, so that caches on the way may share it; 404 for a theme or municipality that is not there, 429 for whoever asks without end. */
export async function atomResponse(about: About): Promise<Response> {
  const refused = await tooOften('feed')
  if (refused) return refused
  const [t, found] = [translatorFor('nb'), await openReports(about)]
  if (!found) return new Response(null, { status: 404 })
  const themeName = (code: string) => t(`choices.theme.${code}` as 'choices.theme.byggesak')
  const name = about.themeCode ? themeName(about.themeCode) : found.name
  const body = atomOf(found.reports, {
    title: name ? t('feeds.titleOf', { name }) : t('feeds.title'),
    origin: config().origin,
    ...placesOf(about),
    themeName,
  })
  return new Response(body, {
    headers: {
      'content-type': 'application/atom+xml; charset=utf-8',
      'cache-control': 'public, max-age=900',
      'x-content-type-options': 'nosniff',
    },
  })
}

function placesOf({ themeCode, number }: About): { path: string; pagePath: string } {
  if (themeCode) return { path: `/strom/tema/${themeCode}`, pagePath: `/erfaringer?tema=${themeCode}` }
  if (number) return { path: `/strom/kommune/${number}`, pagePath: `/kommuner/${number}` }
  return { path: '/strom', pagePath: '/erfaringer' }
}
