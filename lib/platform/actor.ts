import type { Role } from '@/generated/prisma/enums'

/** Whoever is asking. Every query and command takes one first. */
export type Actor = Visitor | Staff | Advisor | Operator

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

/** Somebody who runs Delt for all: who takes part, the doors, health. Reads nothing that municipalities keep to themselves. */
export interface Operator {
  kind: 'operator'
  personId: string
  name: string
  roles: readonly Role[]
}

/**
 * Somebody who has opened the link an operator sent them, to set up the first connection of a municipality, or of KommIT (null). Not among
 * the actors: they are a visitor everywhere but there.
 */
export interface Founder {
  kind: 'founder'
  /** The person they become when they come in. */
  personId: string
  setupId: string
  name: string
  role: Role
  municipality: { id: string; number: string; name: string } | null
}

export const visitor: Visitor = { kind: 'visitor' }

/** Whether the actor's own municipality owns the thing; for a guest, the host. What of it a guest sees, the database says. */
export function isOwn(actor: Actor, thing: { municipalityId: string }): actor is Staff {
  return actor.kind === 'staff' && actor.municipality.id === thing.municipalityId
}

const workRoles: readonly Role[] = ['member', 'portfolio_reader', 'portfolio_manager', 'municipality_admin']

/** Whether the actor works in the municipality they act in, whatever their role there is. A guest works elsewhere, an operator for all. */
export function isEmployee(actor: Actor): actor is Staff {
  return actor.kind === 'staff' && !actor.home && actor.roles.some((role) => workRoles.includes(role))
}

export function hasRole(actor: Actor, role: Role): boolean {
  return actor.kind !== 'visitor' && actor.roles.includes(role)
}
