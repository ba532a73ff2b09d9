import { extendSession, sessionLeft } from '@/lib/platform/auth/liveness'
import { actor, sessionToken } from '@/lib/platform/auth/session'
import { config } from '@/lib/platform/config'
import { isSameOrigin } from '@/lib/platform/same-origin'

const headers = { 'cache-control': 'no-store' }

/** How long the reader’s session has left, without using it: so that an open page does not keep itself signed in. */
export async function GET(): Promise<Response> {
  const token = await sessionToken()
  const left = token ? await sessionLeft(token) : null
  return left ? Response.json({ idle: left.idle, life: left.life }, { headers }) : new Response(null, { status: 401, headers })
}

/** The reader wants to go on: the session is used, and has as long left as it may. */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request.headers, config().origin)) return new Response(null, { status: 403, headers })
  const token = await sessionToken()
  if (!token || (await actor()).kind === 'visitor') return new Response(null, { status: 401, headers })
  await extendSession(token)
  return GET()
}
