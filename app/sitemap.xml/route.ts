import { siteMaps } from '@/lib/open-pages/sitemap/queries'
import { mapIndex } from '@/lib/open-pages/sitemap/rules'
import { config } from '@/lib/platform/config'
import { tooOften } from '@/lib/platform/rate-limit'

// Read when it is asked for: what is open changes without a build.
export const dynamic = 'force-dynamic'

/** The map of the maps of the pages that any visitor may read, for search engines. */
export async function GET(): Promise<Response> {
  const refused = await tooOften('feed')
  if (refused) return refused
  return new Response(mapIndex(config().origin, await siteMaps()), {
    headers: { 'content-type': 'application/xml; charset=utf-8', 'cache-control': 'public, max-age=900' },
  })
}
