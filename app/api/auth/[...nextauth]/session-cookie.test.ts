import { decode, encode } from 'next-auth/jwt'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import SignedOutPage from '@/app/(open)/logget-ut/page'
import { cookieNames } from '@/lib/platform/auth/cookies'
import { actor, sessionToken } from '@/lib/platform/auth/session'
import { signOut } from '@/lib/platform/auth/sign-out'
import * as settings from '@/lib/platform/config'
import { cookieSettings, keepCookies, newBrowser, ownCookies } from '@/lib/testing/browser'
import { owner } from '@/lib/testing/builders'
import { chooseAt, makeDoor, signIn } from '@/lib/testing/sign-in'
import { GET as comeBack } from './route'

vi.mock('next/headers', async () => (await import('@/lib/testing/browser')).nextHeaders)

beforeEach(() => {
  newBrowser()
  cookieSettings.clear()
  vi.spyOn(console, 'error').mockImplementation(() => {})
  vi.spyOn(console, 'info').mockImplementation(() => {})
})

afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

const { authSecret: secret } = settings.config()

/** Signs in over https; gives the lines by which cookies are set when the reader has come back. */
async function comeInOverHttps() {
  const config = { ...settings.config(), origin: 'https://delt.example' }
  vi.spyOn(settings, 'config').mockReturnValue(config)
  newBrowser()
  const made = await makeDoor()
  const way = new URL(await chooseAt(made.door, 'kari'))
  const nextauth = ['callback', made.provider.connectionId]
  const response = await comeBack(new Request(way), { params: Promise.resolve({ nextauth }) })
  const lines = response.headers.getSetCookie()
  keepCookies(lines)
  return { ...made, lines }
}

describe('S1 the cookie of a session', () => {
  test('is for this host alone, unseen by scripts and other sites, and holds nothing but a name that means nothing', async () => {
    const { staff, lines } = await comeInOverHttps()
    const line = lines.find((one) => one.startsWith('__Host-delt-session=')) ?? ''
    const [pair = '', ...attributes] = line.split('; ')
    expect(attributes.map((attribute) => attribute.replace(/^Expires=.*/, 'Expires')).sort()).toEqual([
      ...['Expires', 'HttpOnly', 'Path=/', 'SameSite=Lax', 'Secure'],
    ])
    expect(line.length).toBeLessThanOrEqual(4096)
    const opened = await decode({ token: decodeURIComponent(pair.slice('__Host-delt-session='.length)), secret })
    expect(Object.keys(opened ?? {}).sort()).toEqual(['exp', 'iat', 'jti', 'sessionToken'])
    expect(opened?.sessionToken).toMatch(/^[\w-]{43}$/)
    expect(JSON.stringify(opened)).not.toMatch(new RegExp(`${staff.personId}|kari|test\\.example`))
    expect(await actor()).toMatchObject({ personId: staff.personId })
  })

  test('and every other that sign-in sets is guarded in the same way', async () => {
    const { lines } = await comeInOverHttps()
    for (const line of lines) expect(line).toMatch(/^__Host-delt-[a-z]+=.*HttpOnly/)
    const guarded = { httpOnly: true, sameSite: 'lax', secure: true }
    expect([...cookieSettings.keys()].sort()).toEqual([
      ...['__Host-delt-onward', '__Host-delt-tries', '__Host-delt-ways', 'municipality'],
    ])
    for (const [name, set] of cookieSettings)
      expect(set).toMatchObject({ ...guarded, path: name === 'municipality' ? '/logg-inn' : '/' })
  })

  test('is another at each sign-in', async () => {
    const { door } = await makeDoor()
    await signIn(door, 'kari')
    const first = await sessionToken()
    await signIn(door, 'kari')
    expect(await sessionToken()).not.toBe(first)
  })
})

test('S2 what lies in the database opens nothing, even for whoever could seal it', async () => {
  const { staff, door } = await makeDoor()
  await signIn(door, 'kari')
  const { tokenHash, id } = await owner().authSession.findFirstOrThrow({ where: { personId: staff.personId } })
  newBrowser()
  for (const sessionToken of [Buffer.from(tokenHash).toString('base64url'), Buffer.from(tokenHash).toString('hex'), id]) {
    keepCookies([`${cookieNames().session}=${encodeURIComponent(await encode({ token: { sessionToken }, secret }))}`])
    expect(await actor()).toEqual({ kind: 'visitor' })
  }
})

describe('S3 by the clock', () => {
  const minutes = 60_000
  const wind = (ms: number) => vi.setSystemTime(Date.now() + ms)
  const ends = async (personId: string) =>
    (await owner().authSession.findMany({ where: { personId }, select: { endedFor: true } })).map(({ endedFor }) => endedFor)
  const trailOf = (personId: string) =>
    owner().auditEvent.findMany({ where: { actorId: personId, action: 'session.end' }, select: { detail: true } })

  test('a session is over after half an hour unused, and the trail tells it once', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const { staff, door } = await makeDoor()
    await signIn(door, 'kari')
    wind(29 * minutes + 50_000)
    expect(await actor()).toMatchObject({ kind: 'staff' })
    wind(29 * minutes + 50_000)
    expect(await actor()).toMatchObject({ kind: 'staff' })
    wind(30 * minutes)
    expect(await actor()).toEqual({ kind: 'visitor' })
    expect(await actor()).toEqual({ kind: 'visitor' })
    expect(await ends(staff.personId)).toEqual(['idle'])
    expect(await trailOf(staff.personId)).toEqual([{ detail: { why: 'idle' } }])
  })

  test.each([
    ['eight hours', 8 * 60, {}],
    ['two hours at ID-porten', 120, { kind: 'idporten' as const, minimumAcr: 'substantial' }],
  ])('a session is over after %s, however much it is used', async (_, life, connection) => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const { staff, provider, door } = await makeDoor({ connection })
    provider.lies.claims = (honest) => ({ ...honest, acr: 'idporten-loa-high' })
    await signIn(door, 'kari')
    for (let spent = 0; spent < life - 20; spent += 20) {
      expect(await actor()).toMatchObject({ kind: 'staff' })
      wind(20 * minutes)
    }
    expect(await actor()).toMatchObject({ kind: 'staff' })
    wind(20 * minutes)
    expect(await actor()).toEqual({ kind: 'visitor' })
    expect(await ends(staff.personId)).toEqual(['absolute'])
    expect(await trailOf(staff.personId)).toEqual([{ detail: { why: 'absolute' } }])
  })
})

describe('S4 the page after sign-out', () => {
  const page = async (state?: string) =>
    renderToStaticMarkup(await SignedOutPage({ searchParams: Promise.resolve({ ...(state && { state }) }) }))
  const both = 'både i Delt og hos innloggingen din'

  test('says that both ends are closed only where the provider answers our own question', async () => {
    const { door } = await makeDoor()
    await signIn(door, 'kari')
    await signOut().catch(() => {})
    const asked = ownCookies().get(cookieNames().check('out')) ?? ''
    expect(asked).toMatch(/^[\w-]{32}$/)
    expect(await page(asked)).toContain(both)
    for (const state of ['another', `${asked}x`, undefined]) expect(await page(state)).not.toContain(both)
    newBrowser()
    expect(await page(asked)).not.toContain(both)
  })
})
