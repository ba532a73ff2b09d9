import { beforeEach, describe, expect, test, vi } from 'vitest'
import { doorsOf } from '@/lib/platform/auth/providers'
import { actor } from '@/lib/platform/auth/session'
import { newBrowser } from '@/lib/testing/browser'
import { makeMunicipality, owner } from '@/lib/testing/builders'
import { makeProvider } from '@/lib/testing/local-provider'
import { kodeOf, makeDoor, signIn, startAt } from '@/lib/testing/sign-in'

vi.mock('next/headers', async () => (await import('@/lib/testing/browser')).nextHeaders)

beforeEach(async () => {
  newBrowser()
  vi.spyOn(console, 'error').mockImplementation(() => {})
  vi.spyOn(console, 'info').mockImplementation(() => {})
  await owner().identityProvider.updateMany({ where: { isShared: true }, data: { status: 'disabled' } })
})

/** Ansattporten as small municipalities share it, where people represent the organisation that is named. */
async function makeShared(connection: object = {}) {
  const provider = await makeProvider({
    subjects: ['kari', 'ola'],
    connection: { kind: 'ansattporten', isShared: true, minimumAcr: 'substantial', provisioning: 'pending', ...connection },
  })
  const represent = (organisationNumber: string) => {
    provider.lies.claims = (honest) => ({
      ...honest,
      acr: 'substantial',
      authorization_details: [{ type: 'ansattporten:orgno', orgno: `0192:${organisationNumber}` }],
    })
  }
  return { provider, represent }
}

/** A municipality that takes part and has no door of its own. */
async function makeSmall() {
  const { id, number } = await makeMunicipality()
  await owner().participation.upsert({
    where: { municipalityId: id },
    create: { municipalityId: id, joinedOn: new Date(), intro: '' },
    update: {},
  })
  const { organisationNumber } = await owner().municipality.findUniqueOrThrow({ where: { id } })
  return { id, number, organisationNumber }
}

const letIn = (municipalityId: string) =>
  owner().person.updateMany({ where: { municipalityId, status: 'pending' }, data: { status: 'active' } })

describe('a door that small municipalities share', () => {
  test('P9 leads to the municipality whose organisation number is signed, whichever was chosen', async () => {
    const { represent } = await makeShared()
    const [one, two] = [await makeSmall(), await makeSmall()]
    represent(one.organisationNumber)
    expect(kodeOf(await signIn(two.number, 'kari'))).toBe('venter')
    await letIn(one.id)
    await signIn(two.number, 'kari')
    expect(await actor()).toMatchObject({ kind: 'staff', municipality: { number: one.number } })
    expect(await owner().person.count({ where: { municipalityId: two.id } })).toBe(0)
    const session = await owner().authSession.findFirstOrThrow({ where: { municipalityId: one.id } })
    expect(session.endedAt).toBeNull()
  })

  test('P9 leads nowhere for an organisation that is unknown, takes no part, has had a door of its own, or is not named', async () => {
    const { represent, provider } = await makeShared()
    const small = await makeSmall()
    const outside = await makeMunicipality()
    await owner().participation.deleteMany({ where: { municipalityId: outside.id } })
    const own = await makeDoor()
    await owner().identityProvider.update({ where: { id: own.provider.connectionId }, data: { status: 'disabled' } })
    const numberOf = async (id: string) => (await owner().municipality.findUniqueOrThrow({ where: { id } })).organisationNumber
    for (const organisation of ['974772248', await numberOf(outside.id), await numberOf(own.staff.municipality.id)]) {
      represent(organisation)
      expect(kodeOf(await signIn(small.number, 'kari'))).toBe('organisasjon')
    }
    provider.lies.claims = (honest) => ({ ...honest, acr: 'substantial' })
    expect(kodeOf(await signIn(small.number, 'kari'))).toBe('organisasjon')
    expect(await owner().person.count({ where: { municipalityId: { in: [small.id, outside.id] } } })).toBe(0)
  })

  test('T4 knows somebody as one person of one municipality, whomever they represent the next time', async () => {
    const { represent } = await makeShared()
    const [one, two] = [await makeSmall(), await makeSmall()]
    represent(one.organisationNumber)
    await signIn(one.number, 'kari')
    await letIn(one.id)
    represent(two.organisationNumber)
    expect(kodeOf(await signIn(two.number, 'kari'))).toBe('feil-kommune')
  })

  test('T6 is listed for each that takes part and has had none of its own, and lets their people be no longer when it is closed', async () => {
    const { provider, represent } = await makeShared()
    const [small, own] = [await makeSmall(), await makeDoor()]
    const outside = await makeMunicipality()
    await owner().participation.deleteMany({ where: { municipalityId: outside.id } })
    expect(await doorsOf(small.number)).toEqual([{ connectionId: provider.connectionId, kind: 'ansattporten', isShared: true }])
    expect(await doorsOf(own.door)).toEqual([{ connectionId: own.provider.connectionId, kind: 'oidc', isShared: false }])
    expect(await doorsOf(outside.number)).toEqual([])
    expect((await doorsOf(null)).map(({ connectionId }) => connectionId)).not.toContain(provider.connectionId)
    expect(await startAt('kommit')).not.toContain(provider.clientId)

    represent(small.organisationNumber)
    await signIn(small.number, 'kari')
    await letIn(small.id)
    await signIn(small.number, 'kari')
    expect(await actor()).toMatchObject({ kind: 'staff' })
    await owner().identityProvider.update({ where: { id: provider.connectionId }, data: { status: 'disabled' } })
    expect(await actor()).toEqual({ kind: 'visitor' })
    expect(await doorsOf(small.number)).toEqual([])
  })

  test('can be no other than one that signs whom somebody represents, and gives neither membership nor roles', async () => {
    for (const odd of [
      { kind: 'oidc' as const },
      { provisioning: 'member' as const },
      { roleClaim: 'roles' },
      { municipalityId: (await makeMunicipality()).id },
    ])
      await expect(makeShared(odd)).rejects.toThrow(/shared_is_signed_and_asks/)
  })

  test('P8 a door of the nation demands a level', async () => {
    const door = { name: 'KommIT', issuer: 'https://idp.example', clientId: 'delt' }
    await expect(owner().identityProvider.create({ data: door })).rejects.toThrow(/national_has_level/)
  })
})
