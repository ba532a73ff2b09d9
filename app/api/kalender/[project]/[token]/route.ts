import { projectCalendar } from '@/lib/plan/calendar/queries'
import { actorOfFeed } from '@/lib/platform/auth/feed-token'
import { isUuid } from '@/lib/platform/ids'
import { tooOften } from '@/lib/platform/rate-limit'

interface Context {
  params: Promise<{ project: string; token: string }>
}

/** The dates of a project for the calendar of whoever holds the address. The sealed address says who is asking: no `actor()` here. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { project, token } = await params
  const refused = await tooOften('feed')
  if (refused) return refused
  const feed = isUuid(project) ? await projectCalendar(await actorOfFeed(token.replace(/\.ics$/, ''), project), project) : null
  if (feed === null) return new Response(null, { status: 404 })
  return new Response(feed, {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'cache-control': 'private, max-age=900',
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex',
    },
  })
}
