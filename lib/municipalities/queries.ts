import 'server-only'
import type { Actor } from '@/lib/platform/actor'
import { isoDate } from '@/lib/platform/dates'
import { read } from '@/lib/platform/db'

/** Not one that has gone up in another. */
const isCurrent = { successors: { none: { isHeir: true } } }

export interface MunicipalityDot {
  number: string
  name: string
  latitude: number
  longitude: number
  isParticipant: boolean
}

/** All municipalities as dots on the map, from north to south. */
export function municipalityDots(actor: Actor): Promise<MunicipalityDot[]> {
  return read(actor, async (tx) => {
    const rows = await tx.municipality.findMany({
      where: isCurrent,
      orderBy: { latitude: 'desc' },
      select: { number: true, displayName: true, latitude: true, longitude: true, participation: { select: { joinedOn: true } } },
    })
    return rows.map((row) => ({
      number: row.number,
      name: row.displayName,
      latitude: Number(row.latitude),
      longitude: Number(row.longitude),
      isParticipant: row.participation !== null,
    }))
  })
}

export interface Participant {
  number: string
  name: string
  parallelNames: string[]
  county: string
  population: number
  /** What this reader can see of it. */
  reportCount: number
  projectCount: number
}

/** The municipalities that take part, in Norwegian order, with how much each shares with the actor. One query. */
export function participants(actor: Actor): Promise<Participant[]> {
  return read(
    actor,
    (tx) => tx.$queryRaw<Participant[]>`
      SELECT m.number, m.display_name AS name, m.parallel_names AS "parallelNames", m.county, m.population,
        (SELECT count(*)::int FROM experience_report r WHERE r.municipality_id = m.id AND r.status = 'published') AS "reportCount",
        (SELECT count(*)::int FROM project p WHERE p.municipality_id = m.id AND p.visibility <> 'municipality') AS "projectCount"
      FROM municipality m JOIN participation ON participation.municipality_id = m.id
      ORDER BY m.display_name COLLATE "nb-NO-x-icu"`,
  )
}

/** A municipality as the register knows it, and what it has said of itself; null for an unknown number. */
export function municipalityProfile(actor: Actor, number: string) {
  return read(actor, async (tx) => {
    const row = await tx.municipality.findUnique({
      where: { number },
      include: {
        participation: true,
        collaborations: {
          include: { collaboration: { select: { name: true, description: true } } },
          orderBy: { collaboration: { name: 'asc' } },
        },
      },
    })
    if (!row) return null
    return {
      id: row.id,
      number: row.number,
      name: row.displayName,
      parallelNames: row.parallelNames,
      designation: row.designation,
      county: row.county,
      administrativeCentre: row.administrativeCentre,
      population: row.population,
      populationYear: row.populationYear,
      areaKm2: Number(row.areaKm2),
      writtenNorm: row.writtenNorm,
      kostraGroup: row.kostraGroup,
      centralityClass: row.centralityClass,
      participation: row.participation && { joinedOn: isoDate(row.participation.joinedOn), intro: row.participation.intro },
      collaborations: row.collaborations.map(({ collaboration }) => collaboration),
    }
  })
}

export interface DoorChoice {
  number: string
  name: string
  /** Parallel names and county, to tell it from others and to be found by. */
  also: string
  takesPart: boolean
}

/** Every municipality as something to choose at the door, in Norwegian order. One query. */
export function doorChoices(actor: Actor): Promise<DoorChoice[]> {
  return read(
    actor,
    (tx) => tx.$queryRaw<DoorChoice[]>`
      SELECT m.number, m.display_name AS name, array_to_string(m.parallel_names || m.county || ARRAY(
        SELECT f.name || ' ' || f.number FROM former_municipality f WHERE f.municipality_id = m.id ORDER BY f.until_on DESC), ', ') AS also, p.municipality_id IS NOT NULL AS "takesPart"
      FROM municipality m LEFT JOIN participation p ON p.municipality_id = m.id
      WHERE NOT EXISTS (SELECT 1 FROM municipality_succession s WHERE s.predecessor_id = m.id AND s.is_heir)
      ORDER BY m.display_name COLLATE "nb-NO-x-icu"`,
  )
}

/**
 * The number that a former one leads to: of the municipality that has another now, or that it has gone up in. Null where the number is of today,
 * or nobody has had it.
 */
export function numberToday(actor: Actor, number: string): Promise<string | null> {
  if (!/^\d{4}$/.test(number)) return Promise.resolve(null)
  return read(actor, async (tx) => {
    if ((await tx.municipality.count({ where: { number, ...isCurrent } })) > 0) return null
    const heir = await tx.municipalitySuccession.findFirst({
      where: { isHeir: true, predecessor: { number } },
      select: { successor: { select: { number: true } } },
    })
    if (heir) return heir.successor.number
    const former = await tx.formerMunicipality.findFirst({
      where: { number },
      orderBy: [{ untilOn: 'desc' }, { id: 'desc' }],
      select: { municipality: { select: { number: true } } },
    })
    return former?.municipality.number ?? null
  })
}
