import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import { endThese } from '@/lib/platform/auth/session-store'
import { type Provisioner, signin, type Tx, transaction } from '@/lib/platform/db'
import { isUuid, newId } from '@/lib/platform/ids'
import { ScimFault, type Sought, type Stored, type Told } from './rules'
import { hashOfKey } from './tokens/commands'

/** The directory, as it is known by its key. */
export interface Directory extends Provisioner {
  tokenId: string
  connectionId: string
}

/** Which directory a key is of; null where it is none that counts. */
export function directoryOf(key: string): Promise<Directory | null> {
  return transaction(signin, async (tx) => {
    const [found] = await tx.$queryRaw<{ token_id: string; municipality_id: string; identity_provider_id: string }[]>`
      SELECT * FROM use_scim_token(${hashOfKey(key)})`
    if (!found) return null
    const { token_id: tokenId, municipality_id: municipalityId, identity_provider_id: connectionId } = found
    return { kind: 'provisioner', tokenId, municipalityId, connectionId }
  })
}

const fields = {
  ...{ id: true, userName: true, externalId: true, name: true, email: true, jobTitle: true, status: true, createdAt: true },
} satisfies Prisma.PersonSelect

const ownOf = ({ municipalityId }: Directory) => ({ municipalityId, homePersonId: null })

export function findUser(directory: Directory, id: string): Promise<Stored> {
  return transaction(directory, (tx) => userIn(tx, directory, id))
}

async function userIn(tx: Tx, directory: Directory, id: string): Promise<Stored> {
  const found = isUuid(id) ? await tx.person.findFirst({ where: { id, ...ownOf(directory) }, select: fields }) : null
  if (!found) throw new ScimFault(404, null, 'No such user')
  return found
}

/** Those that are asked for, a page of them by name. Whoever was there before the directory is found by their e-mail, where it is one person's alone. */
export function listUsers(
  directory: Directory,
  sought: Sought | null,
  { startIndex, count }: { startIndex: number; count: number },
): Promise<{ users: Stored[]; total: number }> {
  return transaction(directory, async (tx) => {
    const where = { ...ownOf(directory), ...(sought && whereOf(sought)) }
    const total = await tx.person.count({ where })
    if (total === 0 && sought?.by === 'userName') {
      const email = { equals: sought.value, mode: 'insensitive' as const }
      const known = await tx.person.findMany({ where: { ...ownOf(directory), userName: null, email }, take: 2, select: fields })
      return known.length === 1 ? { users: known.slice(0, count), total: 1 } : { users: [], total: 0 }
    }
    const order = [{ name: 'asc' as const }, { id: 'asc' as const }]
    const users = await tx.person.findMany({ where, orderBy: order, skip: startIndex - 1, take: count, select: fields })
    return { users, total }
  })
}

function whereOf({ by, value }: Sought): Prisma.PersonWhereInput {
  if (by === 'id') return isUuid(value) ? { id: value } : { id: '00000000-0000-0000-0000-000000000000' }
  return by === 'userName' ? { userName: { equals: value, mode: 'insensitive' } } : { externalId: value }
}

/** Makes somebody who may come in, or makes whoever has come in already by the same id of the directory theirs. */
export function makeUser(directory: Directory, told: Told & { userName: string }): Promise<Stored> {
  return transaction(directory, async (tx) => {
    await lock(tx, directory)
    await refuseTaken(tx, directory, told)
    const known = await comeBefore(tx, directory, told)
    if (known) return change(tx, directory, known, told)
    const id = newId()
    const status = told.active === false ? ('deactivated' as const) : ('active' as const)
    const { userName, externalId, name, jobTitle } = told
    const email = await freeEmail(tx, directory, told.email ?? '')
    await tx.person.createMany({
      data: [
        {
          ...{ id, ...ownOf(directory), userName, status, email },
          ...{ name: name || userName, externalId: externalId || null, jobTitle: jobTitle || null },
        },
      ],
    })
    await tx.roleAssignment.createMany({ data: [{ personId: id, role: 'member' }] })
    await note(tx, directory, 'person.create', id, { status, by: 'directory' })
    return userIn(tx, directory, id)
  })
}

export function changeUser(directory: Directory, id: string, told: Told): Promise<Stored> {
  return transaction(directory, async (tx) => {
    await lock(tx, directory)
    const before = await userIn(tx, directory, id)
    await refuseTaken(tx, directory, told, id)
    return change(tx, directory, before, told)
  })
}

/** One change of the people of a municipality at a time: two that are alike must not both be made, nor the last administrator go. */
function lock(tx: Tx, { municipalityId }: Directory) {
  return tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`administrators:${municipalityId}`}, 0))::text`
}

async function refuseTaken(tx: Tx, directory: Directory, { userName, externalId }: Told, id?: string): Promise<void> {
  if (userName === '') throw new ScimFault(400, 'invalidValue', 'userName is required')
  const same: Prisma.PersonWhereInput[] = [
    ...(userName ? [{ userName: { equals: userName, mode: 'insensitive' as const } }] : []),
    ...(externalId ? [{ externalId }] : []),
  ]
  if (same.length === 0) return
  const taken = await tx.person.count({ where: { ...ownOf(directory), OR: same, ...(id && { id: { not: id } }) } })
  if (taken > 0) throw new ScimFault(409, 'uniqueness', 'userName or externalId is in use')
}

/** Whoever has signed in at this door as the one the directory means. */
async function comeBefore(tx: Tx, directory: Directory, { externalId }: Told): Promise<Stored | null> {
  if (!externalId) return null
  const ids = { identityProviderId: directory.connectionId, OR: [{ objectId: externalId }, { subject: externalId }] }
  return tx.person.findFirst({ where: { ...ownOf(directory), externalId: null, identities: { some: ids } }, select: fields })
}

async function change(tx: Tx, directory: Directory, before: Stored, told: Told): Promise<Stored> {
  const { userName, externalId, name, email, jobTitle, active } = told
  const status = active === undefined ? before.status : active ? ('active' as const) : ('deactivated' as const)
  if (before.status === 'active' && status === 'deactivated') await keepAnAdministrator(tx, directory, before.id)
  const free = email === undefined ? before.email : ((await freeEmail(tx, directory, email, before.id)) ?? before.email)
  const after = {
    userName: userName ?? before.userName,
    externalId: externalId === undefined ? before.externalId : externalId || null,
    name: name || before.name,
    email: free,
    jobTitle: jobTitle === undefined ? before.jobTitle : jobTitle || null,
    status,
  }
  const changed = Object.entries(after).flatMap(([field, value]) => (before[field as keyof Stored] === value ? [] : [field]))
  if (changed.length === 0) return before
  await tx.person.updateMany({ where: { id: before.id }, data: after })
  if (status !== before.status) await follow(tx, directory, before, status)
  if (changed.some((field) => field !== 'status'))
    await note(tx, directory, 'person.change', before.id, { by: 'directory', fields: changed })
  return userIn(tx, directory, before.id)
}

/** What follows when somebody may come in, or may no longer. */
async function follow(tx: Tx, directory: Directory, { id }: Stored, status: Stored['status']): Promise<void> {
  if (status === 'deactivated') {
    await tx.personInvitation.deleteMany({ where: { personId: id, usedAt: null } })
    await endThese(tx, { personId: id }, 'deactivated')
    return note(tx, directory, 'person.deactivate', id, { by: 'directory' })
  }
  const roles = await tx.roleAssignment.count({ where: { personId: id } })
  if (roles === 0) await tx.roleAssignment.createMany({ data: [{ personId: id, role: 'member' }] })
  return note(tx, directory, 'person.reactivate', id, { by: 'directory' })
}

/** A municipality where nobody may give roles is locked out of its own house: another is made administrator first. */
async function keepAnAdministrator(tx: Tx, directory: Directory, leaving: string): Promise<void> {
  const administrates = { roles: { some: { role: 'municipality_admin' as const } } }
  if ((await tx.person.count({ where: { id: leaving, ...administrates } })) === 0) return
  const others = { ...ownOf(directory), status: 'active' as const, id: { not: leaving }, ...administrates }
  if ((await tx.person.count({ where: others })) === 0)
    throw new ScimFault(409, 'mutability', 'The last administrator cannot be deactivated: make another one first')
}

/** What is sent to one must not reach two. */
async function freeEmail(tx: Tx, directory: Directory, email: string, id?: string): Promise<string | null> {
  if (email === '') return null
  const equal = { email: { equals: email, mode: 'insensitive' as const } }
  const taken = await tx.person.count({ where: { ...ownOf(directory), ...equal, ...(id && { id: { not: id } }) } })
  return taken > 0 ? null : email
}

/** In the trail of the municipality, as done by nobody in it. */
async function note(
  tx: Tx,
  { municipalityId, tokenId }: Directory,
  action: string,
  id: string,
  detail: Prisma.InputJsonObject,
): Promise<void> {
  const entry = { municipalityId, action, subjectType: 'person', subjectId: id }
  await tx.auditEvent.createMany({ data: [{ ...entry, detail: { ...detail, person: id, key: tokenId } }] })
}
