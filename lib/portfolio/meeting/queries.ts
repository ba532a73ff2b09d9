import 'server-only'
import type { Staff } from '@/lib/platform/actor'
import { isoDate, isoDateOrNull } from '@/lib/platform/dates'
import { read } from '@/lib/platform/db'
import { type PublishedReport, publishedReport } from '@/lib/status/queries'

/** The projects a meeting pack can hold: those that run, with when they last reported. */
export function meetingChoices(actor: Staff) {
  return read(actor, async (tx) => {
    const rows = await tx.project.findMany({
      where: { municipalityId: actor.municipality.id, lifecycle: { in: ['active', 'waiting'] } },
      orderBy: { number: 'asc' },
      take: 500,
      select: {
        id: true,
        number: true,
        title: true,
        statusReports: {
          where: { publishedAt: { not: null }, seriesId: null },
          orderBy: [{ periodEndOn: 'desc' }, { publishedAt: 'desc' }],
          take: 1,
          select: { periodEndOn: true },
        },
      },
    })
    return rows.map(({ statusReports: [latest], ...project }) => ({
      ...project,
      reportedOn: isoDateOrNull(latest?.periodEndOn ?? null),
    }))
  })
}

export interface MeetingProject {
  id: string
  number: string
  title: string
  goal: string
  manager: string
  gate: { name: string; on: string | null }
  money: { budgetNok: number; costNok: number; forecastNok: number }
  conditions: { text: string; owner: string; dueOn: string }[]
  report: PublishedReport | null
}

/** What a meeting pack says of the given own projects, in the order of their numbers: how each stands now, and its latest report. */
export async function meetingProjects(actor: Staff, ids: string[]): Promise<MeetingProject[]> {
  const projects = await read(actor, (tx) =>
    tx.project.findMany({
      where: { municipalityId: actor.municipality.id, id: { in: ids } },
      orderBy: { number: 'asc' },
      select: {
        id: true,
        number: true,
        title: true,
        goal: true,
        members: { where: { role: 'project_manager' }, select: { person: { select: { name: true } } } },
        currentPhase: { select: { plannedEndOn: true, modelPhase: { select: { gate: true } } } },
        budgetLines: { select: { budgetNok: true, costNok: true, forecastNok: true } },
        decisions: {
          where: { supersededBy: { none: {} } },
          select: {
            conditions: {
              where: { closedOn: null },
              orderBy: { dueOn: 'asc' },
              select: { text: true, owner: true, dueOn: true },
            },
          },
        },
        statusReports: {
          where: { publishedAt: { not: null }, seriesId: null },
          orderBy: [{ periodEndOn: 'desc' }, { publishedAt: 'desc' }],
          take: 1,
          select: { id: true },
        },
      },
    }),
  )
  const reports: (PublishedReport | null)[] = []
  // One after the other: a pack of many projects must not take every connection.
  for (const { id, statusReports } of projects) {
    const [latest] = statusReports
    reports.push(latest ? await publishedReport(actor, { projectId: id, id: latest.id }) : null)
  }
  const sum = (
    lines: { [Key in 'budgetNok' | 'costNok' | 'forecastNok']: unknown }[],
    key: 'budgetNok' | 'costNok' | 'forecastNok',
  ) => lines.reduce((total, line) => total + Number(line[key]), 0)
  return projects.map((project, index) => ({
    id: project.id,
    number: project.number,
    title: project.title,
    goal: project.goal,
    manager: project.members.map(({ person }) => person.name).join(', '),
    gate: { name: project.currentPhase?.modelPhase.gate ?? '', on: isoDateOrNull(project.currentPhase?.plannedEndOn ?? null) },
    money: {
      budgetNok: sum(project.budgetLines, 'budgetNok'),
      costNok: sum(project.budgetLines, 'costNok'),
      forecastNok: sum(project.budgetLines, 'forecastNok'),
    },
    conditions: project.decisions.flatMap(({ conditions }) => conditions.map((c) => ({ ...c, dueOn: isoDate(c.dueOn) }))),
    report: reports[index] ?? null,
  }))
}
