import { type Actor, type Founder, readsOnly } from './actor'
import { type Action, law, type Relation, type Rule, type Standing, workRoles } from './law/table'

export type { Action, Relation } from './law/table'

/** What is asked about: whose it is, and what the actor is to it. */
export interface Thing {
  municipalityId?: string | null
  as?: readonly Relation[]
}

/** Whether somebody may do something, by the one table. A thing that is not known to be theirs, is not theirs. */
export function may(actor: Actor | Founder, action: Action, thing: Thing = {}): boolean {
  const { of, who, holding, guests = [] }: Rule = law[action]
  if (of && placeOf(actor, thing) !== of) return false
  const standings = standingsOf(actor)
  const allowed: readonly string[] = standings.includes('guest') ? guests : who
  if (actor.kind === 'staff' && holding && !holding.some((role) => standings.includes(role))) return false
  return [...standings, ...relationsOf(actor, thing)].some((one) => allowed.includes(one))
}

/** Whose the thing is to those from a municipality; null to others, and where it is nobody's. */
function placeOf(actor: Actor | Founder, { municipalityId }: Thing): 'own' | 'others' | null {
  if (actor.kind !== 'staff' || !municipalityId) return null
  return actor.municipality.id === municipalityId ? 'own' : 'others'
}

/** Nobody but those from a municipality is anything to a thing: advisors and operators stand in no project. */
const relationsOf = (actor: Actor | Founder, { as = [] }: Thing) => (actor.kind === 'staff' && !readsOnly(actor) ? as : [])

/** What somebody is. A role counts only where it can be held: a guest has none, and one from a municipality is no advisor. */
function standingsOf(actor: Actor | Founder): Standing[] {
  if (actor.kind === 'visitor') return ['visitor']
  if (actor.kind === 'founder') return [actor.role === 'advisor' ? 'founding_advisor' : 'founder']
  if (actor.kind !== 'staff') return actor.roles.includes(actor.kind) ? [actor.kind] : []
  if (actor.home) return ['guest']
  if (readsOnly(actor)) return ['let_in_to_read']
  return ['colleague', ...workRoles.filter((role) => actor.roles.includes(role))]
}
