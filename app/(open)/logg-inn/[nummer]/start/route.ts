import { cookies } from 'next/headers'
import { doorOf } from '@/lib/platform/auth/providers'
import { redirectTo } from '@/lib/platform/auth/redirect'
import { failurePath, safePath } from '@/lib/platform/auth/rules'
import { beginSignIn } from '@/lib/platform/auth/sign-in'
import { config } from '@/lib/platform/config'
import { isSameOrigin } from '@/lib/platform/same-origin'

const year = 60 * 60 * 24 * 365

/** The button of a door: remembers the municipality and sends the reader to its identity provider. */
export async function POST(request: Request, { params }: { params: Promise<{ nummer: string }> }): Promise<Response> {
  const { nummer } = await params
  const isNational = nummer === 'kommit'
  const door = isSameOrigin(request.headers, config().origin) ? await doorOf(isNational ? null : nummer) : null
  if (!door) return redirectTo({ location: failurePath('annet'), setCookies: [] })
  if (!isNational)
    (await cookies()).set('municipality', nummer, { maxAge: year, path: '/logg-inn', httpOnly: true, sameSite: 'lax' })
  const next = safePath((await request.formData()).get('neste'), isNational ? '/kuratering' : '/portefolje')
  return redirectTo(await beginSignIn(door.connectionId, next))
}
