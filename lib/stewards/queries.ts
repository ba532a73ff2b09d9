import 'server-only'
import type { Actor, Staff } from '@/lib/platform/actor'
import { read, type Tx } from '@/lib/platform/db'
import { mayAnswerFor, maySeeSteward } from './policy'

const facts = {
  id: true,
  slug: true,
  title: true,
  status: true,
  municipalityId: true,
  projectId: true,
  steward: { select: { personId: true, standInId: true, version: true } },
  project: { select: { members: { select: { personId: true, role: true } } } },
} as const

/** A report as the law on stewards needs it; null where it may not be read. */
export async function stewardedReport(tx: Tx, where: { slug: string } | { id: string }) {
  const report = await tx.experienceReport.findUnique({ where: where as { slug: string }, select: facts })
  if (!report) return null
  const { project, ...rest } = report
  return { ...rest, members: project?.members ?? [] }
}

/** The people of the actor's own municipality who may be steward, by name. */
export async function colleagues(tx: Tx, actor: Staff) {
  return tx.person.findMany({
    where: { municipalityId: actor.municipality.id, status: 'active', homePersonId: null },
    orderBy: { name: 'asc' },
    take: 5000,
    select: { id: true, name: true },
  })
}

/** Who answers for a report, with whom it may be given to; null for others than its own municipality. */
export function stewardPage(actor: Actor, slug: string) {
  return read(actor, async (tx) => {
    const report = await stewardedReport(tx, { slug })
    if (!report || !maySeeSteward(actor, report)) return null
    const people = await colleagues(tx, actor)
    const named = (id: string | null | undefined) => people.find((person) => person.id === id)?.name ?? null
    return {
      ...{ slug: report.slug, title: report.title, people, version: report.steward?.version ?? 0 },
      ...{ personId: report.steward?.personId ?? '', standInId: report.steward?.standInId ?? '' },
      ...{ name: named(report.steward?.personId), standIn: named(report.steward?.standInId) },
      mayChange: mayAnswerFor(actor, report),
    }
  })
}

/** Reports the actor is steward or stand-in of. */
export function myStewardships(actor: Staff) {
  return read(actor, (tx) =>
    tx.experienceReport.findMany({
      where: { status: 'published', steward: { is: { OR: [{ personId: actor.personId }, { standInId: actor.personId }] } } },
      orderBy: { title: 'asc' },
      take: 100,
      select: { slug: true, title: true, confirmedOn: true },
    }),
  )
}
