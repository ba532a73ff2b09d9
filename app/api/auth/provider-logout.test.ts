import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { cookieNames } from '@/lib/platform/auth/cookies'
import { actor } from '@/lib/platform/auth/session'
import { config } from '@/lib/platform/config'
import { keepCookies, newBrowser, ownCookies } from '@/lib/testing/browser'
import { owner } from '@/lib/testing/builders'
import type { TestProvider } from '@/lib/testing/local-provider'
import { makeDoor, signIn } from '@/lib/testing/sign-in'
import { POST as backChannel } from './backchannel/[connection]/route'
import { GET as frontChannel } from './frontchannel/[connection]/route'

vi.mock('next/headers', async () => (await import('@/lib/testing/browser')).nextHeaders)

beforeEach(() => {
  newBrowser()
  vi.spyOn(console, 'error').mockImplementation(() => {})
  vi.spyOn(console, 'info').mockImplementation(() => {})
})

/** Somebody signed in whose provider calls its session `sid`. */
async function makeSession(sid: string = randomUUID()) {
  const made = await makeDoor()
  made.provider.lies.claims = (honest) => ({ ...honest, sid })
  await signIn(made.door, 'kari')
  return { ...made, sid }
}

const isSignedIn = async () => (await actor()).kind === 'staff'
const at = ({ connectionId }: TestProvider) => ({ params: Promise.resolve({ connection: connectionId }) })

describe('S5 front-channel logout', () => {
  const ask = (provider: TestProvider, query: Record<string, string>) =>
    frontChannel(new Request(`${config().origin}/x?${new URLSearchParams(query)}`), at(provider))

  test('ends the session of that name, without a cookie, and may be shown in a frame by the provider alone', async () => {
    const { provider, sid, staff } = await makeSession()
    const answer = await ask(provider, { sid, iss: provider.issuer })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-security-policy')).toContain(`frame-ancestors ${provider.issuer}`)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.getSetCookie()).toEqual([])
    expect(await isSignedIn()).toBe(false)
    expect(await owner().authSession.findFirst({ where: { personId: staff.personId } })).toMatchObject({
      endedFor: 'front_channel',
    })
  })

  test('ends it also where no issuer is named, as at Entra ID', async () => {
    const { provider, sid } = await makeSession()
    expect((await ask(provider, { sid })).status).toBe(200)
    expect(await isSignedIn()).toBe(false)
  })

  test('changes nothing for an unknown name, another issuer, or the same name at another door', async () => {
    const { provider, sid } = await makeSession()
    const other = await makeDoor()
    expect((await ask(provider, { sid: 'another' })).status).toBe(200)
    expect((await ask(provider, {})).status).toBe(200)
    expect((await ask(provider, { sid, iss: 'https://login.example' })).status).toBe(200)
    expect((await ask(other.provider, { sid })).status).toBe(200)
    expect((await frontChannel(new Request(config().origin), { params: Promise.resolve({ connection: 'x' }) })).status).toBe(404)
    expect(await isSignedIn()).toBe(true)
  })

  test('leaves the other sessions of the same person alone', async () => {
    const { provider, sid, door } = await makeSession()
    const first = ownCookies().get(cookieNames().session) ?? ''
    newBrowser()
    provider.lies.claims = (honest) => ({ ...honest, sid: 'another' })
    await signIn(door, 'kari')
    await ask(provider, { sid })
    expect(await isSignedIn()).toBe(true)
    newBrowser()
    keepCookies([`${cookieNames().session}=${first}`])
    expect(await isSignedIn()).toBe(false)
  })
})

describe('S6 back-channel logout', () => {
  const now = () => Math.floor(Date.now() / 1000)
  const events = { 'http://schemas.openid.net/event/backchannel-logout': {} }
  const claimsOf = (provider: TestProvider, sid: string) => ({
    ...{
      iss: provider.issuer,
      aud: provider.clientId,
      sub: 'kari',
      sid,
      jti: randomUUID(),
      iat: now(),
      exp: now() + 120,
      events,
    },
  })
  const send = (provider: TestProvider, token: string) =>
    backChannel(
      new Request(config().origin, { method: 'POST', body: new URLSearchParams({ logout_token: token }) }),
      at(provider),
    )
  const typ = { typ: 'logout+jwt' }

  test('ends the session that a signed token names, once', async () => {
    const { provider, sid } = await makeSession()
    const token = provider.sign(claimsOf(provider, sid), typ)
    const answer = await send(provider, token)
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store'])
    expect(await isSignedIn()).toBe(false)
    expect((await send(provider, token)).status).toBe(400)
  })

  test('ends every session of the subject where no session is named', async () => {
    const { provider } = await makeSession()
    const { sid: _, ...claims } = claimsOf(provider, '')
    expect((await send(provider, provider.sign(claims, typ))).status).toBe(200)
    expect(await isSignedIn()).toBe(false)
  })

  test('believes no other token', async () => {
    const { provider, sid } = await makeSession()
    const other = await makeDoor()
    const good = claimsOf(provider, sid)
    const { events: _events, ...eventless } = good
    const { jti: _jti, ...nameless } = good
    const { exp: _exp, ...endless } = good
    const refused: [string, string][] = [
      ['another type', provider.sign(good, { typ: 'JWT' })],
      ['no type', provider.sign(good)],
      ['a nonce', provider.sign({ ...good, nonce: 'x' }, typ)],
      ['no event', provider.sign(eventless, typ)],
      ['another event', provider.sign({ ...good, events: { other: {} } }, typ)],
      ['another audience', provider.sign({ ...good, aud: 'another' }, typ)],
      ['one audience more', provider.sign({ ...good, aud: [good.aud, 'another'] }, typ)],
      ['another issuer', provider.sign({ ...good, iss: 'https://login.example' }, typ)],
      ['expired', provider.sign({ ...good, iat: now() - 600, exp: now() - 300 }, typ)],
      ['no name', provider.sign(nameless, typ)],
      ['no end', provider.sign(endless, typ)],
      ['nobody', provider.sign({ ...good, sid: undefined, sub: undefined }, typ)],
      ['the key of another provider', other.provider.sign(good, typ)],
      [
        'no signature',
        `${provider
          .sign(good, { ...typ, alg: 'none' })
          .split('.')
          .slice(0, 2)
          .join('.')}.`,
      ],
      ['no token', 'x'],
      ['nothing', ''],
      ['much', 'x'.repeat(30_000)],
    ]
    for (const [what, token] of refused)
      expect([what, (await send(provider, token)).status]).toEqual([what, expect.toBeOneOf([400, 413])])
    expect((await send(other.provider, provider.sign(good, typ))).status).toBe(400)
    expect(await isSignedIn()).toBe(true)
    expect((await send(provider, provider.sign(good, typ))).status).toBe(200)
  })

  /** Counts what the provider is asked from now on. */
  function counted(provider: TestProvider): string[] {
    const asked: string[] = []
    provider.lies.before = (request) => {
      asked.push(request.url ?? '')
      return false
    }
    return asked
  }

  test('is answered within a second, and the keys of the provider are asked for once', async () => {
    const { provider } = await makeSession()
    const asked = counted(provider)
    for (let round = 0; round < 5; round++) {
      const before = Date.now()
      expect((await send(provider, provider.sign(claimsOf(provider, `another ${round}`), typ))).status).toBe(200)
      expect(Date.now() - before).toBeLessThan(1000)
    }
    expect(asked.filter((url) => url === '/jwks')).toHaveLength(1)
  })

  test('of what cannot be true does not make us ask the provider for anything', async () => {
    const { provider, sid } = await makeSession()
    const asked = counted(provider)
    const good = claimsOf(provider, sid)
    for (const token of [
      provider.sign({ ...good, aud: 'another' }, typ),
      provider.sign({ ...good, iss: 'https://login.example' }, typ),
      provider.sign({ ...good, exp: now() - 300 }, typ),
      provider.sign({ ...good, nonce: 'x' }, typ),
      provider.sign(good, { typ: 'JWT' }),
      'x.y.z',
    ])
      expect((await send(provider, token)).status).toBe(400)
    expect(asked).toEqual([])
  })

  test('takes nothing long, whether or not it says how long it is', async () => {
    const { provider } = await makeSession()
    const part = new TextEncoder().encode('x'.repeat(5000))
    const body = new ReadableStream({
      start(stream) {
        for (let count = 0; count < 6; count++) stream.enqueue(part)
        stream.close()
      },
    })
    const chunked = new Request(config().origin, { method: 'POST', body, duplex: 'half' } as RequestInit)
    expect(chunked.headers.has('content-length')).toBe(false)
    expect((await backChannel(chunked, at(provider))).status).toBe(413)
    expect((await send(provider, 'x'.repeat(30_000))).status).toBe(413)
  })

  test('is limited for each connection, wherever it comes from', async () => {
    const [one, two] = [await makeSession(), await makeSession()]
    await send(one.provider, 'x')
    await owner().$executeRaw`UPDATE rate_limit SET count = 100000 WHERE key LIKE 'connection-logout:%'`
    const token = (made: typeof one) => made.provider.sign(claimsOf(made.provider, made.sid), typ)
    expect((await send(one.provider, token(one))).status).toBe(429)
    expect((await send(two.provider, token(two))).status).toBe(200)
    await owner().$executeRaw`DELETE FROM rate_limit`
  })
})
