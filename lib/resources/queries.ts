import 'server-only'
import { Prisma } from '@/generated/prisma/client'
import { colleaguesIn } from '@/lib/people/names/queries'
import type { Actor, Staff } from '@/lib/platform/actor'
import { addDays, dateOf, type IsoDate, isoDate, today } from '@/lib/platform/dates'
import { read, type Tx } from '@/lib/platform/db'
import { projectFacts } from '@/lib/projects/facts/queries'
import { mayReadInside, mayRunProject } from '@/lib/projects/policy'
import { mayRegisterAbsence } from './policy'
import { type WeekLoad, weeklyLoad, weeksFrom } from './rules'

export interface PersonLoad {
  id: string
  name: string
  weeks: WeekLoad[]
}

const weeksShown = 12

/** The people assigned to a project with their whole load in all projects, the next twelve weeks; null for others than the own municipality. */
export function projectLoad(actor: Actor, projectId: string) {
  return read(actor, async (tx) => {
    const project = await projectFacts(tx, projectId)
    if (!project || !mayReadInside(actor, project)) return null
    const assigned = await tx.allocation.findMany({
      where: { projectId, status: 'assigned', personId: { not: null }, endOn: { gte: dateOf(today()) } },
      distinct: ['personId'],
      select: { personId: true },
    })
    const ids = assigned.flatMap(({ personId }) => personId ?? [])
    return {
      weeks: weeksFrom(today(), weeksShown),
      people: await loadOf(tx, project.municipalityId, ids, weeksFrom(today(), weeksShown)),
      may: { change: mayRunProject(actor, project) },
    }
  })
}

/** The load of each of the given people, over all projects of the municipality. Three queries. */
export async function loadOf(tx: Tx, municipalityId: string, ids: string[], weeks: IsoDate[]): Promise<PersonLoad[]> {
  const [from, to] = [weeks[0] ?? today(), addDays(weeks.at(-1) ?? today(), 6)]
  const within = { municipalityId, personId: { in: ids }, startOn: { lte: dateOf(to) }, endOn: { gte: dateOf(from) } }
  const select = { personId: true, startOn: true, endOn: true, percent: true } as const
  const people = await tx.person.findMany({ where: { municipalityId, id: { in: ids } }, select: { id: true, name: true } })
  const allocations = await tx.allocation.findMany({ where: { ...within, status: 'assigned' }, select })
  const absences = await tx.absence.findMany({ where: within, select })
  const sharesOf = (rows: typeof allocations, id: string) =>
    rows
      .filter(({ personId }) => personId === id)
      .map(({ startOn, endOn, percent }) => ({ personId: id, startOn: isoDate(startOn), endOn: isoDate(endOn), percent }))
  const collator = new Intl.Collator('nb')
  return people
    .sort((a, b) => collator.compare(a.name, b.name))
    .map((person) => ({
      ...person,
      weeks: weeklyLoad(weeks, sharesOf(allocations, person.id), sharesOf(absences as typeof allocations, person.id)),
    }))
}

export const peoplePerPage = 25

/** Everybody assigned to anything the next twelve weeks, a page at a time, with absence ahead and who may register it. Six queries. */
export function portfolioLoad(actor: Staff, page: number) {
  return read(actor, async (tx) => {
    const municipalityId = actor.municipality.id
    const weeks = weeksFrom(today(), weeksShown)
    const [from, to] = [dateOf(today()), dateOf(addDays(weeks.at(-1) ?? today(), 6))]
    const busy = Prisma.sql`
      FROM person WHERE municipality_id = ${municipalityId}::uuid AND EXISTS (
        SELECT 1 FROM allocation a WHERE a.municipality_id = person.municipality_id AND a.person_id = person.id AND a.status = 'assigned'
          AND a.start_on <= ${to} AND a.end_on >= ${from})`
    const [counted] = await tx.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total ${busy}`
    const people = await tx.$queryRaw<{ id: string }[]>`
      SELECT id ${busy} ORDER BY name COLLATE "nb-NO-x-icu", id LIMIT ${peoplePerPage} OFFSET ${(page - 1) * peoplePerPage}`
    const mayAll = Boolean(mayRegisterAbsence(actor, ''))
    const absences = await tx.absence.findMany({
      where: { municipalityId, endOn: { gte: from }, ...(mayAll ? {} : { personId: actor.personId }) },
      orderBy: [{ startOn: 'asc' }, { id: 'asc' }],
      take: 100,
      select: { id: true, startOn: true, endOn: true, percent: true, person: { select: { name: true } } },
    })
    return {
      weeks,
      people: await loadOf(
        tx,
        municipalityId,
        people.map(({ id }) => id),
        weeks,
      ),
      page,
      pageCount: Math.max(1, Math.ceil((counted?.total ?? 0) / peoplePerPage)),
      absences: absences.map(({ person, startOn, endOn, ...absence }) => ({
        ...absence,
        name: person.name,
        startOn: isoDate(startOn),
        endOn: isoDate(endOn),
      })),
      colleagues: mayAll ? await colleaguesIn(tx, municipalityId) : [{ id: actor.personId, name: actor.name }],
    }
  })
}
