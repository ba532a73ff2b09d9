import { beforeEach, describe, expect, test, vi } from 'vitest'
import { cookieNames } from '@/lib/platform/auth/cookies'
import { actor } from '@/lib/platform/auth/session'
import { config } from '@/lib/platform/config'
import { forgetSite, keepCookies, newBrowser, ownCookies } from '@/lib/testing/browser'
import { owner } from '@/lib/testing/builders'
import { arrive, chooseAt, kodeOf, makeDoor, signIn, startAt } from '@/lib/testing/sign-in'

// What an answer must bring with it, and what becomes of answers that are late, stale, strange or many.

vi.mock('next/headers', async () => (await import('@/lib/testing/browser')).nextHeaders)

beforeEach(() => {
  newBrowser()
  vi.spyOn(console, 'error').mockImplementation(() => {})
  vi.spyOn(console, 'info').mockImplementation(() => {})
})

const changed = (address: string, change: (query: URLSearchParams) => void) => {
  const url = new URL(address)
  change(url.searchParams)
  return url.href
}
const kept = () => [...ownCookies()].map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
const seconds = () => Math.floor(Date.now() / 1000)
const refusals = (connectionId: string) =>
  owner().auditEvent.findMany({ where: { subjectId: connectionId, action: 'session.refuse' }, orderBy: { id: 'asc' } })

describe('P5 the answer is refused', () => {
  test('without the state, or with another', async () => {
    const { door } = await makeDoor()
    const way = await chooseAt(door, 'kari')
    const cookies = kept()
    for (const state of [null, 'another', '']) {
      keepCookies(cookies)
      const odd = changed(way, (query) => (state === null ? query.delete('state') : query.set('state', state)))
      expect(kodeOf(await arrive(odd))).toBe('annet')
      expect(await actor()).toEqual({ kind: 'visitor' })
    }
    keepCookies(cookies)
    expect(kodeOf(await arrive(way))).toBeNull()
  })

  test.each(['state', 'nonce', 'pkce'])('without the %s that the browser was given', async (name) => {
    const { door } = await makeDoor()
    const way = await chooseAt(door, 'kari')
    const ways = `${cookieNames().check('ways')}=`
    const others = kept().filter((pair) => !pair.startsWith(`${cookieNames().check(name)}=`) && !pair.startsWith(ways))
    newBrowser()
    keepCookies(others)
    expect(kodeOf(await arrive(way))).toBe('annet')
    expect(await actor()).toEqual({ kind: 'visitor' })
  })

  test('signed with a key that the provider does not name, though it is asked for its keys anew', async () => {
    const { provider, door } = await makeDoor()
    let asked = 0
    provider.lies.before = (request) => {
      if (request.url === '/jwks') asked++
      return false
    }
    provider.lies.kid = 'unknown'
    expect(kodeOf(await signIn(door, 'kari'))).toBe('annet')
    expect(asked).toBe(1)
    expect(await actor()).toEqual({ kind: 'visitor' })
  })

  test('the second time, with everything it came with', async () => {
    const { staff, door } = await makeDoor()
    const way = await chooseAt(door, 'kari')
    const cookies = kept()
    expect(kodeOf(await arrive(way))).toBeNull()
    newBrowser()
    keepCookies(cookies)
    expect(kodeOf(await arrive(way))).toBe('annet')
    expect(await owner().authSession.count({ where: { personId: staff.personId } })).toBe(1)
  })

  test.each([
    ['issued more than ten minutes ago', () => ({ iat: seconds() - 601 })],
    ['not valid for another two minutes', () => ({ nbf: seconds() + 120 })],
    ['over for two minutes', () => ({ exp: seconds() - 120 })],
  ])('%s', async (_, claims) => {
    const { provider, door } = await makeDoor()
    provider.lies.claims = (honest) => ({ ...honest, ...claims() })
    expect(kodeOf(await signIn(door, 'kari'))).toBe('annet')
  })
})

describe('P5 clocks differ', () => {
  test.each([
    ['dated five minutes back, as by Entra ID', () => ({ iat: seconds() - 301, nbf: seconds() - 301 })],
    ['valid from in half a minute', () => ({ nbf: seconds() + 31 })],
    ['valid from in a minute', () => ({ nbf: seconds() + 57 })],
    ['over for half a minute', () => ({ exp: seconds() - 31 })],
    ['over for a minute', () => ({ exp: seconds() - 57 })],
    ['issued in a minute', () => ({ iat: seconds() + 57 })],
  ])('by up to a minute: a token %s is believed', async (_, claims) => {
    const { staff, provider, door } = await makeDoor()
    provider.lies.claims = (honest) => ({ ...honest, ...claims() })
    await signIn(door, 'kari')
    expect(await actor()).toMatchObject({ personId: staff.personId })
  })
})

describe('P7 two providers that name no issuer in their answers, as Entra ID', () => {
  const silent = { authorization_response_iss_parameter_supported: false }
  async function makeTwo() {
    const [one, two] = [await makeDoor(), await makeDoor()]
    for (const { provider } of [one, two]) provider.lies.metadata = silent
    const way = await chooseAt(one.door, 'kari')
    const moved = changed(way, (query) => query.delete('iss')).replace(one.provider.connectionId, two.provider.connectionId)
    return { one, two, moved }
  }

  test('the answer of one at the callback of the other is refused with the proofs of the first', async () => {
    const { two, moved } = await makeTwo()
    expect(kodeOf(await arrive(moved))).toBe('annet')
    expect(await actor()).toEqual({ kind: 'visitor' })
    expect(await refusals(two.provider.connectionId)).toHaveLength(1)
    expect(two.provider.tokenRequests).toEqual([])
  })

  test('and with those of the second', async () => {
    const { two, moved } = await makeTwo()
    await startAt(two.door)
    expect(kodeOf(await arrive(moved))).toBe('annet')
    expect(await actor()).toEqual({ kind: 'visitor' })
    expect(two.provider.tokenRequests).toEqual([])
  })

  test('while the answer at its own is believed', async () => {
    const { staff, provider, door } = await makeDoor()
    provider.lies.metadata = silent
    await arrive(changed(await chooseAt(door, 'kari'), (query) => query.delete('iss')))
    expect(await actor()).toMatchObject({ personId: staff.personId })
  })
})

describe('L2 what is refused', () => {
  test('is written down with its reason, when somebody has pressed a button of ours', async () => {
    const { provider, door } = await makeDoor()
    await signIn(door, '')
    forgetSite(provider.issuer)
    await signIn(door, 'ny')
    provider.lies.before = (_request, response) => Boolean(response.destroy())
    await owner().identityProvider.update({ where: { id: provider.connectionId }, data: { version: { increment: 1 } } })
    await startAt(door)
    const noted = await refusals(provider.connectionId)
    expect(noted.map(({ detail }) => (detail as { reason: string }).reason)).toEqual(['avbrutt', 'ukjent', 'utilgjengelig'])
  })

  test('is not written down for whoever just asks for our page, however often', async () => {
    const { provider } = await makeDoor()
    const page = `${config().origin}/api/auth/callback/${provider.connectionId}`
    for (const query of ['', '?error=access_denied', '?code=x&state=y', '?error=server_error&state=y'])
      expect(kodeOf(await arrive(`${page}${query}`))).not.toBeNull()
    expect(await refusals(provider.connectionId)).toEqual([])
  })

  test('S10 is written down once a minute for a browser that goes round in a loop', async () => {
    const { provider, door } = await makeDoor()
    for (let round = 0; round < 9; round++) await startAt(door)
    expect((await refusals(provider.connectionId)).map(({ detail }) => detail)).toEqual([{ reason: 'for-mange' }])
  })

  test('is stopped where very many come at once, at the button and at the way back', async () => {
    const { door } = await makeDoor()
    const way = await chooseAt(door, 'kari')
    await owner().$executeRaw`UPDATE rate_limit SET count = 100000 WHERE key LIKE 'sign-in:%'`
    expect(kodeOf(await startAt(door))).toBe('for-mange')
    await owner()
      .$executeRaw`INSERT INTO rate_limit (key, started_at, count) SELECT replace(key, 'sign-in:', 'callback:'), now(), 100000
      FROM rate_limit WHERE key LIKE 'sign-in:%' ON CONFLICT (key) DO UPDATE SET count = 100000`
    expect(kodeOf(await arrive(way))).toBe('for-mange')
    expect(await actor()).toEqual({ kind: 'visitor' })
    await owner().$executeRaw`DELETE FROM rate_limit`
  })
})

describe('what goes wrong with us', () => {
  test('is told as that, with a reference, and not as a fault of the provider', async () => {
    const lines: string[] = []
    vi.spyOn(console, 'error').mockImplementation((line) => void lines.push(line))
    const { provider, door } = await makeDoor()
    await owner().$executeRawUnsafe(`CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      RAISE EXCEPTION 'the disk is full'; END $$`)
    await owner().$executeRawUnsafe(`CREATE TRIGGER fail BEFORE INSERT ON auth_session FOR EACH ROW EXECUTE FUNCTION fail()`)
    const page = await signIn(door, 'kari')
    await owner().$executeRawUnsafe('DROP FUNCTION fail() CASCADE')
    expect(page).toMatch(/kode=hos-oss&dor=\d{4}&ref=[0-9a-f]{8}$/)
    const reference = page.slice(-8)
    expect(lines.filter((line) => line.includes(reference) && line.includes('the disk is full'))).toHaveLength(1)
    expect((await refusals(provider.connectionId)).map(({ detail }) => detail)).toEqual([{ reason: 'hos-oss', reference }])
  })

  test('leaves no proofs in the browser', async () => {
    const { door } = await makeDoor()
    await signIn(door, 'ny')
    const names = cookieNames()
    for (const name of ['state', 'nonce', 'pkce', 'ways']) expect(ownCookies().has(names.check(name))).toBe(false)
  })
})
