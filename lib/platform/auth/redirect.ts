import 'server-only'
import type { Step } from './sign-in'

/** The step as the browser gets it. Never kept by anybody on the way: it carries proofs that count once. */
export function redirectTo({ location, setCookies }: Step): Response {
  const headers = new Headers({ location, 'cache-control': 'no-store' })
  for (const cookie of setCookies) headers.append('set-cookie', cookie)
  return new Response(null, { status: 303, headers })
}
