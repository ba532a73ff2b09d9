import type { ProjectRole } from '@/generated/prisma/enums'
import { type Actor, isSelf, type Staff } from '@/lib/platform/actor'
import { may, type Thing } from '@/lib/platform/law'

/** What the law on projects needs to know. */
export interface ProjectFacts {
  municipalityId: string
  members: { personId: string; role: ProjectRole }[]
}

/** A project as the law asks about it: whose it is, and which roles the actor has in it. */
export function inProject(actor: Actor, { municipalityId, members }: ProjectFacts): Thing {
  return { municipalityId, as: members.filter(({ personId }) => isSelf(actor, personId)).map(({ role }) => role) }
}

/** Those of the municipality read what it keeps to itself of a project. What of it a guest sees, the database says. */
export function mayReadInside(actor: Actor, { municipalityId }: { municipalityId: string }): actor is Staff {
  return may(actor, 'project.read-inside', { municipalityId })
}

/**
 * Those with a role in the project run it, guests from partner municipalities too; so may the portfolio manager and the administrator of
 * the municipality.
 */
export function mayRunProject(actor: Actor, project: ProjectFacts): actor is Staff {
  return may(actor, 'project.run', inProject(actor, project))
}

/** The owner of the project, or those above, decide who else may read it and take part in it. Never a guest: it is the host's. */
export function mayShareProject(actor: Actor, project: ProjectFacts): actor is Staff {
  return may(actor, 'project.share', inProject(actor, project))
}

/** The owner of the project, the portfolio manager and the administrator record what was decided at a decision point. */
export function mayDecideGate(actor: Actor, project: ProjectFacts): actor is Staff {
  return may(actor, 'gate.decide', inProject(actor, project))
}

/** Those who decide the gates may delete the project; what then must be kept is a rule of its own. */
export function mayDeleteProject(actor: Actor, project: ProjectFacts): actor is Staff {
  return may(actor, 'project.delete', inProject(actor, project))
}

/** Whoever minds the portfolio finds all that was deleted; others what they may put back. */
export function maySeeDeleted(actor: Actor): boolean {
  return may(actor, 'portfolio.see-deleted')
}

/** Those who may share a project say who is in it. Only its owner, and those above, name an owner: the owner decides the gates. */
export function mayGiveRole(actor: Actor, project: ProjectFacts, role: ProjectRole): actor is Staff {
  if (role !== 'project_owner') return mayShareProject(actor, project)
  return may(actor, 'project.name-owner', inProject(actor, project))
}
