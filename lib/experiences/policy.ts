import { ProjectRole, type WriterRole } from '@/generated/prisma/enums'
import { type Actor, hasRole, isOwn, type Staff } from '@/lib/platform/actor'

/** What the law on reports needs to know of the project behind. */
export interface ReportProjectFacts {
  municipalityId: string
  members: { personId: string; role: ProjectRole }[]
}

/** Those of the municipality who run the project write its report, which speaks for the municipality; so may the portfolio manager and the administrator of the municipality. */
export function mayWriteReport(actor: Actor, project: ReportProjectFacts): actor is Staff {
  if (!isOwn(actor, project) || actor.home) return false
  if (hasRole(actor, 'portfolio_manager') || hasRole(actor, 'municipality_admin')) return true
  return project.members.some((member) => member.personId === actor.personId)
}

/** Whoever may write it may publish it and take it back. */
export const mayPublishReport = mayWriteReport

/** As what somebody publishes: by their role in the project, else in the municipality. Whoever may publish has one. */
export function writerRole(writer: Staff, project: ReportProjectFacts): WriterRole {
  const own = project.members.filter((member) => member.personId === writer.personId).map(({ role }) => role)
  const inProject = Object.values(ProjectRole).find((role) => own.includes(role))
  return inProject ?? (hasRole(writer, 'portfolio_manager') ? 'portfolio_manager' : 'municipality_admin')
}
