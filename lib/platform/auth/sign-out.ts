'use server'
import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { config } from '../config'
import { logFault } from '../log'
import { requireSameOrigin } from '../same-origin'
import { endSessionUrl } from './oidc'
import { cookieNames } from './options'
import { findConnection } from './providers'
import { sessionToken } from './session'
import { endSession } from './session-store'

/** Ends the session here first, then at the provider. A provider that is down does not keep anybody signed in here. */
export async function signOut(): Promise<void> {
  await requireSameOrigin()
  const token = await sessionToken()
  // The same attributes as when it was set: the browser would else keep a `__Host-` cookie.
  const isSecure = config().origin.startsWith('https:')
  ;(await cookies()).set(cookieNames().session, '', { maxAge: 0, path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure })
  const ended = token ? await endSession(token) : null
  redirect((ended && (await providerSignOut(ended.connectionId))) ?? '/')
}

async function providerSignOut(connectionId: string): Promise<string | null> {
  const connection = await findConnection(connectionId)
  if (!connection) return null
  return endSessionUrl(connection).catch((error) => {
    logFault(error, { connection: connectionId })
    return null
  })
}
