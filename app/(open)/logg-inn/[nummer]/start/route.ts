import { cookies } from 'next/headers'
import { safePath } from '@/lib/platform/auth/rules'
import { beginSignIn } from '@/lib/platform/auth/sign-in'
import { doorOf } from '@/lib/platform/auth/providers'
import { config } from '@/lib/platform/config'
import { logFault } from '@/lib/platform/log'
import { isSameOrigin } from '@/lib/platform/same-origin'

const year = 60 * 60 * 24 * 365

/** The button of a door: remembers the municipality and sends the reader to its identity provider. */
export async function POST(request: Request, { params }: { params: Promise<{ nummer: string }> }): Promise<Response> {
  if (!isSameOrigin(request.headers, config().origin)) return new Response(null, { status: 403 })
  const { nummer } = await params
  const isNational = nummer === 'kommit'
  const next = safePath((await request.formData()).get('neste'), isNational ? '/kuratering' : '/portefolje')
  const door = await doorOf(isNational ? null : nummer)
  const answer = door && (await beginSignIn(door.connectionId, next).catch((error) => void logFault(error)))
  if (!answer?.location) return Response.redirect(`${config().origin}/logg-inn/feil?error=utilgjengelig`, 303)
  if (!isNational) (await cookies()).set('municipality', nummer, { maxAge: year, path: '/logg-inn', httpOnly: true, sameSite: 'lax' })
  const response = new Response(null, { status: 303, headers: { location: answer.location, 'cache-control': 'no-store' } })
  for (const cookie of answer.setCookies) response.headers.append('set-cookie', cookie)
  return response
}
