'use server'
import { randomBytes } from 'node:crypto'
import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { logFault } from '../log'
import { requireSameOrigin } from '../same-origin'
import { cookieNames, cookieOptions, dropCookies, openSealed } from './cookies'
import { endSessionUrl } from './oidc'
import { keepOnward } from './onward'
import { findConnection } from './providers'
import { sessionToken } from './session'
import { endSession } from './session-store'

/** Ends the session here first, then at the provider. A provider that is down does not keep anybody signed in here. */
export async function signOut(): Promise<void> {
  await requireSameOrigin()
  const token = await sessionToken()
  await dropCookies(cookieNames().session)
  const ended = token ? await endSession(token) : null
  await leaveProvider(ended?.connectionId ?? null)
}

/** Signs out at the provider somebody who came from there and was not let in: nothing else would let another try from this browser. */
export async function signOutAtProvider(): Promise<void> {
  await requireSameOrigin()
  await leaveProvider(await openSealed('stranger'))
}

async function leaveProvider(connectionId: string | null): Promise<void> {
  const state = randomBytes(24).toString('base64url')
  const away = connectionId && (await providerSignOut(connectionId, state))
  if (!away) redirect('/logget-ut')
  ;(await cookies()).set(cookieNames().check('out'), state, cookieOptions(tenMinutes))
  redirect(await keepOnward(away))
}

const tenMinutes = 600
/** Whoever signs out is out already: a provider that takes its time is not waited for. */
const patienceMs = 2000

async function providerSignOut(connectionId: string, state: string): Promise<string | null> {
  const connection = await findConnection(connectionId)
  if (connection?.status !== 'approved') return null
  return endSessionUrl(connection, state, AbortSignal.timeout(patienceMs)).catch((error) => {
    logFault(error, { connection: connectionId })
    return null
  })
}
