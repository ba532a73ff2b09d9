import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import { mayCurate } from '@/lib/curation/policy'
import type { Actor } from '@/lib/platform/actor'
import { dateInNorway } from '@/lib/platform/dates'
import { read, type Tx } from '@/lib/platform/db'
import { projectFacts } from '@/lib/projects/facts/queries'
import { mayReadInside, mayRunProject } from '@/lib/projects/policy'
import type { AdviceQuery } from './input'

const pageSize = 20

const withdrawnLast = { withdrawnAt: { sort: 'asc', nulls: 'first' } } as const
const wanted: Record<AdviceQuery['svar'], Prisma.AdviceWhereInput> = {
  '': {},
  venter: { answer: null, withdrawnAt: null },
  besvart: { answer: { not: null } },
  trukket: { withdrawnAt: { not: null } },
}

const fields = {
  id: true,
  title: true,
  text: true,
  sentAt: true,
  answer: true,
  reason: true,
  answeredAt: true,
  version: true,
  withdrawnAt: true,
  report: { select: { slug: true, title: true } },
  sender: { select: { name: true } },
} satisfies Prisma.AdviceSelect

export type AdviceView = ReturnType<typeof adviceView>

function adviceView({ sentAt, answeredAt, withdrawnAt, sender, ...row }: Prisma.AdviceGetPayload<{ select: typeof fields }>) {
  return {
    ...row,
    ...{ sentBy: sender.name, sentOn: dateInNorway(sentAt) },
    ...{ answeredOn: answeredAt && dateInNorway(answeredAt), withdrawnOn: withdrawnAt && dateInNorway(withdrawnAt) },
  }
}

/** The advice a project has got, what waits for an answer first; null for those outside it. At most 100. */
export function projectAdvice(actor: Actor, projectId: string) {
  return read(actor, async (tx) => {
    const project = await projectFacts(tx, projectId)
    if (!project || !mayReadInside(actor, project)) return null
    const rows = await tx.advice.findMany({
      where: { projectId },
      orderBy: [withdrawnLast, { answeredAt: { sort: 'desc', nulls: 'first' } }, { sentAt: 'desc' }, { id: 'desc' }],
      take: 100,
      select: fields,
    })
    return { advice: rows.map(adviceView), may: { answer: mayRunProject(actor, project) } }
  })
}

/** How many pieces of advice wait for the project's answer. */
export function waitingAdvice(tx: Tx, projectId: string): Promise<number> {
  return tx.advice.count({ where: { projectId, answer: null, withdrawnAt: null } })
}

/** All advice that has been sent: what waits first, the oldest of it, then what was answered last; for advisors. */
export function sentAdvice(actor: Actor, query: Pick<AdviceQuery, 'svar' | 'side'>) {
  return read(actor, async (tx) => {
    if (!mayCurate(actor)) return null
    const where = wanted[query.svar]
    const total = await tx.advice.count({ where })
    const pageCount = Math.max(1, Math.ceil(total / pageSize))
    const page = Math.min(query.side, pageCount)
    const rows = await tx.advice.findMany({
      where,
      orderBy: [withdrawnLast, { answeredAt: { sort: 'desc', nulls: 'first' } }, { sentAt: 'asc' }, { id: 'asc' }],
      skip: (page - 1) * pageSize,
      take: pageSize,
      select: { ...fields, projectId: true, municipalityId: true },
    })
    // What was shared when the advice was sent may be shared no longer: then it is told without the project's name.
    const projects = await tx.project.findMany({
      where: { id: { in: rows.map(({ projectId }) => projectId) } },
      select: { id: true, title: true },
    })
    const municipalities = await tx.municipality.findMany({
      where: { id: { in: rows.map(({ municipalityId }) => municipalityId) } },
      select: { id: true, displayName: true },
    })
    return {
      advice: rows.map(({ projectId, municipalityId, ...row }) => ({
        ...adviceView(row),
        project: projects.find(({ id }) => id === projectId) ?? null,
        municipality: municipalities.find(({ id }) => id === municipalityId)?.displayName ?? '',
      })),
      total,
      page,
      pageCount,
    }
  })
}

/** The project that an advisor is about to advise; null where they may not read it. */
export function projectToAdvise(actor: Actor, id: string) {
  return read(actor, async (tx) => {
    if (!mayCurate(actor)) return null
    return tx.project.findUnique({
      where: { id },
      select: { id: true, title: true, goal: true, municipality: { select: { displayName: true } } },
    })
  })
}

/** Projects that advisors may read, to choose among, those changed last first: with every word in the title, the goal or the municipality. Null for others. */
export function projectsToAdvise(actor: Actor, { q, side }: { q: string; side: number }) {
  return read(actor, async (tx) => {
    if (!mayCurate(actor)) return null
    const where: Prisma.ProjectWhereInput = {
      lifecycle: { in: ['active', 'waiting'] },
      AND: q
        .split(/\s+/)
        .filter(Boolean)
        .slice(0, 8)
        .map((word) => {
          const contains = { contains: word, mode: 'insensitive' } as const
          return { OR: [{ title: contains }, { goal: contains }, { municipality: { displayName: contains } }] }
        }),
    }
    const total = await tx.project.count({ where })
    const pageCount = Math.max(1, Math.ceil(total / pageSize))
    const page = Math.min(side, pageCount)
    const rows = await tx.project.findMany({
      where,
      orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
      skip: (page - 1) * pageSize,
      take: pageSize,
      select: { id: true, title: true, themeCode: true, municipality: { select: { displayName: true } } },
    })
    return {
      projects: rows.map(({ municipality, ...row }) => ({ ...row, municipality: municipality.displayName })),
      ...{ total, page, pageCount },
    }
  })
}
