import 'server-only'
import { isoDate, isoDateOrNull } from '@/lib/platform/dates'
import type { Tx } from '@/lib/platform/db'

export type ProjectInside = Awaited<ReturnType<typeof insideOf>>

/** What only the project's own municipality sees: people, decisions, money, reports and log. Seven queries. */
export async function insideOf(tx: Tx, projectId: string) {
  const members = await tx.projectMember.findMany({
    where: { projectId },
    orderBy: [{ role: 'asc' }, { person: { name: 'asc' } }],
    select: { role: true, person: { select: { id: true, name: true, jobTitle: true } } },
  })
  const decisions = await tx.gateDecision.findMany({
    where: { projectId, supersededBy: { none: {} } },
    orderBy: [{ decidedOn: 'desc' }, { gate: 'desc' }],
    select: {
      id: true,
      gate: true,
      outcome: true,
      decidedOn: true,
      decidedBy: true,
      rationale: true,
      conditions: { orderBy: { dueOn: 'asc' }, select: { id: true, text: true, owner: true, dueOn: true, closedOn: true } },
    },
  })
  const budget = await tx.budgetLine.findMany({ where: { projectId }, orderBy: { year: 'asc' } })
  const latestStatus = await tx.statusReport.findFirst({
    where: { projectId, publishedAt: { not: null } },
    orderBy: [{ periodEndOn: 'desc' }, { publishedAt: 'desc' }],
    include: { author: { select: { name: true } } },
  })
  const log = await tx.logEntry.findMany({ where: { projectId }, orderBy: { loggedOn: 'desc' }, take: 20 })
  return {
    members: members.map(({ role, person }) => ({ role, ...person })),
    decisions: decisions.map((decision) => ({
      ...decision,
      decidedOn: isoDate(decision.decidedOn),
      conditions: decision.conditions.map((c) => ({ ...c, dueOn: isoDate(c.dueOn), closedOn: isoDateOrNull(c.closedOn) })),
    })),
    budget: budget.map((line) => ({
      year: line.year,
      budgetNok: Number(line.budgetNok),
      costNok: Number(line.costNok),
      forecastNok: Number(line.forecastNok),
    })),
    latestStatus: latestStatus && {
      periodEndOn: isoDate(latestStatus.periodEndOn),
      author: latestStatus.author?.name ?? null,
      text: latestStatus.text,
      sections: {
        progress: { value: latestStatus.progress, text: latestStatus.progressText },
        economy: { value: latestStatus.economy, text: latestStatus.economyText },
        quality: { value: latestStatus.quality, text: latestStatus.qualityText },
        risk: { value: latestStatus.risk, text: latestStatus.riskText },
        benefit: { value: latestStatus.benefit, text: latestStatus.benefitText },
      },
      budgetNok: Number(latestStatus.budgetNok),
      costNok: Number(latestStatus.costNok),
      forecastNok: Number(latestStatus.forecastNok),
    },
    log: log.map((entry) => ({
      id: entry.id,
      on: isoDate(entry.loggedOn),
      kind: entry.kind,
      text: entry.text,
      consequence: entry.consequence,
      isLessonCandidate: entry.isLessonCandidate,
    })),
  }
}
