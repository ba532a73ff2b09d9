import 'server-only'
import type { Operator } from '@/lib/platform/actor'
import { isoDate } from '@/lib/platform/dates'
import { read } from '@/lib/platform/db'

export interface Following {
  number: string
  name: string
  people: number
  projects: number
  reports: number
  doors: number
  files: number
  /** Projects whose number the successor uses for another: theirs gets the old number of the municipality behind it. */
  sameNumbers: number
  sessions: number
}

/** What would follow from each of these municipalities to that one, in numbers alone; null where one of them is not there. */
export function reformPreview(
  who: Operator,
  { from, to }: { from: string[]; to: string },
): Promise<{ heir: { number: string; name: string }; rows: Following[] } | null> {
  return read(who, async (tx) => {
    const numbers = [...from, to]
    const found = await tx.municipality.findMany({
      where: { number: { in: numbers }, successors: { none: { isHeir: true } } },
      select: { id: true, number: true, displayName: true },
    })
    const byNumber = new Map(found.map((one) => [one.number, one]))
    const heir = byNumber.get(to)
    if (!heir || numbers.some((number) => !byNumber.has(number)) || from.includes(to)) return null
    const rows: Following[] = []
    for (const number of from) {
      const one = byNumber.get(number)
      const [counts] = await tx.$queryRaw<Omit<Following, 'number' | 'name'>[]>`
        SELECT people::int, projects::int, reports::int, doors::int, files::int, same_numbers::int AS "sameNumbers", sessions::int
        FROM reform_preview(${one?.id}::uuid, ${heir.id}::uuid)`
      if (one && counts) rows.push({ ...counts, number, name: one.displayName })
    }
    return { heir: { number: heir.number, name: heir.displayName }, rows }
  })
}

export interface Succession {
  before: string
  after: string
  isHeir: boolean
  onDate: string
}

/** The reforms that have been carried out, the latest first. */
export function successions(who: Operator): Promise<Succession[]> {
  return read(who, async (tx) => {
    const name = { select: { number: true, displayName: true } }
    const rows = await tx.municipalitySuccession.findMany({
      orderBy: [{ tookEffectOn: 'desc' }, { predecessorId: 'asc' }],
      take: 200,
      include: { predecessor: name, successor: name },
    })
    return rows.map(({ predecessor, successor, isHeir, tookEffectOn }) => ({
      before: `${predecessor.displayName} (${predecessor.number})`,
      after: `${successor.displayName} (${successor.number})`,
      isHeir,
      onDate: isoDate(tookEffectOn),
    }))
  })
}
