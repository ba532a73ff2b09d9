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
  /** Set while an advisor acts here by leave of the municipality: who they are at their own desk, and the first moment they may no longer. */
  advisor?: { personId: string; until: Date }
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

/** Who somebody is in their own right, wherever they act now: an advisor who was let in to a municipality is an advisor. */
export function asSelf<Who extends Actor>(actor: Who): Who | Advisor {
  if (actor.kind !== 'staff' || !actor.advisor) return actor
  return { kind: 'advisor', personId: actor.advisor.personId, name: actor.name, roles: ['advisor'] }
}

/** Whether the actor was let in to a municipality to read, and changes nothing there. The database holds it as well. */
export function readsOnly(actor: Actor): boolean {
  return actor.kind === 'staff' && actor.advisor !== undefined && !actor.roles.includes('member')
}

/** Whether the actor's own municipality owns the thing; for a guest, the host. What of it a guest sees, the database says. */
export function isOwn(actor: Actor, thing: { municipalityId: string }): actor is Staff {
  return actor.kind === 'staff' && actor.municipality.id === thing.municipalityId
}

/** Whether this is the actor: who wrote it, answers for it, or whom it is about. */
export function isSelf(actor: Actor, personId: string | null | undefined): boolean {
  return actor.kind !== 'visitor' && actor.personId === personId
}

/** The municipality the actor acts in; null for those who are from none. For a guest, the host. */
export function municipalityOf(actor: Actor): Staff['municipality'] | null {
  return actor.kind === 'staff' ? actor.municipality : null
}

/** Where a guest is from; null for everybody who is no guest. */
export function guestFrom(actor: Actor): string | null {
  return (actor.kind === 'staff' && actor.home?.name) || null
}
