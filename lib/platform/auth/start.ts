import 'server-only'
import { cookies } from 'next/headers'
import { logFault } from '../log'
import { cookieNames, cookieOptions } from './cookies'
import { keepOnward } from './onward'
import { findConnection } from './providers'
import { redirectTo } from './redirect'
import { failurePath, nextTry } from './rules'
import { beginSignIn } from './sign-in'
import { noteFlood } from './trail'
import type { Plan } from './ways'

/**
 * What every button that begins a sign-in does, once it is known to be ours: finds the connection and what the sign-in is for, begins, and
 * leads on by a page of ours.
 */
export async function startSignIn(find: () => Promise<{ connectionId: string; plan: Plan } | null>): Promise<Response> {
  try {
    const found = await find()
    if (!found) return redirectTo({ location: failurePath('annet'), setCookies: [] })
    const { connectionId, plan } = found
    if (!(await mayTryAgain())) return await tooMany(connectionId, plan.door)
    const { location, setCookies } = await beginSignIn(connectionId, plan)
    return redirectTo({ location: location.startsWith('/') ? location : await keepOnward(location), setCookies })
  } catch (error) {
    return redirectTo({ location: failurePath('hos-oss', { reference: logFault(error) }), setCookies: [] })
  }
}

/** A browser that goes round in a loop is stopped; somebody who clicks again is not. */
async function mayTryAgain(): Promise<boolean> {
  const jar = await cookies()
  const name = cookieNames().check('tries')
  const { written, isAllowed } = nextTry(jar.get(name)?.value, Date.now())
  jar.set(name, written, cookieOptions(60))
  return isAllowed
}

/** The page that says so, with the status that programs understand. */
async function tooMany(connectionId: string, door?: string): Promise<Response> {
  const connection = await findConnection(connectionId)
  if (connection) await noteFlood(connection)
  const page = failurePath('for-mange', { door })
  const headers = { 'retry-after': '60', 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }
  return new Response(`<!doctype html><meta http-equiv="refresh" content="0;url=${page.replaceAll('&', '&amp;')}">`, {
    status: 429,
    headers,
  })
}
