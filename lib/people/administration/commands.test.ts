import { beforeEach, describe, expect, test, vi } from 'vitest'
import { noticePage } from '@/lib/news/queries'
import type { Staff } from '@/lib/platform/actor'
import { invitationOf, openInvitation } from '@/lib/platform/auth/invitation'
import { actor } from '@/lib/platform/auth/session'
import { newBrowser } from '@/lib/testing/browser'
import { makeAdvisor, makeStaff, owner } from '@/lib/testing/builders'
import { makeProvider } from '@/lib/testing/local-provider'
import { arrive, choose, kodeOf, letIn, signIn, startAt, startBy } from '@/lib/testing/sign-in'
import { erasePerson } from '../privacy/commands'
import { ownData } from '../privacy/queries'
import {
  admitPerson,
  deactivatePerson,
  endTheirSession,
  inviteAgain,
  invitePerson,
  moveSignIn,
  namePerson,
  setRoles,
} from './commands'
import { logOf, peopleOf, personView } from './queries'

vi.mock('next/headers', async () => (await import('@/lib/testing/browser')).nextHeaders)

beforeEach(() => {
  newBrowser()
  vi.spyOn(console, 'error').mockImplementation(() => {})
  vi.spyOn(console, 'info').mockImplementation(() => {})
})

/** A municipality with an administrator, a colleague, and a door they both come in by. */
async function makeTownHall() {
  const siri = await makeStaff({ roles: ['member', 'municipality_admin'], name: 'Navn siri' })
  const { municipality } = siri
  const kari = await makeStaff({ municipality, name: 'Navn kari' })
  const provider = await makeProvider({ municipalityId: municipality.id, subjects: ['siri', 'kari', 'ny'] })
  await letIn(provider, 'siri', siri.personId)
  await letIn(provider, 'kari', kari.personId)
  return { siri, kari, provider, door: municipality.number }
}

const invitation = { name: 'Navn ny', email: 'ny@test.example', jobTitle: '', roles: ['portfolio_reader' as const] }

async function linkTo(siri: Staff, personId: string): Promise<string> {
  return (await personView(siri, personId))?.invitation?.token ?? ''
}

const comeBy = async (token: string, sub: string) => arrive(await choose(await startBy(token), sub))

describe('an invitation', () => {
  test('lets in whoever comes by its link through the door of the municipality, once, as the one who was invited', async () => {
    const { siri, door } = await makeTownHall()
    const personId = await invitePerson(siri, invitation)
    const token = await linkTo(siri, personId)
    expect(await openInvitation(token)).toMatchObject({ name: 'Navn ny', municipality: { number: door } })
    expect(kodeOf(await signIn(door, 'ny'))).toBe('ukjent')
    newBrowser()
    await comeBy(token, 'ny')
    expect(await actor()).toMatchObject({ personId, roles: expect.arrayContaining(['member', 'portfolio_reader']) })
    expect(await openInvitation(token)).toBeNull()
    newBrowser()
    await signIn(door, 'ny')
    expect(await actor()).toMatchObject({ personId })
  })

  test('opens no other municipality’s door, and changes nobody who has one already', async () => {
    const [here, there] = [await makeTownHall(), await makeTownHall()]
    const personId = await invitePerson(here.siri, invitation)
    const token = await linkTo(here.siri, personId)
    await startBy(token)
    expect(kodeOf(await signIn(there.door, 'ny'))).toBe('ukjent')
    expect(kodeOf(await signIn(here.door, 'ny'))).toBe('ukjent')
    newBrowser()
    await comeBy(token, 'kari')
    expect(await actor()).toMatchObject({ personId: here.kari.personId })
    expect(await openInvitation(token)).not.toBeNull()
  })

  test('is none when it is made up, has run out, or was replaced', async () => {
    const { siri } = await makeTownHall()
    const personId = await invitePerson(siri, invitation)
    const first = await linkTo(siri, personId)
    await inviteAgain(siri, { personId })
    expect(await openInvitation(first)).toBeNull()
    const second = await linkTo(siri, personId)
    expect(second).not.toBe('')
    await owner().personInvitation.updateMany({ where: { personId }, data: { expiresAt: new Date(Date.now() - 1000) } })
    expect(await openInvitation(second)).toBeNull()
    const made = invitationOf({ id: personId, expiresAt: new Date() }).token
    for (const odd of ['', 'x', `${second}A`, 'æ'.repeat(60), 'A'.repeat(5000), made])
      expect(await openInvitation(odd)).toBeNull()
  })

  test('is not made to somebody who comes in already: another would come in as them', async () => {
    const { siri, kari, provider } = await makeTownHall()
    await expect(inviteAgain(siri, { personId: kari.personId })).rejects.toMatchObject({ fields: { person: 'errors.hasSignIn' } })
    // Nor does one that is there let another in as somebody who has come in since.
    const personId = await invitePerson(siri, invitation)
    const token = await linkTo(siri, personId)
    await letIn(provider, 'annen', personId)
    expect(kodeOf(await comeBy(token, 'ny'))).toBe('ukjent')
    expect(await owner().externalIdentity.count({ where: { personId } })).toBe(1)
  })

  test('makes somebody who knocked at the door first the one who was invited', async () => {
    const { siri, provider, door } = await makeTownHall()
    await owner().identityProvider.update({ where: { id: provider.connectionId }, data: { provisioning: 'pending' } })
    expect(kodeOf(await signIn(door, 'ny'))).toBe('venter')
    const waiting = await owner().person.findFirstOrThrow({ where: { municipality: { number: door }, status: 'pending' } })
    const personId = await invitePerson(siri, { ...invitation, email: 'navn.ny@test.example' })
    await owner().person.update({ where: { id: personId }, data: { email: 'ny@test.example' } })
    newBrowser()
    await comeBy(await linkTo(siri, personId), 'ny')
    expect(await actor()).toMatchObject({ personId, roles: expect.arrayContaining(['portfolio_reader']) })
    expect(await owner().person.findUnique({ where: { id: waiting.id } })).toBeNull()
  })

  test('leaves somebody who has been let in who they are', async () => {
    const { siri, provider, door } = await makeTownHall()
    await owner().identityProvider.update({ where: { id: provider.connectionId }, data: { provisioning: 'pending' } })
    await signIn(door, 'ny')
    const { id } = await owner().person.findFirstOrThrow({ where: { municipality: { number: door }, status: 'pending' } })
    await admitPerson(siri, { personId: id })
    const other = await invitePerson(siri, { ...invitation, email: 'per@test.example' })
    newBrowser()
    await comeBy(await linkTo(siri, other), 'ny')
    expect(await actor()).toMatchObject({ personId: id })
  })

  test('waits for the administrator where whoever uses it is known by another address', async () => {
    const { siri, door } = await makeTownHall()
    const personId = await invitePerson(siri, { ...invitation, email: 'per@test.example' })
    expect(kodeOf(await comeBy(await linkTo(siri, personId), 'ny'))).toBe('venter')
    expect(await actor()).toEqual({ kind: 'visitor' })
    expect(await personView(siri, personId)).toMatchObject({
      ...{ status: 'pending', email: 'per@test.example', name: 'Navn ny', isDoubted: true, isKnown: true, invitation: null },
    })
    newBrowser()
    expect(kodeOf(await signIn(door, 'ny'))).toBe('venter')
    await admitPerson(siri, { personId })
    newBrowser()
    await signIn(door, 'ny')
    expect(await actor()).toMatchObject({ personId })
  })

  test('is sent once to an address', async () => {
    const { siri } = await makeTownHall()
    await invitePerson(siri, invitation)
    await expect(invitePerson(siri, invitation)).rejects.toMatchObject({ fields: { email: 'errors.emailTaken' } })
  })
})

describe('another sign-in for somebody who has one', () => {
  /** Kari, known at a second provider of the municipality as another. */
  async function makeMove() {
    const made = await makeTownHall()
    const municipalityId = made.siri.municipality.id
    const second = await makeProvider({
      municipalityId,
      subjects: ['karin'],
      connection: { approvedAt: new Date(Date.now() + 1000) },
    })
    second.lies.claims = (honest) => ({ ...honest, email: 'KARI@test.example' })
    return { ...made, second }
  }

  test('counts from when its link is used: the earlier one is gone, with its sessions, and the person has been told', async () => {
    const { siri, kari, door, provider } = await makeMove()
    const early = async () => choose(await startAt(door, '', undefined, { dor: provider.connectionId }), 'kari')
    await arrive(await early())
    await moveSignIn(siri, { personId: kari.personId })
    expect(await actor()).toMatchObject({ personId: kari.personId })
    expect((await noticePage(kari, 1)).notices).toEqual([
      expect.objectContaining({ kind: 'sign_in_moves', path: '/innlogginger', isNew: true }),
    ])
    const token = await linkTo(siri, kari.personId)
    newBrowser()
    await comeBy(token, 'karin')
    expect(await actor()).toMatchObject({ personId: kari.personId, roles: ['member'] })
    const sessions = await owner().authSession.findMany({ where: { personId: kari.personId }, orderBy: { createdAt: 'asc' } })
    expect(sessions.map(({ endedFor }) => endedFor)).toEqual(['moved', null])
    expect(await openInvitation(token)).toBeNull()
    newBrowser()
    expect(kodeOf(await arrive(await early()))).toBe('ukjent')
    const { lines } = await logOf(siri, { type: 'access', side: 1 })
    const moves = lines.filter(({ action }) => action === 'person.move')
    expect(moves.map(({ action, who }) => [action, who])).toEqual([
      ['person.move', 'Navn karin'],
      ['person.move', 'Navn siri'],
    ])
  })

  test('A3 is given by the administrator of the same municipality, to somebody who has one', async () => {
    const { siri, kari } = await makeMove()
    const stranger = await makeStaff({ roles: ['member', 'municipality_admin'] })
    for (const who of [stranger, kari])
      await expect(moveSignIn(who, { personId: siri.personId })).rejects.toMatchObject({
        reason: expect.stringMatching(/not-found|forbidden/),
      })
    const personId = await invitePerson(siri, invitation)
    await expect(moveSignIn(siri, { personId })).rejects.toMatchObject({ reason: 'conflict' })
    await deactivatePerson(siri, { personId: kari.personId })
    await expect(moveSignIn(siri, { personId: kari.personId })).rejects.toMatchObject({ reason: 'conflict' })
  })
})

describe('a name', () => {
  test('is filled in where the provider tells none, and stands until it does', async () => {
    const { siri, provider, door } = await makeTownHall()
    await owner().identityProvider.update({ where: { id: provider.connectionId }, data: { provisioning: 'member' } })
    provider.lies.claims = ({ name: _, ...honest }) => ({ ...honest, upn: 'ny@kommune.example' })
    await signIn(door, 'ny')
    const who = await actor()
    const personId = who.kind === 'staff' ? who.personId : ''
    expect(who).toMatchObject({ name: 'ny@kommune.example' })
    await namePerson(siri, { personId, name: 'Nina Nyhus' })
    await signIn(door, 'ny')
    expect(await actor()).toMatchObject({ personId, name: 'Nina Nyhus' })
    provider.lies.claims = (honest) => honest
    await signIn(door, 'ny')
    expect(await actor()).toMatchObject({ personId, name: 'Navn ny' })
  })

  test('is never what the provider numbers somebody by', async () => {
    const { provider, door } = await makeTownHall()
    await owner().identityProvider.update({ where: { id: provider.connectionId }, data: { provisioning: 'member' } })
    provider.lies.claims = ({ name: _, ...honest }) => honest
    await signIn(door, 'ny')
    expect(await actor()).toMatchObject({ name: 'Uten navn' })
  })
})

describe('roles and access', () => {
  test('S8 are given and taken, from the next click, and never so that nobody is left to give them', async () => {
    const { siri, kari, door } = await makeTownHall()
    await signIn(door, 'kari')
    await setRoles(siri, { personId: kari.personId, roles: ['portfolio_manager', 'municipality_admin'] })
    expect(await actor()).toMatchObject({ roles: expect.arrayContaining(['portfolio_manager', 'municipality_admin', 'member']) })
    await setRoles(siri, { personId: siri.personId, roles: [] })
    expect(await actor()).toMatchObject({ roles: expect.not.arrayContaining(['advisor']) })
    const alone = { ...kari, roles: ['member', 'municipality_admin'] as const }
    await expect(setRoles(alone, { personId: kari.personId, roles: [] })).rejects.toMatchObject({
      fields: { 'roles[]': 'errors.lastAdmin' },
    })
  })

  test('S7 T6 whoever is turned off is out everywhere with the same stroke, and in again when turned on', async () => {
    const { siri, kari, door } = await makeTownHall()
    await signIn(door, 'kari')
    const { sessions } = (await personView(siri, kari.personId)) ?? { sessions: [] }
    expect(sessions).toHaveLength(1)
    await deactivatePerson(siri, { personId: kari.personId })
    expect(await actor()).toEqual({ kind: 'visitor' })
    expect(await owner().authSession.findMany({ where: { personId: kari.personId } })).toEqual([
      expect.objectContaining({ endedFor: 'deactivated' }),
    ])
    expect(kodeOf(await signIn(door, 'kari'))).toBe('deaktivert')
    await admitPerson(siri, { personId: kari.personId })
    await signIn(door, 'kari')
    expect(await actor()).toMatchObject({ personId: kari.personId })
    await expect(deactivatePerson(siri, { personId: siri.personId })).rejects.toMatchObject({
      fields: { person: 'errors.notYourself' },
    })
  })

  test('S7 one session of somebody is ended', async () => {
    const { siri, kari, door } = await makeTownHall()
    await signIn(door, 'kari')
    const { sessions } = (await personView(siri, kari.personId)) ?? { sessions: [] }
    await endTheirSession(siri, { personId: kari.personId, sessionId: sessions[0]?.id ?? '' })
    expect(await actor()).toEqual({ kind: 'visitor' })
  })

  test('A3 belong to the administrator of the same municipality, and to nobody else', async () => {
    const { siri, kari } = await makeTownHall()
    const stranger = await makeStaff({ roles: ['member', 'municipality_admin'] })
    const target = { personId: kari.personId }
    for (const who of [stranger, kari, await makeAdvisor(), { ...siri, home: { name: 'Et annet sted' } }]) {
      const reason = expect.stringMatching(/not-found|forbidden/)
      await expect(setRoles(who, { ...target, roles: ['municipality_admin'] })).rejects.toMatchObject({ reason })
      await expect(deactivatePerson(who, target)).rejects.toMatchObject({ reason })
      await expect(inviteAgain(who, target)).rejects.toMatchObject({ reason })
      await expect(erasePerson(who, target)).rejects.toMatchObject({ reason })
    }
    expect(await personView(stranger, kari.personId)).toBeNull()
    expect((await peopleOf(stranger, { q: 'Navn kari', status: '', side: 1 })).people).toEqual([])
    expect((await logOf(stranger, { type: '', side: 1 })).lines).toEqual([])
  })

  test('are told in the log of the municipality', async () => {
    const { siri, kari } = await makeTownHall()
    await setRoles(siri, { personId: kari.personId, roles: ['portfolio_reader'] })
    const { lines } = await logOf(siri, { type: 'access', side: 1 })
    expect(lines[0]).toMatchObject({
      action: 'person.roles',
      who: 'Navn siri',
      detail: { added: ['portfolio_reader'], removed: [] },
    })
  })
})

describe('what is stored of somebody', () => {
  test('is given to them, and to them alone', async () => {
    const { siri, kari, door } = await makeTownHall()
    await signIn(door, 'kari')
    const data = await ownData(kari)
    const of = (table: string) => data.filter((row) => row.table === table).map(({ content }) => content)
    expect(of('person')).toEqual([expect.objectContaining({ name: 'Navn kari' })])
    expect(of('auth_session')).toHaveLength(1)
    expect(of('audit_event')).toContainEqual(expect.objectContaining({ action: 'session.start' }))
    expect(JSON.stringify(data)).not.toContain(siri.personId)
    expect(JSON.stringify(data)).not.toContain('token_hash')
  })

  test('L1 is taken away when the municipality erases them: the name, and all they were known by', async () => {
    const { siri, kari, door } = await makeTownHall()
    await signIn(door, 'kari')
    await expect(erasePerson(siri, { personId: kari.personId })).rejects.toMatchObject({ reason: 'conflict' })
    await deactivatePerson(siri, { personId: kari.personId })
    await erasePerson(siri, { personId: kari.personId })
    const row = await owner().person.findUniqueOrThrow({
      where: { id: kari.personId },
      include: { identities: true, roles: true },
    })
    expect(row).toMatchObject({ name: 'Tidligere ansatt', email: null, jobTitle: null, identities: [], roles: [] })
    expect(kodeOf(await signIn(door, 'kari'))).toBe('ukjent')
  })
})
