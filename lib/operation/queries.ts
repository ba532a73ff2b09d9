import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import type { ConnectionKind, ConnectionStatus } from '@/generated/prisma/enums'
import type { Operator } from '@/lib/platform/actor'
import { isoDate, withinDays } from '@/lib/platform/dates'
import { read } from '@/lib/platform/db'
import { type Health, health } from '@/lib/platform/health'
import type { NationalLogQuery } from './input'

export interface QueueRow {
  name: string
  waiting: number
  active: number
  failed: number
}

export interface Operation {
  health: Health
  waitingConnections: number
  /** Letters that no mail server has taken. */
  troubledLetters: number
  participants: number
  queue: QueueRow[]
  /** When a worker last took up or finished something; null where none has. */
  workedAt: Date | null
  storage: { files: number; bytes: number }
}

/** How Delt is: what waits for an operator, what the workers have before them, and how much is stored. */
export async function operation(who: Operator): Promise<Operation> {
  const state = await health()
  return read(who, async (tx) => {
    const queue = await tx.$queryRaw<QueueRow[]>`
      SELECT name, count(*) FILTER (WHERE state IN ('created', 'retry'))::int AS waiting,
        count(*) FILTER (WHERE state = 'active')::int AS active, count(*) FILTER (WHERE state = 'failed')::int AS failed
      FROM pgboss.job WHERE name NOT LIKE '\\_\\_%' GROUP BY name ORDER BY name`
    const [worker] = await tx.$queryRaw<
      [{ at: Date | null }]
    >`SELECT max(coalesce(completed_on, started_on)) AS at FROM pgboss.job`
    const [stored] = await tx.$queryRaw<{ files: number; bytes: number }[]>`
      SELECT coalesce(sum(files), 0)::float8 AS files, coalesce(sum(bytes), 0)::float8 AS bytes FROM storage_use()`
    const [letters] = await tx.$queryRaw<[{ count: number }]>`SELECT count(*)::int AS count FROM troubled_letters()`
    return {
      health: state,
      troubledLetters: letters.count,
      waitingConnections: await tx.identityProvider.count({ where: { status: 'submitted' } }),
      participants: await tx.participation.count(),
      queue,
      workedAt: worker.at,
      storage: stored ?? { files: 0, bytes: 0 },
    }
  })
}

export interface ParticipantRow {
  number: string
  name: string
  organisationNumber: string
  joinedOn: string
  doors: number
  files: number
  bytes: number
}

export interface PlaceView {
  id: string
  number: string
  name: string
  organisationNumber: string
  county: string
  joinedOn: string | null
  closed: { at: Date; reason: string } | null
  people: number
  files: number
  bytes: number
  doors: { id: string; kind: ConnectionKind; issuer: string; status: ConnectionStatus }[]
}

/** One municipality of the register as operators see it: whether it takes part, its doors, and how much it stores; null for an unknown number. */
export function placeView(who: Operator, number: string): Promise<PlaceView | null> {
  return read(who, async (tx) => {
    const row = await tx.municipality.findUnique({
      where: { number },
      select: {
        ...{ id: true, number: true, displayName: true, organisationNumber: true, county: true },
        participation: { select: { joinedOn: true } },
        closure: { select: { closedAt: true, reason: true } },
        identityProviders: {
          where: { status: { not: 'draft' } },
          orderBy: { createdAt: 'desc' },
          select: { id: true, kind: true, issuer: true, status: true },
        },
      },
    })
    if (!row) return null
    const [stored] = await tx.$queryRaw<{ files: number; bytes: number }[]>`
      SELECT files::float8 AS files, bytes::float8 AS bytes FROM storage_use() WHERE municipality_id = ${row.id}::uuid`
    const [people] = await tx.$queryRaw<[{ count: number }]>`SELECT people_count(${row.id}::uuid)::int AS count`
    const { displayName, participation, closure, identityProviders, ...rest } = row
    return {
      ...rest,
      name: displayName,
      joinedOn: participation && isoDate(participation.joinedOn),
      closed: closure && { at: closure.closedAt, reason: closure.reason },
      people: people.count,
      files: stored?.files ?? 0,
      bytes: stored?.bytes ?? 0,
      doors: identityProviders,
    }
  })
}

const pageSize = 50

/** The municipalities that take part, with their doors and what they store; a page at a time, by name. */
export function participants(who: Operator, page: number): Promise<{ rows: ParticipantRow[]; pageCount: number }> {
  return read(who, async (tx) => {
    const rows = await tx.$queryRaw<ParticipantRow[]>`
      SELECT m.number, m.display_name AS name, m.organisation_number AS "organisationNumber", p.joined_on::text AS "joinedOn",
        (SELECT count(*)::int FROM identity_provider d WHERE d.municipality_id = m.id AND d.status = 'approved') AS doors,
        coalesce(s.files, 0)::float8 AS files, coalesce(s.bytes, 0)::float8 AS bytes
      FROM participation p JOIN municipality m ON m.id = p.municipality_id LEFT JOIN storage_use() s ON s.municipality_id = m.id
      ORDER BY m.display_name COLLATE "nb-x-icu", m.number LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`
    return { rows, pageCount: Math.max(1, Math.ceil((await tx.participation.count()) / pageSize)) }
  })
}

export interface NationalLine {
  id: string
  at: Date
  action: string
  /** Whoever did it, by the end of their id; null where nobody was known. */
  who: string | null
  actorId: string | null
  municipality: string
  /** Of the request it was done in: what a reader is shown when something fails. */
  reference: string | null
  isRefused: boolean
  detail: unknown
}

/** The trail of sign-in, people, connections and who takes part, in all municipalities; the latest first. People are told by id alone. */
export function nationalLog(
  who: Operator,
  query: Partial<NationalLogQuery> & Pick<NationalLogQuery, 'side'>,
): Promise<{ lines: NationalLine[]; hasMore: boolean }> {
  return read(who, async (tx) => {
    const rows = await tx.auditEvent.findMany({
      where: { AND: narrowed(query) },
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
      skip: (query.side - 1) * pageSize,
      take: pageSize + 1,
      include: { municipality: { select: { displayName: true } } },
    })
    const lines = rows.slice(0, pageSize).map(({ id, at, action, actorId, detail, municipality, correlationId, outcome }) => ({
      ...{ id, at, action, actorId, detail, reference: correlationId, isRefused: outcome === 'refused' },
      who: actorId?.slice(-12) ?? null,
      municipality: municipality?.displayName ?? 'KommIT',
    }))
    return { lines, hasMore: rows.length > pageSize }
  })
}

function narrowed({ type, q, fra = '', til = '', ref, hvem }: Partial<NationalLogQuery>): Prisma.AuditEventWhereInput[] {
  return [
    ...(type ? [{ action: { startsWith: `${type}.` } }] : []),
    ...(q ? [{ municipality: { OR: [{ number: q }, { displayName: { contains: q, mode: 'insensitive' as const } }] } }] : []),
    { at: withinDays(fra, til) },
    ...(ref ? [{ correlationId: ref }] : []),
    ...(hvem ? [{ actorId: hvem }] : []),
  ]
}
