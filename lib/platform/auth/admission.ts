import 'server-only'
import { logInfo } from '../log'
import { identify } from './identity'
import { doorFault, type SignInClaims } from './profiles'
import type { Connection } from './providers'
import { type Failure, isProvenSince } from './rules'
import { startSession } from './session-store'
import type { Way } from './ways'

/** What the browser came with. */
export interface Circumstances {
  /** The session it had before, which a new one takes the place of. */
  earlier: string | null
  /** Browser and system in general terms. */
  device: string
}

/** Why a validated token does not do for this sign-in, whoever it is of; null where it does. */
export function tokenFaultOf(connection: Connection, claims: SignInClaims, way: Way | null, mustBeNew: boolean): Failure | null {
  const fault = doorFault(connection, claims)
  if (fault) return fault
  // Whoever sits at the machine can take `prompt` out of the address, and be let through by the provider unseen.
  return mustBeNew && !isProvenSince(claims, way?.begunAt ?? Number.POSITIVE_INFINITY) ? 'ikke-bekreftet' : null
}

/** Lets somebody in, or says why not. */
export async function admit(
  connection: Connection,
  claims: SignInClaims,
  way: Way | null,
  { earlier, device }: Circumstances,
): Promise<{ sessionToken: string } | { rejection: Failure }> {
  const fault = tokenFaultOf(connection, claims, way, way?.confirms !== undefined)
  const found = fault
    ? { rejection: fault }
    : await identify(connection, claims, { invitation: way?.invitation, setup: way?.setup, confirms: way?.confirms })
  if ('rejection' in found) {
    logInfo('sign-in rejected', { connection: connection.id, reason: found.rejection })
    return found
  }
  return { sessionToken: await startSession(found, connection, { earlier, device, claims }) }
}
