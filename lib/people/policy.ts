import type { Actor } from '@/lib/platform/actor'
import { may } from '@/lib/platform/law'

/** Everybody who is signed in looks after what is their own: sessions, news, letters, saved searches, questions. Whose it is, each query says. */
export function mayKeepOwn(actor: Actor): actor is Exclude<Actor, { kind: 'visitor' }> {
  return may(actor, 'own.keep')
}
