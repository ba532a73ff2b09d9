import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import type { ConnectionKind, PersonStatus, Role, RoleSource } from '@/generated/prisma/enums'
import type { Staff } from '@/lib/platform/actor'
import { type Invitation, invitationOf } from '@/lib/platform/auth/invitation'
import { withinDays } from '@/lib/platform/dates'
import { read, type Tx } from '@/lib/platform/db'
import { isUuid } from '@/lib/platform/ids'
import { alive } from '@/lib/sessions/queries'
import type { LogQuery } from './input'
import { logKinds, peopleIn, withNames } from './log/rules'

export interface PersonRow {
  id: string
  name: string
  email: string | null
  jobTitle: string | null
  status: PersonStatus
  roles: { role: Role; source: RoleSource }[]
  lastSignIn: Date | null
}

export interface PersonView extends PersonRow {
  sessions: { id: string; device: string; startedAt: Date; lastSeenAt: Date }[]
  invitation: (Invitation & { movesSignIn: boolean }) | null
  /** Whether they have come in, or tried to. */
  isKnown: boolean
  /** Whether all that told who it was has been taken away, for good. */
  isErased: boolean
  /** The doors of the municipality they are known at. */
  doors: ConnectionKind[]
  /** Whether whoever used their invitation is known by another e-mail address than the one invited. */
  isDoubted: boolean
}

const pageSize = 50

const fields = {
  ...{ id: true, name: true, email: true, jobTitle: true, status: true },
  roles: { select: { role: true, source: true } },
  sessions: { select: { createdAt: true }, orderBy: { createdAt: 'desc' }, take: 1 },
} as const

/** The people of one's own municipality by name, those who wait first; a page at a time. Guests belong to theirs. */
export function peopleOf(who: Staff, { q, status, side }: { q: string; status: PersonStatus | ''; side: number }) {
  return read(who, async (tx) => {
    const like = { contains: q, mode: 'insensitive' as const }
    const where = {
      ...{ municipalityId: who.municipality.id, homePersonId: null },
      ...(status && { status }),
      ...(q && { OR: [{ name: like }, { email: like }] }),
    }
    const count = await tx.person.count({ where })
    const rows = await tx.person.findMany({
      where,
      select: fields,
      orderBy: [{ status: 'desc' }, { name: 'asc' }, { id: 'asc' }],
      skip: (side - 1) * pageSize,
      take: pageSize,
    })
    const people = rows.map(({ sessions, ...row }) => ({ ...row, lastSignIn: sessions[0]?.createdAt ?? null }))
    return { people, count, page: side, pageCount: Math.max(1, Math.ceil(count / pageSize)) }
  })
}

/** How many wait for the administrator. */
export function waitingCount(who: Staff): Promise<number> {
  return read(who, (tx) =>
    tx.person.count({ where: { municipalityId: who.municipality.id, status: 'pending', invitedAs: { none: {} } } }),
  )
}

export interface SetUp {
  people: number
  administrators: number
  /** How often projects report, in days; null where nobody has decided. */
  reportEveryDays: number | null
}

/** How far the municipality has come in setting itself up. */
export function setUpOf(who: Staff): Promise<SetUp> {
  return read(who, async (tx) => {
    const municipalityId = who.municipality.id
    const active = { municipalityId, homePersonId: null, status: 'active' as const }
    const settings = await tx.municipalitySettings.findUnique({ where: { municipalityId }, select: { reportEveryDays: true } })
    return {
      people: await tx.person.count({ where: active }),
      administrators: await tx.person.count({ where: { ...active, roles: { some: { role: 'municipality_admin' } } } }),
      reportEveryDays: settings?.reportEveryDays ?? null,
    }
  })
}

/** One of the people of one's own municipality, with the sessions that live; null where there is no such person there. */
export function personView(who: Staff, id: string): Promise<PersonView | null> {
  if (!isUuid(id)) return Promise.resolve(null)
  return read(who, async (tx) => {
    const row = await tx.person.findFirst({
      where: { id, municipalityId: who.municipality.id, homePersonId: null },
      select: {
        ...fields,
        erasedAt: true,
        invitedAs: {
          orderBy: { invitedAt: 'desc' },
          take: 1,
          select: { id: true, expiresAt: true, usedAt: true, movesSignIn: true },
        },
        identities: { select: { identityProviderId: true } },
      },
    })
    if (!row) return null
    const live = await tx.authSession.findMany({
      where: { personId: id, ...alive() },
      orderBy: { lastSeenAt: 'desc' },
      take: 50,
      select: { id: true, device: true, createdAt: true, lastSeenAt: true },
    })
    const { sessions, invitedAs, identities, erasedAt, ...person } = row
    const ids = identities.map(({ identityProviderId }) => identityProviderId)
    const doors = await tx.identityProvider.findMany({ where: { id: { in: ids } }, select: { kind: true } })
    const [invitation] = invitedAs
    return {
      ...person,
      lastSignIn: sessions[0]?.createdAt ?? null,
      sessions: live.map(({ id, device, createdAt, lastSeenAt }) => ({
        id,
        device: device ?? '',
        startedAt: createdAt,
        lastSeenAt,
      })),
      invitation: invitation && !invitation.usedAt ? { ...invitationOf(invitation), movesSignIn: invitation.movesSignIn } : null,
      isKnown: ids.length > 0,
      isErased: erasedAt !== null,
      doors: doors.map(({ kind }) => kind),
      isDoubted: person.status === 'pending' && Boolean(invitation?.usedAt),
    }
  })
}

export interface LogLine {
  id: string
  at: Date
  action: string
  who: string | null
  project: { id: string; title: string } | null
  detail: unknown
}

type LogChoice = Partial<LogQuery> & Pick<LogQuery, 'side'>

/** The trail of one's own municipality, the latest first; a page at a time. What is sought stands in the name of who did it, or of what it was. */
export function logOf(who: Staff, query: LogChoice): Promise<{ lines: LogLine[]; hasMore: boolean }> {
  return read(who, async (tx) => {
    const municipalityId = who.municipality.id
    const rows = await tx.auditEvent.findMany({
      where: { municipalityId, AND: [...(await sought(tx, municipalityId, query.q ?? '')), ...narrowed(query)] },
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
      skip: (query.side - 1) * pageSize,
      take: pageSize + 1,
    })
    const projects = await titlesOf(tx, rows)
    const people = rows.flatMap(({ actorId, detail }) => [...(actorId ? [actorId] : []), ...peopleIn(detail)])
    const known = await tx.person.findMany({ where: { id: { in: people } }, select: { id: true, name: true } })
    const names = new Map(known.map((person) => [person.id, person.name]))
    const lines = rows.slice(0, pageSize).map(({ id, at, action, actorId, detail, projectId }) => ({
      ...{ id, at, action, detail: withNames(detail, names), project: projects.get(projectId ?? '') ?? null },
      who: actorId === null ? null : (names.get(actorId) ?? ''),
    }))
    return { lines, hasMore: rows.length > pageSize }
  })
}

/** The projects that are there still. */
async function titlesOf(tx: Tx, rows: { projectId: string | null }[]) {
  const ids = rows.flatMap(({ projectId }) => projectId ?? [])
  const found = await tx.project.findMany({ where: { id: { in: ids } }, select: { id: true, title: true } })
  return new Map(found.map((project) => [project.id, project]))
}

async function sought(tx: Tx, municipalityId: string, q: string): Promise<Prisma.AuditEventWhereInput[]> {
  if (q === '') return []
  const contains = { contains: q, mode: 'insensitive' as const }
  const people = await tx.person.findMany({ where: { municipalityId, name: contains }, take: 500, select: { id: true } })
  const ids = people.map(({ id }) => id)
  const projects = await tx.project.findMany({ where: { municipalityId, title: contains }, take: 500, select: { id: true } })
  return [
    {
      OR: [
        { actorId: { in: ids } },
        { subjectId: { in: ids } },
        { projectId: { in: projects.map(({ id }) => id) } },
        { detail: { path: ['title'], string_contains: q, mode: 'insensitive' } },
      ],
    },
  ]
}

function narrowed({ type = '', fra = '', til = '' }: LogChoice): Prisma.AuditEventWhereInput[] {
  return [
    ...(type ? [{ OR: logKinds[type].map((kind) => ({ action: { startsWith: `${kind}.` } })) }] : []),
    { at: withinDays(fra, til) },
  ]
}
