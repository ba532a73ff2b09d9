import { ProjectRole, type WriterRole } from '@/generated/prisma/enums'
import type { Actor, Staff } from '@/lib/platform/actor'
import { may } from '@/lib/platform/law'
import { inProject, type ProjectFacts } from '@/lib/projects/policy'

/** What the law on reports needs to know of the project behind. */
export type ReportProjectFacts = ProjectFacts

/** Those of the municipality who run the project write its report, which speaks for the municipality; so may the portfolio manager and the administrator of the municipality. */
export function mayWriteReport(actor: Actor, project: ReportProjectFacts): actor is Staff {
  return may(actor, 'report.write', inProject(actor, project))
}

/** Whoever may write it may publish it and take it back. */
export function mayPublishReport(actor: Actor, project: ReportProjectFacts): actor is Staff {
  return may(actor, 'report.publish', inProject(actor, project))
}

/** As what somebody publishes: by their role in the project, else in the municipality. Whoever may publish has one. */
export function writerRole(writer: Staff, project: ReportProjectFacts): WriterRole {
  const own = project.members.filter((member) => member.personId === writer.personId).map(({ role }) => role)
  const given = Object.values(ProjectRole).find((role) => own.includes(role))
  return given ?? (writer.roles.includes('portfolio_manager') ? 'portfolio_manager' : 'municipality_admin')
}
