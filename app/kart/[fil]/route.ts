import { siteMap } from '@/lib/open-pages/sitemap/queries'
import { mapNamed, mapOf } from '@/lib/open-pages/sitemap/rules'
import { config } from '@/lib/platform/config'
import { tooOften } from '@/lib/platform/rate-limit'

/** One map of the pages that any visitor may read. */
export async function GET(_: Request, { params }: { params: Promise<{ fil: string }> }): Promise<Response> {
  const refused = await tooOften('feed')
  if (refused) return refused
  const asked = mapNamed((await params).fil)
  const addresses = asked ? await siteMap(asked.kind, asked.page) : []
  if (addresses.length === 0) return new Response(null, { status: 404 })
  return new Response(mapOf(config().origin, addresses), {
    headers: { 'content-type': 'application/xml; charset=utf-8', 'cache-control': 'public, max-age=900' },
  })
}
