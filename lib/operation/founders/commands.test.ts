import { beforeEach, describe, expect, test, vi } from 'vitest'
import { POST as tryIt } from '@/app/(open)/kom-i-gang/[id]/prov/route'
import { POST as comeIn } from '@/app/(open)/kom-i-gang/inn/route'
import { POST as openLink } from '@/app/(open)/kom-i-gang/lenke/[token]/start/route'
import { approveConnection } from '@/lib/connections/approval/commands'
import { createConnection, saveClient, submitConnection } from '@/lib/connections/commands'
import { connectionView } from '@/lib/connections/queries'
import type { Founder } from '@/lib/platform/actor'
import { founder, openSetup } from '@/lib/platform/auth/founder'
import { actor } from '@/lib/platform/auth/session'
import { newSetupLink } from '@/lib/platform/auth/setup-link'
import { config } from '@/lib/platform/config'
import { transaction } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { newBrowser } from '@/lib/testing/browser'
import { makeAdvisor, makeMunicipality, makeOperator, makeProject, makeStaff, owner } from '@/lib/testing/builders'
import { makeProvider } from '@/lib/testing/local-provider'
import { arrive, choose, kodeOf, onwardFrom, signIn } from '@/lib/testing/sign-in'
import { approveNational, inviteNational } from '@/scripts/tools/first-operator'
import { endSetup, inviteFounder, inviteFounderAgain } from './commands'
import { founderOf, setups } from './queries'

vi.mock('next/headers', async () => (await import('@/lib/testing/browser')).nextHeaders)
// Read once a request: in a test, each call is one.
vi.mock('react', async (original) => ({ ...(await original<typeof import('react')>()), cache: <T>(work: T) => work }))

beforeEach(() => {
  newBrowser()
  vi.spyOn(console, 'error').mockImplementation(() => {})
  vi.spyOn(console, 'log').mockImplementation(() => {})
})

const invited = { name: 'Navn kari', email: 'annen@test.example', role: 'municipality_admin' as const }
const tokenOf = (link: string) => link.split('/').at(-1) ?? ''
const pressed = (path: string, headers: Record<string, string> = { origin: config().origin }) =>
  new Request(`${config().origin}${path}`, { method: 'POST', headers })

/** Presses the button of a link; gives where it leads. */
async function press(token: string, headers?: Record<string, string>): Promise<string> {
  const response = await openLink(pressed('/kom-i-gang/lenke/x/start', headers), { params: Promise.resolve({ token }) })
  return response.headers.get('location') ?? ''
}

async function begun(
  number: string,
  role: 'municipality_admin' | 'advisor' = 'municipality_admin',
): Promise<{ who: Founder; setupId: string; token: string }> {
  const token = tokenOf(await inviteFounder(await makeOperator(), { number, ...invited, role }))
  expect(await press(token)).toBe('/kom-i-gang')
  const who = await founder()
  if (!who) throw new Error('Nobody sets up')
  return { who, setupId: who.setupId, token }
}

/** Sets up a connection to a real provider as its founder, up to the trial. */
async function connected(who: Founder, subjects = ['kari', 'ny']) {
  const provider = await makeProvider({ subjects, municipalityId: (await makeMunicipality()).id })
  const at = { kind: 'keycloak' as const, issuer: provider.issuer, directoryId: '', environment: 'production' as const }
  const id = await createConnection(who, at)
  const { clientSecretEncrypted: _, ...row } = await owner().identityProvider.findUniqueOrThrow({ where: { id } })
  const proof = { clientId: provider.clientId, authentication: 'client_secret' as const, clientSecret: 'x'.repeat(20) }
  await saveClient(who, { connectionId: id, version: row.version, ...proof, minimumAcr: who.municipality ? '' : 'high' })
  return { id, provider }
}

describe('the first administrator of a municipality', () => {
  test('comes by a link that is kept as a hash, counts once, and opens by a press of our own', async () => {
    const { number, id } = await makeMunicipality()
    const operator = await makeOperator()
    const token = tokenOf(await inviteFounder(operator, { number, ...invited }))
    expect(JSON.stringify(await owner().setupInvitation.findMany())).not.toContain(token)
    expect(await openSetup(token)).toMatchObject({ door: number, founder: { name: invited.name } })
    expect(await openSetup(`${token}x`)).toBeNull()
    expect(await press(token, { origin: 'https://evil.example' })).toContain('/kom-i-gang/lenke/')
    expect(await press(token)).toBe('/kom-i-gang')
    expect(await founder()).toMatchObject({ kind: 'founder', municipality: { number } })
    expect(await actor()).toEqual({ kind: 'visitor' })
    newBrowser()
    expect(await press(token)).toContain('/kom-i-gang/lenke/')
    expect(await founder()).toBeNull()
    expect(await setups(operator, id)).toMatchObject([{ state: 'opened' }])
    const trail = await owner().auditEvent.findMany({ where: { municipalityId: id }, orderBy: { at: 'asc' } })
    expect(trail.map(({ action }) => action)).toEqual(['person.setup', 'person.setup-open'])
  })

  test('a link that has run out, was taken back or replaced opens nothing, nor does what was opened with it', async () => {
    const { number } = await makeMunicipality()
    const operator = await makeOperator()
    const late = tokenOf(await inviteFounder(operator, { number, ...invited }))
    await owner().setupInvitation.updateMany({ data: { expiresAt: new Date(Date.now() - 1000) } })
    expect(await openSetup(late)).toBeNull()
    expect(await press(late)).toContain('/kom-i-gang/lenke/')
    const { setupId } = await begun(number)
    const anew = tokenOf(await inviteFounderAgain(operator, { setupId }))
    expect(await founder()).toBeNull()
    expect(await press(anew)).toBe('/kom-i-gang')
    await endSetup(operator, { setupId: (await founder())?.setupId ?? '' })
    expect(await founder()).toBeNull()
    const opened = await begun(number)
    await owner().setupInvitation.updateMany({ where: { id: opened.setupId }, data: { sessionExpiresAt: new Date() } })
    expect(await founder()).toBeNull()
  })

  test('sets up a connection and nothing else: neither another’s, nor anything the municipality has', async () => {
    const kari = await makeStaff()
    const project = await makeProject(kari)
    const { who } = await begun(kari.municipality.number)
    const { id } = await connected(who)
    const other = await begun((await makeMunicipality()).number)
    expect(await connectionView(other.who, id)).toBeNull()
    await expect(
      saveClient(other.who, {
        connectionId: id,
        version: 2,
        clientId: 'x',
        authentication: 'client_secret',
        clientSecret: 'y',
        minimumAcr: '',
      }),
    ).rejects.toMatchObject({ reason: 'not-found' })
    const counts = await transaction(who, async (tx) => [
      await tx.project.count({ where: { id: project.id } }),
      await tx.person.count({ where: { municipalityId: kari.municipality.id } }),
      await tx.auditEvent.count({ where: { municipalityId: kari.municipality.id, actorId: kari.personId } }),
    ])
    expect(counts).toEqual([0, 0, 0])
    const approve = { status: 'approved' as const, approvedAt: new Date() }
    await expect(transaction(who, (tx) => tx.identityProvider.updateMany({ where: { id }, data: approve }))).rejects.toThrow(
      /row-level security/,
    )
    await expect(
      transaction(who, (tx) => tx.$queryRaw`SELECT seat_founder(${who.setupId}::uuid, ${id}::uuid, 'kari')`),
    ).rejects.toThrow(/row-level security/)
    await endSetup(await makeOperator(), { setupId: who.setupId })
    await expect(submitConnection(who, { connectionId: id })).rejects.toMatchObject({ reason: 'forbidden' })
  })

  test('tries it, is approved, and comes in as administrator with no more links', async () => {
    const { number, id: municipalityId } = await makeMunicipality()
    const { who, setupId } = await begun(number)
    const { id } = await connected(who)
    // What the trial keeps, held against a whole sign-in by the test of KommIT below.
    await owner().setupInvitation.update({ where: { id: setupId }, data: { connectionId: id, subject: 'kari' } })
    await owner().identityProvider.update({ where: { id }, data: { testedAt: new Date(), testedBy: 'Navn kari' } })
    await submitConnection(who, { connectionId: id })
    const operator = await makeOperator()
    expect(await founderOf(operator, id)).toEqual({ name: invited.name, email: invited.email })
    await approveConnection(operator, { connectionId: id })
    const person = await owner().person.findUniqueOrThrow({
      where: { id: who.personId },
      include: { roles: true, identities: true },
    })
    expect(person).toMatchObject({ municipalityId, status: 'active', identities: [{ subject: 'kari', identityProviderId: id }] })
    expect(person.roles.map(({ role }) => role).sort()).toEqual(['member', 'municipality_admin'])
    expect(await founder()).toBeNull()
    expect(await setups(operator, municipalityId)).toMatchObject([{ state: 'seated' }])
    expect(await founderOf(operator, id)).toBeNull()
  })

  test('where there is a door already, the link leads through it: for the one invited, once', async () => {
    const municipality = await makeMunicipality()
    await makeProvider({ municipalityId: municipality.id, subjects: ['kari', 'ny'] })
    const enter = async (sub: string) => arrive(await choose(await onwardFrom(await comeIn(pressed('/kom-i-gang/inn'))), sub))
    const { who } = await begun(municipality.number)
    expect(kodeOf(await enter('ny'))).toBe('ikke-invitert')
    expect(await owner().person.count({ where: { id: who.personId } })).toBe(0)
    newBrowser()
    const again = await begun(municipality.number)
    await owner().setupInvitation.updateMany({ where: { id: again.setupId }, data: { email: 'Kari@test.example' } })
    expect(await enter('kari')).toContain('/admin')
    const known = { kind: 'staff', personId: again.who.personId, roles: ['member', 'municipality_admin'] }
    expect(await actor()).toMatchObject({ ...known, municipality: { number: municipality.number } })
    newBrowser()
    expect(kodeOf(await signIn(municipality.number, 'ny'))).toBe('ukjent')
  })

  test('only operators send for somebody', async () => {
    const { number } = await makeMunicipality()
    for (const other of [await makeStaff({ roles: ['municipality_admin'] }), await makeAdvisor()])
      await expect(inviteFounder(other, { number, ...invited })).rejects.toMatchObject({ reason: 'forbidden' })
    await expect(inviteFounder(await makeOperator(), { number: '0001', ...invited })).rejects.toMatchObject({
      reason: 'not-found',
    })
  })
})

describe('the first operator', () => {
  test('is sent for by whoever holds the database, sets up the door of KommIT, and is let in by a command', async () => {
    const { token, ...link } = newSetupLink()
    await inviteNational(owner(), { id: newId(), name: 'Navn kari', email: invited.email, ...link })
    await expect(approveNational(owner())).rejects.toThrow('No connection')
    expect(await press(token)).toBe('/kom-i-gang')
    const who = await founder()
    if (!who) throw new Error('Nobody sets up')
    const { id } = await connected(who)
    await owner().identityProvider.update({ where: { id }, data: { testedAt: new Date(), testedBy: 'Navn kari' } })
    await owner().setupInvitation.update({ where: { id: who.setupId }, data: { connectionId: id, subject: 'kari' } })
    await submitConnection(who, { connectionId: id })
    expect(await approveNational(owner())).toMatchObject([{ tester: 'Navn kari', seated: 'Navn kari' }])
    const person = await owner().person.findUniqueOrThrow({ where: { id: who.personId }, include: { roles: true } })
    expect(person).toMatchObject({ municipalityId: null, roles: [{ role: 'operator' }] })
    const again = await createConnection(
      { ...who },
      { kind: 'keycloak', issuer: 'x', directoryId: '', environment: 'production' },
    ).catch((error: unknown) => error)
    expect(again).toBeInstanceOf(Error)
    await owner().identityProvider.updateMany({ where: { id }, data: { status: 'approved' } })
    await owner().identityProvider.create({
      data: { name: 'KommIT', issuer: 'https://to.example', clientId: 'to', status: 'submitted', minimumAcr: 'high' },
    })
    await expect(approveNational(owner())).rejects.toThrow('/drift')
  })
})

test('a trial by a founder remembers who they were', async () => {
  const { who } = await begun((await makeMunicipality()).number)
  const provider = await makeProvider({ subjects: ['kari'], municipalityId: who.municipality?.id ?? null })
  await owner().identityProvider.update({ where: { id: provider.connectionId }, data: { status: 'draft', approvedAt: null } })
  const params = Promise.resolve({ id: provider.connectionId })
  const page = await arrive(await choose(await onwardFrom(await tryIt(pressed('/kom-i-gang/x/prov'), { params })), 'kari'))
  expect(page).toBe(`/kom-i-gang/${provider.connectionId}?ok=testedOk#prov`)
  expect(await owner().setupInvitation.findUnique({ where: { id: who.setupId } })).toMatchObject({
    connectionId: provider.connectionId,
    subject: 'kari',
  })
  expect(await owner().identityProvider.findUnique({ where: { id: provider.connectionId } })).toMatchObject({
    testedBy: 'Navn kari',
  })
})

test('A whoever is to be an advisor tries no connection: what is national others set up', async () => {
  const { who } = await begun('kommit', 'advisor')
  const provider = await makeProvider({ subjects: ['kari'], municipalityId: null })
  await owner().identityProvider.update({ where: { id: provider.connectionId }, data: { status: 'draft', approvedAt: null } })
  const params = Promise.resolve({ id: provider.connectionId })
  await tryIt(pressed('/kom-i-gang/x/prov'), { params })
    .then(onwardFrom)
    .then((onward) => choose(onward, 'kari'))
    .then(arrive)
    .catch(() => null)
  expect(await owner().identityProvider.findUnique({ where: { id: provider.connectionId } })).toMatchObject({ testedAt: null })
  expect(await owner().setupInvitation.findUnique({ where: { id: who.setupId } })).toMatchObject({ connectionId: null })
})
