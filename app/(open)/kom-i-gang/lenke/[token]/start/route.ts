import { beginSetup } from '@/lib/platform/auth/founder'
import { redirectTo } from '@/lib/platform/auth/redirect'
import { config } from '@/lib/platform/config'
import { hasRoom } from '@/lib/platform/rate-limit'
import { isSameOrigin } from '@/lib/platform/same-origin'

/** Uses the link, by a press: programs that follow links do not. */
export async function POST(request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  const { token } = await params
  const isOurs = isSameOrigin(request.headers, config().origin) && (await hasRoom('sign-in'))
  const isBegun = isOurs && (await beginSetup(token))
  return redirectTo({ location: isBegun ? '/kom-i-gang' : `/kom-i-gang/lenke/${encodeURIComponent(token)}`, setCookies: [] })
}
