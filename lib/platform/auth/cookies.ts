import 'server-only'
import { cookies } from 'next/headers'
import { config } from '../config'
import { seal, unseal } from '../secrets'

const isSecure = () => config().origin.startsWith('https:')

/** The names of our cookies. Over https the browser itself guards them from other hosts and paths. */
export function cookieNames() {
  const prefix = isSecure() ? '__Host-' : ''
  return {
    session: `${prefix}delt-session`,
    csrf: `${prefix}delt-csrf`,
    callback: `${prefix}delt-next`,
    check: (name: string) => `${prefix}delt-${name}`,
  }
}

/** What every cookie of sign-in is: unseen by scripts, not sent along from other sites, for this host alone. */
export function cookieOptions(maxAge?: number) {
  return { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure(), ...(maxAge !== undefined && { maxAge }) } as const
}

/** Keeps something with the browser that only we can make and read. */
export async function keepSealed(name: string, text: string, seconds: number): Promise<void> {
  const sealed = Buffer.from(seal(text, `cookie:${name}`, config().authSecret)).toString('base64url')
  ;(await cookies()).set(cookieNames().check(name), sealed, cookieOptions(seconds))
}

/** What `keepSealed` kept; null where there is nothing, or nothing of ours. */
export async function openSealed(name: string): Promise<string | null> {
  const sealed = (await cookies()).get(cookieNames().check(name))?.value
  if (!sealed) return null
  try {
    return unseal(Buffer.from(sealed, 'base64url'), `cookie:${name}`, config().authSecret)
  } catch {
    return null
  }
}

/** Takes cookies back. The same attributes as when they were set: the browser would else keep those that begin with `__Host-`. */
export async function dropCookies(...names: string[]): Promise<void> {
  const jar = await cookies()
  for (const name of names) jar.set(name, '', cookieOptions(0))
}
