import { beforeEach, describe, expect, test, vi } from 'vitest'
import { POST as confirm } from '@/app/(desk)/bekreft-deg/start/route'
import { actor, hasFreshProof } from '@/lib/platform/auth/session'
import { config } from '@/lib/platform/config'
import { forgetSite, newBrowser, visit } from '@/lib/testing/browser'
import { owner } from '@/lib/testing/builders'
import { arrive, choose, kodeOf, letIn, makeDoor, onwardFrom, signIn } from '@/lib/testing/sign-in'

vi.mock('next/headers', async () => (await import('@/lib/testing/browser')).nextHeaders)

beforeEach(() => {
  newBrowser()
  vi.spyOn(console, 'error').mockImplementation(() => {})
  vi.spyOn(console, 'info').mockImplementation(() => {})
})

/** Presses the button of «Bekreft at det er deg»; gives the address the browser is sent to. */
async function press(headers: Record<string, string> = { origin: config().origin }): Promise<string> {
  const body = new URLSearchParams({ neste: '/admin/innlogging' })
  return onwardFrom(await confirm(new Request(`${config().origin}/bekreft-deg/start`, { method: 'POST', headers, body })))
}

/** Somebody who signed in an hour ago, and whose session lives. */
async function makeStale() {
  const made = await makeDoor()
  await signIn(made.door, 'kari')
  const where = { personId: made.staff.personId }
  await owner().authSession.updateMany({ where, data: { authenticatedAt: new Date(Date.now() - 3_600_000) } })
  expect(await hasFreshProof()).toBe(false)
  return made
}

const feilOf = (address: string) => new URL(address, config().origin).searchParams.get('feil')
const seconds = () => Math.floor(Date.now() / 1000)

describe('V7.5.3 somebody who is signed in confirms that it is they', () => {
  test('by signing in anew at the provider they came from, and goes on to where they were', async () => {
    const { staff } = await makeStale()
    const asked = await press()
    expect(Object.fromEntries(new URL(asked).searchParams)).toMatchObject({ prompt: 'login', max_age: '0' })
    // The provider knows them, and asks all the same.
    expect((await visit(asked)).page).toContain('Velg hvem du vil logge inn som')
    expect(await arrive(await choose(asked, 'kari'))).toBe(`${config().origin}/admin/innlogging`)
    expect(await actor()).toMatchObject({ personId: staff.personId })
    expect(await hasFreshProof()).toBe(true)
    const sessions = await owner().authSession.findMany({ where: { personId: staff.personId }, orderBy: { createdAt: 'asc' } })
    expect(sessions.map(({ endedFor }) => endedFor)).toEqual(['replaced', null])
  })

  test('not with a proof from before, nor with none, whatever was asked for', async () => {
    const { staff, provider } = await makeStale()
    for (const authTime of [seconds() - 3600, undefined]) {
      provider.lies.claims = (honest) => ({ ...honest, auth_time: authTime })
      const page = await arrive(await choose(await press(), 'kari'))
      expect(page).toContain('/bekreft-deg?neste=%2Fadmin%2Finnlogging')
      expect(feilOf(page)).toBe('ikke-bekreftet')
      expect(await hasFreshProof()).toBe(false)
      expect(await actor()).toMatchObject({ personId: staff.personId })
    }
  })

  test('not as somebody else, who is neither let in nor made a user', async () => {
    const { staff, provider, door } = await makeStale()
    await owner().identityProvider.update({ where: { id: provider.connectionId }, data: { provisioning: 'member' } })
    const people = () => owner().person.count({ where: { municipality: { number: door } } })
    const before = await people()
    forgetSite(provider.issuer)
    expect(feilOf(await arrive(await choose(await press(), 'ny')))).toBe('annen-person')
    expect(await people()).toBe(before)
    expect(await actor()).toMatchObject({ personId: staff.personId })
    const colleague = await owner().person.create({ data: { municipalityId: staff.municipality.id, name: 'Ola' } })
    await letIn(provider, 'ny', colleague.id)
    expect(feilOf(await arrive(await choose(await press(), 'ny')))).toBe('annen-person')
    expect(await actor()).toMatchObject({ personId: staff.personId })
    expect(await hasFreshProof()).toBe(false)
  })

  test('only where they are signed in, by a button of ours', async () => {
    expect(kodeOf(await press())).toBe('annet')
    await makeStale()
    expect(kodeOf(await press({ origin: 'https://evil.example' }))).toBe('annet')
    expect(kodeOf(await press({}))).toBe('annet')
  })
})
