import { redirectTo } from '@/lib/platform/auth/redirect'
import { finishSignIn } from '@/lib/platform/auth/sign-in'

/** Where providers send people back. Nothing else of next-auth's own pages is reachable from outside. */
export async function GET(request: Request, { params }: { params: Promise<{ nextauth: string[] }> }): Promise<Response> {
  const [action, connectionId, ...rest] = (await params).nextauth
  if (action !== 'callback' || !connectionId || rest.length > 0) return new Response(null, { status: 404 })
  return redirectTo(await finishSignIn(connectionId, Object.fromEntries(new URL(request.url).searchParams)))
}
