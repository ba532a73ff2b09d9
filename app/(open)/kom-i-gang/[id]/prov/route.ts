import { founder } from '@/lib/platform/auth/founder'
import { redirectTo } from '@/lib/platform/auth/redirect'
import { startSignIn } from '@/lib/platform/auth/start'
import { config } from '@/lib/platform/config'
import { hasRoom } from '@/lib/platform/rate-limit'
import { isSameOrigin } from '@/lib/platform/same-origin'

/** «Prøv nå»: sends whoever sets up the first connection to its provider. */
export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params
  const page = `/kom-i-gang/${encodeURIComponent(id)}`
  const who = await founder()
  if (!who) return redirectTo({ location: '/kom-i-gang', setCookies: [] })
  const mayTry = isSameOrigin(request.headers, config().origin) && (await hasRoom('connection-check', who))
  if (!mayTry) return redirectTo({ location: `${page}?feil=for-mange#prov`, setCookies: [] })
  return startSignIn(async () => ({ connectionId: id, plan: { next: page, prompt: 'login' } }))
}
