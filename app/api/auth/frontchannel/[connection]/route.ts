import { frontChannelLogout } from '@/lib/platform/auth/provider-logout'
import { tooOften } from '@/lib/platform/rate-limit'

interface Context {
  params: Promise<{ connection: string }>
}

/** Front-channel logout: the provider shows this in a frame, to any visitor; only the name of a session can end one, and only that one. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const refused = await tooOften('logout')
  if (refused) return refused
  const asked = new URL(request.url).searchParams
  const frame = await frontChannelLogout((await params).connection, asked.get('sid'), asked.get('iss'))
  if (!frame) return new Response(null, { status: 404 })
  return new Response('<!doctype html><title>Delt</title>', {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': `default-src 'none'; frame-ancestors ${frame}`,
    },
  })
}
