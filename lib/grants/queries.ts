import 'server-only'
import type { Advisor, Staff } from '@/lib/platform/actor'
import { dateInNorway, type IsoDate } from '@/lib/platform/dates'
import { read, type Tx } from '@/lib/platform/db'
import { type GrantRole, type GrantState, grantState, lastDay } from './rules'

export interface GrantView {
  id: string
  advisor: string
  role: GrantRole
  reason: string
  from: IsoDate
  /** The last day it counts. */
  until: IsoDate
  by: string
  state: GrantState
  /** When it was ended, and by whom; null where it was not. */
  ended: { on: IsoDate; by: string } | null
  /** When they last went in; null where they never have. */
  lastIn: Date | null
}

const shown = 100

/** Whom a municipality can let in, whom it has let in, and whom it had. */
export function grantsPage(who: Staff) {
  return read(who, async (tx) => {
    const grants = await grantsOf(tx, who.municipality.id)
    return {
      advisors: await tx.$queryRaw<{ id: string; name: string }[]>`
        SELECT id, name FROM advisors_to_let_in() ORDER BY name COLLATE "nb-NO-x-icu", id`,
      open: grants.filter(({ state }) => state === 'open'),
      former: grants.filter(({ state }) => state !== 'open'),
    }
  })
}

async function grantsOf(tx: Tx, municipalityId: string): Promise<GrantView[]> {
  const named = { select: { name: true } }
  const rows = await tx.advisorGrant.findMany({
    where: { municipalityId },
    orderBy: [{ validFrom: 'desc' }, { id: 'desc' }],
    take: shown,
    select: {
      ...{ id: true, role: true, reason: true, validFrom: true, validTo: true, endedAt: true },
      ...{ advisor: named, giver: named, ender: named },
    },
  })
  const entered = await tx.auditEvent.groupBy({
    by: ['subjectId'],
    where: { municipalityId, action: 'grant.enter', subjectId: { in: rows.map(({ id }) => id) } },
    _max: { at: true },
  })
  const lastIn = new Map(entered.map(({ subjectId, _max }) => [subjectId, _max.at]))
  const now = new Date()
  return rows.map(({ id, role, reason, validFrom, validTo, endedAt, advisor, giver, ender }) => ({
    ...{ id, reason, role: role as GrantRole, advisor: advisor.name, by: giver.name },
    ...{ from: dateInNorway(validFrom), until: lastDay(validTo), state: grantState({ endedAt, validTo }, now) },
    ended: endedAt && { on: dateInNorway(endedAt), by: ender?.name ?? '' },
    lastIn: lastIn.get(id) ?? null,
  }))
}

/** How many advisors are let in now. */
export function openGrantCount(who: Staff): Promise<number> {
  return read(who, (tx) =>
    tx.advisorGrant.count({ where: { municipalityId: who.municipality.id, endedAt: null, validTo: { gt: new Date() } } }),
  )
}

export interface Leave {
  id: string
  municipality: string
  role: GrantRole
  until: IsoDate
  reason: string
}

/** The municipalities that let an advisor in now, by name. */
export function leavesOf(who: Advisor): Promise<Leave[]> {
  return read(
    who,
    (tx) =>
      tx.$queryRaw<(Omit<Leave, 'until'> & { validTo: Date })[]>`
      SELECT g.id, m.display_name AS municipality, g.role, g.reason, g.valid_to AS "validTo"
      FROM advisor_grant g JOIN municipality m ON m.id = g.municipality_id
      WHERE g.advisor_id = ${who.personId}::uuid AND grant_counts(g) ORDER BY m.display_name COLLATE "nb-NO-x-icu"`,
  ).then((rows) => rows.map(({ validTo, ...leave }) => ({ ...leave, until: lastDay(validTo) })))
}
