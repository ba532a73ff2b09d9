import type { Role } from '@/generated/prisma/enums'

/** Whoever is asking. Every query and command takes one first. */
export type Actor = Visitor | Staff | Advisor

/** Somebody who has not signed in: reads what is open to all. */
export interface Visitor {
  kind: 'visitor'
}

/** Somebody from a municipality. */
export interface Staff {
  kind: 'staff'
  personId: string
  name: string
  roles: readonly Role[]
  municipality: { id: string; number: string; name: string; writtenNorm: string }
  /** Set while somebody acts as a guest in a project of another municipality: `municipality` is the host, and this is where they are from. */
  home?: { name: string }
}

/** A KommIT advisor: curates what is shared nationally and sees nothing unshared. */
export interface Advisor {
  kind: 'advisor'
  personId: string
  name: string
  roles: readonly Role[]
}

export const visitor: Visitor = { kind: 'visitor' }

/** Whether the actor's own municipality owns the thing; for a guest, the host. What of it a guest sees, the database says. */
export function isOwn(actor: Actor, thing: { municipalityId: string }): actor is Staff {
  return actor.kind === 'staff' && actor.municipality.id === thing.municipalityId
}

export function hasRole(actor: Actor, role: Role): boolean {
  return actor.kind !== 'visitor' && actor.roles.includes(role)
}
