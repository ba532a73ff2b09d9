import 'server-only'
import { Prisma } from '@/generated/prisma/client'
import type { PersonStatus } from '@/generated/prisma/enums'
import type { Staff } from '@/lib/platform/actor'
import { read, type Tx, withDeleted } from '@/lib/platform/db'
import { isUuid } from '@/lib/platform/ids'
import { type DutyKind, type DutyPlace, dutyPlaces, type HeldDuty } from './rules'

interface Row {
  kind: DutyKind
  key: string
  title: string
  personId: string
  projectId: string | null
  projectTitle: string | null
}

/** What stands in one place in the name of those asked for. The texts are those of the rules, never of a reader. */
function selectFrom({ kind, table, column, key, title, project, by = '', open }: DutyPlace, who: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`SELECT ${kind}::text AS kind, ${Prisma.raw(key)} AS key, ${Prisma.raw(title)} AS title,
      x.${Prisma.raw(column)} AS "personId", ${Prisma.raw(project ? 'p.id' : 'NULL::uuid')} AS "projectId",
      ${Prisma.raw(project ? 'p.title' : 'NULL')} AS "projectTitle"
    FROM ${Prisma.raw(`${table} x ${by} ${project ? `JOIN project p ON p.id = ${project}` : ''}`)}
    WHERE is_own(x.municipality_id) AND x.${Prisma.raw(column)} ${who} ${Prisma.raw(open ? `AND ${open}` : '')}`
}

const allPlaces = (who: Prisma.Sql) =>
  Prisma.join(
    dutyPlaces.map((place) => selectFrom(place, who)),
    ' UNION ALL ',
  )

/** All that somebody of one's own municipality answers for or is to do, in deleted projects too: they may be put back. */
export async function heldBy(tx: Tx, personId: string): Promise<HeldDuty[]> {
  const rows = await withDeleted(
    tx,
    () => tx.$queryRaw<Row[]>`
      SELECT * FROM (${allPlaces(Prisma.sql`= ${personId}::uuid`)}) held
      ORDER BY "projectTitle" COLLATE "nb-NO-x-icu" NULLS LAST, "projectId", kind, title, key`,
  )
  return rows.map(({ kind, key, title, projectId, projectTitle }) => ({
    ...{ kind, key, title },
    project: projectId === null ? null : { id: projectId, title: projectTitle ?? '' },
  }))
}

export interface HandOverView {
  person: { id: string; name: string; status: PersonStatus }
  duties: HeldDuty[]
  colleagues: { id: string; name: string }[]
}

/** What somebody has to hand over, and to whom; null where there is no such person in one's own municipality. */
export function handOverView(who: Staff, personId: string): Promise<HandOverView | null> {
  if (!isUuid(personId)) return Promise.resolve(null)
  return read(who, async (tx) => {
    const own = { municipalityId: who.municipality.id, homePersonId: null }
    const person = await tx.person.findFirst({ where: { id: personId, ...own }, select: { id: true, name: true, status: true } })
    if (!person) return null
    const colleagues = await tx.person.findMany({
      where: { ...own, status: 'active', id: { not: personId } },
      orderBy: { name: 'asc' },
      take: 5000,
      select: { id: true, name: true },
    })
    return { person, duties: await heldBy(tx, personId), colleagues }
  })
}

/** How much somebody answers for or is to do. */
export function countHeld(who: Staff, personId: string): Promise<number> {
  return read(who, async (tx) => (await heldBy(tx, personId)).length)
}

/** Those who are shut out, and still stand as the ones to answer for something. */
export function leftBehind(who: Staff): Promise<{ id: string; name: string; count: number }[]> {
  return read(who, (tx) =>
    withDeleted(tx, () => {
      const gone = Prisma.sql`IN (SELECT g.id FROM person g WHERE is_own(g.municipality_id) AND g.home_person_id IS NULL AND g.status = 'deactivated')`
      return tx.$queryRaw<{ id: string; name: string; count: number }[]>`
        SELECT q.id, q.name, count(*)::int AS count FROM (${allPlaces(gone)}) held JOIN person q ON q.id = held."personId"
        GROUP BY q.id ORDER BY q.name COLLATE "nb-NO-x-icu", q.id LIMIT 100`
    }),
  )
}
