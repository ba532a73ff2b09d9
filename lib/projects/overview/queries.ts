import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import { waitingAdvice } from '@/lib/advice/queries'
import { mayCurate } from '@/lib/curation/policy'
import { mayWriteReport } from '@/lib/experiences/policy'
import { type PhaseView, projectPhases } from '@/lib/gates/queries'
import { namesOf } from '@/lib/people/names/queries'
import { type Actor, guestFrom } from '@/lib/platform/actor'
import { dateInNorway, dateOf, isoDate, isoDateOrNull, today } from '@/lib/platform/dates'
import { read, type Tx } from '@/lib/platform/db'
import { mayReadInside } from '@/lib/projects/policy'
import { originsOf } from '@/lib/sharing/lineage/queries'
import { mayCopy } from '@/lib/sharing/policy'
import type { Origin } from '@/lib/sharing/rules'
import { type StatusView, statusView } from '@/lib/status/queries'
import { mayRunProject, mayShareProject } from '../policy'

export type ProjectOverview = NonNullable<Awaited<ReturnType<typeof projectOverview>>>

const fields = {
  id: true,
  municipalityId: true,
  number: true,
  title: true,
  goal: true,
  background: true,
  type: true,
  lifecycle: true,
  startOn: true,
  endOn: true,
  visibility: true,
  technologies: true,
  suppliers: true,
  methods: true,
  unGoals: true,
  themeCode: true,
  currentPhaseId: true,
  archiveReference: true,
  municipality: { select: { number: true, displayName: true } },
  collaboration: { select: { name: true } },
  members: { select: { personId: true, role: true } },
  copies: { orderBy: { copiedAt: 'asc' }, select: { origins: true } },
  milestones: {
    where: { actualOn: null, status: { in: ['on_track', 'off_track'] } },
    orderBy: [{ plannedOn: 'asc' }, { id: 'asc' }],
    take: 5,
    select: { id: true, title: true, plannedOn: true, actualOn: true, status: true },
  },
  uncertainties: {
    where: { status: 'identified' },
    orderBy: { id: 'asc' },
    take: 200,
    select: {
      id: true,
      kind: true,
      title: true,
      status: true,
      occurredOn: true,
      probability: true,
      consequence: true,
      probabilityAfter: true,
      consequenceAfter: true,
    },
  },
  benefits: {
    orderBy: { id: 'asc' },
    take: 5,
    select: {
      id: true,
      title: true,
      indicators: {
        orderBy: { id: 'asc' },
        take: 1,
        select: {
          startValue: true,
          targetValue: true,
          measurements: { orderBy: { measuredOn: 'desc' }, take: 1, select: { value: true } },
        },
      },
    },
  },
} satisfies Prisma.ProjectSelect

const reportFields = {
  ...{ slug: true, status: true, publishedAt: true, updatedAt: true },
  versions: { orderBy: { number: 'desc' }, take: 1, select: { number: true } },
  reviews: {
    where: { outcome: 'changes_wanted', OR: [{ verdict: null }, { verdict: 'more_wanted' }] },
    select: { reportVersion: true },
  },
} satisfies Prisma.ExperienceReportSelect

/** What has become of what others can learn: when it was shared or changed, and whether an advisor waits for more. */
function reportView({
  publishedAt,
  updatedAt,
  versions,
  reviews,
  ...report
}: Prisma.ExperienceReportGetPayload<{ select: typeof reportFields }>) {
  return {
    ...report,
    publishedOn: publishedAt && dateInNorway(publishedAt),
    changedOn: dateInNorway(updatedAt),
    changesWanted: reviews.some(({ reportVersion }) => reportVersion === versions[0]?.number),
  }
}

/** A project at a glance, as the actor may see it, or null. What is its municipality's own is null for others. */
export function projectOverview(actor: Actor, id: string) {
  return read(actor, async (tx) => {
    const project = await tx.project.findUnique({ where: { id }, select: fields })
    if (!project) return null
    const phases: PhaseView[] = await projectPhases(tx, project)
    const inside = mayReadInside(actor, project) ? await insideOf(tx, id) : null
    const report = await tx.experienceReport.findFirst({
      where: { projectId: id, ...(inside ? {} : { status: 'published' as const }) },
      select: reportFields,
    })
    const { members, copies, startOn, endOn, milestones, benefits, ...rest } = project
    const facts = { municipalityId: project.municipalityId, members }
    return {
      ...rest,
      startOn: isoDate(startOn),
      endOn: isoDateOrNull(endOn),
      phases,
      milestones: milestones.map((m) => ({ ...m, plannedOn: isoDate(m.plannedOn), actualOn: isoDateOrNull(m.actualOn) })),
      benefits: benefits.map(({ indicators: [indicator], ...benefit }) => ({
        ...benefit,
        indicator: indicator
          ? {
              start: Number(indicator.startValue),
              target: Number(indicator.targetValue),
              value: indicator.measurements[0] ? Number(indicator.measurements[0].value) : null,
            }
          : null,
      })),
      origins: inside ? named(copies) : await originsOf(tx, id),
      report: report && reportView(report),
      inside,
      isOwn: inside !== null,
      isGuest: guestFrom(actor) !== null,
      may: {
        run: mayRunProject(actor, facts),
        share: mayShareProject(actor, facts),
        writeReport: mayWriteReport(actor, facts),
        copy: mayCopy(actor, facts),
        advise: mayCurate(actor),
      },
    }
  })
}

/** What the project was copied from, as it was called then; what was copied from twice is named once. */
function named(copies: { origins: Prisma.JsonValue }[]): Origin[] {
  const origins = copies.flatMap((copy) => copy.origins as unknown as Origin[])
  const names = origins.map(({ municipality, title }) => `${municipality} ${title}`)
  return origins.filter((_, index) => names.indexOf(names[index] ?? '') === index)
}

/** What only the own municipality sees at a glance: people, status, money, conditions, advice, and what happened lately. */
async function insideOf(tx: Tx, projectId: string) {
  const members = await tx.projectMember.findMany({
    where: { projectId },
    orderBy: [{ role: 'asc' }, { person: { name: 'asc' } }],
    select: {
      role: true,
      person: { select: { id: true, name: true, jobTitle: true, homeMunicipality: { select: { displayName: true } } } },
    },
  })
  const latest = await tx.statusReport.findFirst({
    where: { projectId, seriesId: null, publishedAt: { not: null } },
    orderBy: [{ periodEndOn: 'desc' }, { publishedAt: 'desc' }],
    include: { author: { select: { name: true } }, series: { select: { name: true } } },
  })
  const { _sum } = await tx.budgetLine.aggregate({
    where: { projectId },
    _sum: { budgetNok: true, costNok: true, forecastNok: true },
  })
  const openConditions = { decision: { projectId, supersededBy: { none: {} } }, closedOn: null }
  const conditions = await tx.gateCondition.count({ where: openConditions })
  const overdueConditions = await tx.gateCondition.count({ where: { ...openConditions, dueOn: { lt: dateOf(today()) } } })
  const events = await tx.auditEvent.findMany({ where: { projectId }, orderBy: [{ at: 'desc' }, { id: 'desc' }], take: 5 })
  const names = await namesOf(
    tx,
    events.map(({ actorId }) => actorId),
  )
  const status: StatusView | null = latest && statusView(latest)
  return {
    waitingAdvice: await waitingAdvice(tx, projectId),
    members: members.map(({ role, person: { homeMunicipality, ...person } }) => ({
      role,
      ...person,
      home: homeMunicipality?.displayName ?? null,
    })),
    status,
    money: {
      budgetNok: Number(_sum.budgetNok ?? 0),
      costNok: Number(_sum.costNok ?? 0),
      forecastNok: Number(_sum.forecastNok ?? 0),
    },
    conditions: { open: conditions, overdue: overdueConditions },
    events: events.map((event) => ({
      id: event.id,
      at: event.at.toISOString(),
      by: (event.actorId && names.get(event.actorId)) || null,
      action: event.action,
      subjectType: event.subjectType,
      subjectId: event.subjectId,
      title: (event.detail as { title?: string }).title ?? '',
      changes: {},
    })),
  }
}
