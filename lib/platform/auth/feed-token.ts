import 'server-only'
import { type Actor, type Staff, visitor } from '../actor'
import { config } from '../config'
import { isUuid } from '../ids'
import { seal, unseal } from '../secrets'
import { actorOfPerson } from './liveness'

/** The secret part of the address of a feed: who subscribes, sealed to the one thing they subscribe to. */
export function feedToken(actor: Staff, subject: string): string {
  return Buffer.from(seal(actor.personId, `feed:${subject}`, config().authSecret)).toString('base64url')
}

/** Whoever holds this token to this feed, with the rights they have now; a visitor where it is not genuine. */
export async function actorOfFeed(token: string, subject: string): Promise<Actor> {
  const personId = opened(token, subject)
  return personId ? actorOfPerson(personId) : visitor
}

/** A token is AES-GCM of a UUID: 64 bytes. Anything else, or one sealed to something else, opens to nothing. */
function opened(token: string, subject: string): string | null {
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.length !== 64) return null
  const personId = unsealedOrNull(bytes, subject)
  return personId && isUuid(personId) ? personId : null
}

function unsealedOrNull(bytes: Uint8Array, subject: string): string | null {
  try {
    return unseal(bytes, `feed:${subject}`, config().authSecret)
  } catch {
    return null
  }
}
