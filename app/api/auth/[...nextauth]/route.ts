import { redirect } from 'next/navigation'
import { finishSignIn } from '@/lib/platform/auth/sign-in'
import { logFault } from '@/lib/platform/log'

/** Where providers send people back. Nothing else of next-auth's own pages is reachable from outside. */
export async function GET(request: Request, { params }: { params: Promise<{ nextauth: string[] }> }): Promise<Response> {
  const [action, connectionId, ...rest] = (await params).nextauth
  if (action !== 'callback' || !connectionId || rest.length > 0) return new Response(null, { status: 404 })
  const query = Object.fromEntries(new URL(request.url).searchParams)
  const answer = await finishSignIn(connectionId, query).catch((error) => {
    logFault(error)
    return null
  })
  if (!answer?.location) redirect('/logg-inn/feil?error=Callback')
  const response = new Response(null, { status: 303, headers: { location: answer.location, 'cache-control': 'no-store' } })
  for (const cookie of answer.setCookies) response.headers.append('set-cookie', cookie)
  return response
}
