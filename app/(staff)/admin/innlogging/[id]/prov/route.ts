import { redirectTo } from '@/lib/platform/auth/redirect'
import { requireAdministrator } from '@/lib/platform/auth/session'
import { startSignIn } from '@/lib/platform/auth/start'
import { config } from '@/lib/platform/config'
import { hasRoom } from '@/lib/platform/rate-limit'
import { isSameOrigin } from '@/lib/platform/same-origin'

/** «Prøv nå»: sends the administrator to the provider of a connection that is not in use yet. */
export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params
  const page = `/admin/innlogging/${encodeURIComponent(id)}`
  const who = await requireAdministrator(page)
  const mayTry = isSameOrigin(request.headers, config().origin) && (await hasRoom('connection-check', who))
  if (!mayTry) return redirectTo({ location: `${page}?feil=for-mange#prov`, setCookies: [] })
  return startSignIn(async () => ({ connectionId: id, plan: { next: page, prompt: 'login' } }))
}
