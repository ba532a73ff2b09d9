import type { ProjectRole } from '@/generated/prisma/enums'
import { type Actor, hasRole, isOwn, type Staff } from '@/lib/platform/actor'

/** What the law on projects needs to know. */
export interface ProjectFacts {
  municipalityId: string
  members: { personId: string; role: ProjectRole }[]
}

/**
 * Those with a role in the project run it, guests from partner municipalities too; so may the portfolio manager and the administrator of
 * the municipality.
 */
export function mayRunProject(actor: Actor, project: ProjectFacts): actor is Staff {
  if (!isOwn(actor, project)) return false
  if (hasRole(actor, 'portfolio_manager') || hasRole(actor, 'municipality_admin')) return true
  return project.members.some((member) => member.personId === actor.personId)
}

/** The owner of the project, or those above, decide who else may read it and take part in it. Never a guest: it is the host's. */
export function mayShareProject(actor: Actor, project: ProjectFacts): actor is Staff {
  if (!isOwn(actor, project) || actor.home) return false
  if (hasRole(actor, 'portfolio_manager') || hasRole(actor, 'municipality_admin')) return true
  return project.members.some(
    (member) => member.personId === actor.personId && (member.role === 'project_owner' || member.role === 'project_manager'),
  )
}

/** The owner of the project, the portfolio manager and the administrator record what was decided at a decision point. */
export function mayDecideGate(actor: Actor, project: ProjectFacts): actor is Staff {
  if (!isOwn(actor, project) || actor.home) return false
  if (hasRole(actor, 'portfolio_manager') || hasRole(actor, 'municipality_admin')) return true
  return project.members.some((member) => member.personId === actor.personId && member.role === 'project_owner')
}

/** Those who decide the gates may delete the project; what then must be kept is a rule of its own. */
export const mayDeleteProject = mayDecideGate

/** Those who may share a project say who is in it. Only its owner, and those above, name an owner: the owner decides the gates. */
export function mayGiveRole(actor: Actor, project: ProjectFacts, role: ProjectRole): actor is Staff {
  return role === 'project_owner' ? mayDecideGate(actor, project) : mayShareProject(actor, project)
}
