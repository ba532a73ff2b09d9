import type { Prisma } from '@/generated/prisma/client'
import type { Tx } from '@/lib/platform/db'

type Many = {
  project: Prisma.ProjectCreateManyInput
  projectPhase: Prisma.ProjectPhaseCreateManyInput
  projectMember: Prisma.ProjectMemberCreateManyInput
  checklistItem: Prisma.ChecklistItemCreateManyInput
  gateDecision: Prisma.GateDecisionCreateManyInput
  gateCondition: Prisma.GateConditionCreateManyInput
  budgetLine: Prisma.BudgetLineCreateManyInput
  milestone: Prisma.MilestoneCreateManyInput
  deliverable: Prisma.DeliverableCreateManyInput
  uncertainty: Prisma.UncertaintyCreateManyInput
  uncertaintyAction: Prisma.UncertaintyActionCreateManyInput
  change: Prisma.ChangeCreateManyInput
  benefit: Prisma.BenefitCreateManyInput
  indicator: Prisma.IndicatorCreateManyInput
  measurement: Prisma.MeasurementCreateManyInput
  statusReport: Prisma.StatusReportCreateManyInput
  logEntry: Prisma.LogEntryCreateManyInput
  lesson: Prisma.LessonCreateManyInput
  experienceReport: Prisma.ExperienceReportCreateManyInput
  reportSection: Prisma.ReportSectionCreateManyInput
  reportCostLine: Prisma.ReportCostLineCreateManyInput
  reportEffect: Prisma.ReportEffectCreateManyInput
  reportPrerequisite: Prisma.ReportPrerequisiteCreateManyInput
  reportPart: Prisma.ReportPartCreateManyInput
  reuse: Prisma.ReuseCreateManyInput
}

/** Rows to insert, table by table. A builder gives those it has something for. */
export type Rows = { [Table in keyof Many]?: Many[Table][] }

/** Inserts the rows: one statement a table, parents before children. */
export async function insertRows(tx: Tx, pieces: Rows[]): Promise<void> {
  const all = <Table extends keyof Many>(table: Table) => pieces.flatMap((rows): Many[Table][] => rows[table] ?? [])
  // A project and its current phase point at each other: the project comes first, without.
  const projects = all('project')
  await tx.project.createMany({ data: projects.map((project) => ({ ...project, currentPhaseId: null })) })
  await tx.projectPhase.createMany({ data: all('projectPhase') })
  await tx.$executeRaw`
    UPDATE project SET current_phase_id = c.phase_id
    FROM unnest(${projects.map((p) => p.id)}::uuid[], ${projects.map((p) => p.currentPhaseId)}::uuid[]) AS c (project_id, phase_id)
    WHERE id = c.project_id`
  await tx.projectMember.createMany({ data: all('projectMember') })
  await tx.checklistItem.createMany({ data: all('checklistItem') })
  await tx.gateDecision.createMany({ data: all('gateDecision') })
  await tx.gateCondition.createMany({ data: all('gateCondition') })
  await tx.budgetLine.createMany({ data: all('budgetLine') })
  await tx.milestone.createMany({ data: all('milestone') })
  await tx.deliverable.createMany({ data: all('deliverable') })
  await tx.uncertainty.createMany({ data: all('uncertainty') })
  await tx.uncertaintyAction.createMany({ data: all('uncertaintyAction') })
  await tx.change.createMany({ data: all('change') })
  await tx.benefit.createMany({ data: all('benefit') })
  await tx.indicator.createMany({ data: all('indicator') })
  await tx.measurement.createMany({ data: all('measurement') })
  await tx.statusReport.createMany({ data: all('statusReport') })
  await tx.logEntry.createMany({ data: all('logEntry') })
  await tx.lesson.createMany({ data: all('lesson') })
  await tx.experienceReport.createMany({ data: all('experienceReport') })
  await tx.reportSection.createMany({ data: all('reportSection') })
  await tx.reportCostLine.createMany({ data: all('reportCostLine') })
  await tx.reportEffect.createMany({ data: all('reportEffect') })
  await tx.reportPrerequisite.createMany({ data: all('reportPrerequisite') })
  await tx.reportPart.createMany({ data: all('reportPart') })
  for (const { id } of all('experienceReport')) await tx.$queryRaw`SELECT keep_report_version(${id}::uuid, '')`
  await tx.reuse.createMany({ data: all('reuse') })
}
