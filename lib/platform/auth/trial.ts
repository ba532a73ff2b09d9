import 'server-only'
import type { Actor, Founder } from '../actor'
import { signin, transaction } from '../db'
import { may } from '../law'
import { rememberFounder } from './founder'
import { accountOf, nameless, nameOf, type SignInClaims } from './profiles'
import type { Connection } from './providers'
import type { Failure } from './rules'

/** A connection on trial: nobody comes in by it, but whoever sets it up sees whether they would. */
export interface Trial {
  /** Keeps that somebody came all the way through it as it was set up when they began, or tells why not; gives the page that shows it. */
  keep: (claims: SignInClaims, fault: Failure | null, version: number) => Promise<string>
  failure: (failure: Failure, reference?: string) => string
}

/** The trial of a connection that is not in use, for whoever sets it up; null for everybody else. */
export function oidcTrial(connection: Connection, who: Actor | Founder): Trial | null {
  const isOpen = connection.status === 'draft' || connection.status === 'submitted'
  const page = isOpen ? pageOf(connection, who) : null
  if (!page) return null
  const failure = (kode: Failure, reference?: string) =>
    `${page}?${new URLSearchParams({ feil: kode, ...(reference && { ref: reference }) })}#prov`
  return {
    failure,
    keep: async (claims, fault, version) => {
      if (fault) return failure(fault)
      const testedBy = nameOf(claims) ?? accountOf(claims) ?? nameless
      const { count } = await transaction(signin, async (tx) => {
        const place = { connectionId: connection.id, subject: claims.sub }
        if (who.kind === 'founder') await rememberFounder(tx, who, place)
        return tx.identityProvider.updateMany({
          where: { id: connection.id, version },
          data: { testedAt: new Date(), testedBy },
        })
      })
      return count === 1 ? `${page}?ok=testedOk#prov` : failure('annet')
    },
  }
}

/** Those who set up a connection try it: administrators and founders those of their municipality, operators those of the nation. */
function pageOf({ id, municipalityId }: Connection, who: Actor | Founder): string | null {
  if (who.kind === 'operator') return municipalityId === null ? `/drift/tilkoblinger/${id}` : null
  if (!may(who, 'connection.set-up')) return null
  if (who.kind === 'founder') return (who.municipality?.id ?? null) === municipalityId ? `/kom-i-gang/${id}` : null
  return who.kind === 'staff' && who.municipality.id === municipalityId ? `/admin/innlogging/${id}` : null
}
