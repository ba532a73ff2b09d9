import { beforeEach, describe, expect, test, vi } from 'vitest'
import { cookieNames } from '@/lib/platform/auth/cookies'
import { onwardAddress } from '@/lib/platform/auth/onward'
import { actor, requireAdvisor, requireStaff } from '@/lib/platform/auth/session'
import { signOut, signOutAtProvider } from '@/lib/platform/auth/sign-out'
import { config } from '@/lib/platform/config'
import { keepCookies, newBrowser, ownCookies, sent, visit } from '@/lib/testing/browser'
import { makeAdvisor, makeMunicipality, makeStaff, owner } from '@/lib/testing/builders'
import { type Lies, makeProvider } from '@/lib/testing/local-provider'
import { arrive, chooseAt, kodeOf, letIn, makeDoor, signIn, startAt } from '@/lib/testing/sign-in'
import { GET as comeBack } from './route'

vi.mock('next/headers', async () => (await import('@/lib/testing/browser')).nextHeaders)

beforeEach(() => {
  newBrowser()
  vi.spyOn(console, 'error').mockImplementation(() => {})
  vi.spyOn(console, 'info').mockImplementation(() => {})
})

const trail = (actorId: string) =>
  owner()
    .auditEvent.findMany({ where: { actorId }, orderBy: { id: 'asc' }, select: { action: true } })
    .then((rows) => rows.map((row) => row.action))

describe('through the door of the municipality', () => {
  test('T1 staff come in as themselves, on the page they wanted, and it is noted', async () => {
    const { staff, door } = await makeDoor()
    expect(await actor()).toEqual({ kind: 'visitor' })
    expect(await signIn(door, 'kari', '/prosjekter?q=bru')).toBe(`${config().origin}/prosjekter?q=bru`)
    expect(await actor()).toEqual({ ...staff, roles: ['member'] })
    expect(await trail(staff.personId)).toEqual(['session.start'])
  })

  test('without a wanted page, or with one elsewhere, they land on the portfolio', async () => {
    const { door } = await makeDoor()
    expect(await signIn(door, 'kari')).toBe(`${config().origin}/portefolje`)
    newBrowser()
    expect(await signIn(door, 'kari', '//evil.example/')).toBe(`${config().origin}/portefolje`)
  })

  test('an advisor comes in through the door of KommIT and lands on curation', async () => {
    const advisor = await makeAdvisor('Navn solveig')
    await letIn(await makeProvider({ subjects: ['solveig'] }), 'solveig', advisor.personId)
    expect(await signIn('kommit', 'solveig')).toBe(`${config().origin}/kuratering`)
    expect(await actor()).toEqual(advisor)
    expect(await requireAdvisor('/kuratering')).toEqual(advisor)
    await expect(requireStaff('/portefolje')).rejects.toThrow(/404/)
  })

  test('P1 the request is a code flow with PKCE, state and nonce, and asks for nothing but who it is and where to reach them', async () => {
    const { provider, door } = await makeDoor()
    const asked = Object.fromEntries(new URL(await startAt(door)).searchParams)
    expect(asked).toEqual({
      client_id: provider.clientId,
      scope: 'openid profile email',
      response_type: 'code',
      redirect_uri: `${config().origin}/api/auth/callback/${provider.connectionId}`,
      state: expect.stringMatching(/^.{43,}$/),
      nonce: expect.stringMatching(/^.{43,}$/),
      code_challenge: expect.stringMatching(/^.{43}$/),
      code_challenge_method: 'S256',
      ui_locales: 'nb',
    })
  })

  test('S1 S2 the cookie tells nothing, and the database cannot replay it', async () => {
    const { staff, door } = await makeDoor()
    await signIn(door, 'kari')
    const cookie = ownCookies().get(cookieNames().session) ?? ''
    expect(cookie.length).toBeLessThan(1000)
    const session = await owner().authSession.findFirstOrThrow({ where: { personId: staff.personId } })
    expect(session.tokenHash).toHaveLength(32)
    newBrowser()
    keepCookies([`${cookieNames().session}=${encodeURIComponent(Buffer.from(session.tokenHash).toString('base64url'))}`])
    expect(await actor()).toEqual({ kind: 'visitor' })
  })

  test('T4 signing in anew, also elsewhere, ends the session this browser had', async () => {
    const { staff, door } = await makeDoor()
    const other = await makeDoor()
    await signIn(door, 'kari')
    const earlier = ownCookies().get(cookieNames().session) ?? ''
    const known = () => owner().externalIdentity.findMany({ orderBy: [{ personId: 'asc' }, { identityProviderId: 'asc' }] })
    const before = await known()
    await signIn(other.door, 'kari')
    // Nobody becomes known at another door for having been signed in at one.
    expect(await known()).toEqual(before)
    expect(await actor()).toMatchObject({ municipality: { number: other.door } })
    expect(await trail(staff.personId)).toEqual(['session.start', 'session.end'])
    newBrowser()
    keepCookies([`${cookieNames().session}=${earlier}`])
    expect(await actor()).toEqual({ kind: 'visitor' })
  })
})

describe('whom a door keeps out', () => {
  test('somebody the municipality has not made a user', async () => {
    const { door } = await makeDoor()
    expect(kodeOf(await signIn(door, 'ny'))).toBe('ukjent')
    expect(await actor()).toEqual({ kind: 'visitor' })
  })

  test('unless the door makes members: then they come in as one, and the next time as the same', async () => {
    const { door } = await makeDoor({ connection: { provisioning: 'member' } })
    await signIn(door, 'ny')
    const first = await actor()
    expect(first).toMatchObject({ kind: 'staff', name: 'Navn ny', roles: ['member'], municipality: { number: door } })
    newBrowser()
    await signIn(door, 'ny')
    expect(await actor()).toEqual(first)
    expect(await trail(first.kind === 'staff' ? first.personId : '')).toEqual(['person.create', 'session.start', 'session.start'])
  })

  test('somebody from another municipality, also when the door knows them', async () => {
    const { provider, door } = await makeDoor()
    await letIn(provider, 'ny', (await makeStaff()).personId)
    expect(kodeOf(await signIn(door, 'ny'))).toBe('feil-kommune')
    expect(await actor()).toEqual({ kind: 'visitor' })
  })

  test('an advisor at the door of a municipality, and staff at the door of KommIT', async () => {
    const { provider, door } = await makeDoor()
    await letIn(provider, 'ny', (await makeAdvisor()).personId)
    expect(kodeOf(await signIn(door, 'ny'))).toBe('feil-kommune')
    await letIn(await makeProvider({ subjects: ['kari'] }), 'kari', (await makeStaff()).personId)
    expect(kodeOf(await signIn('kommit', 'kari'))).toBe('feil-kommune')
  })

  test('T1 the same subject at another provider is somebody else', async () => {
    const { staff, door } = await makeDoor()
    const other = await makeDoor()
    await signIn(other.door, 'kari')
    expect(await actor()).toMatchObject({ personId: other.staff.personId })
    newBrowser()
    await signIn(door, 'kari')
    expect(await actor()).toMatchObject({ personId: staff.personId })
  })

  test('T6 somebody deactivated: at the door, and at once where they are signed in', async () => {
    const { staff, door } = await makeDoor()
    await signIn(door, 'kari')
    await owner().person.update({ where: { id: staff.personId }, data: { status: 'deactivated' } })
    expect(await actor()).toEqual({ kind: 'visitor' })
    expect(kodeOf(await signIn(door, 'kari'))).toBe('deaktivert')
  })

  test('T6 everybody, once the door is disabled: at the door, on the way, and where they are signed in', async () => {
    const { provider, door } = await makeDoor()
    await signIn(door, 'kari')
    const way = await chooseAt(door, 'kari')
    await owner().identityProvider.update({ where: { id: provider.connectionId }, data: { status: 'disabled' } })
    expect(await actor()).toEqual({ kind: 'visitor' })
    expect(kodeOf(await arrive(way))).toBe('utilgjengelig')
    expect(kodeOf(await startAt(door))).toBe('annet')
  })

  test('a municipality without a door, and a form from another site', async () => {
    const { door } = await makeDoor()
    expect(kodeOf(await startAt((await makeMunicipality()).number))).toBe('annet')
    expect(kodeOf(await startAt(door, '', { origin: 'https://evil.example' }))).toBe('annet')
    expect(kodeOf(await startAt(door, '', {}))).toBe('annet')
  })
})

describe('a provider that lies gets nobody in', () => {
  const lies: [string, Lies][] = [
    ['signature by an unknown key', { hasForgedSignature: true }],
    ['no signature', { algorithm: 'none' }],
    ['signature with the client secret', { algorithm: 'HS256' }],
    ['another issuer', { claims: (honest) => ({ ...honest, iss: 'https://idp.example' }) }],
    ['another audience', { claims: (honest) => ({ ...honest, aud: 'another' }) }],
    ['one audience more', { claims: (honest) => ({ ...honest, aud: [honest.aud, 'another'], azp: honest.aud }) }],
    ['another authorised party', { claims: (honest) => ({ ...honest, azp: 'another' }) }],
    ['another nonce', { claims: (honest) => ({ ...honest, nonce: 'another' }) }],
    ['no nonce', { claims: ({ nonce: _, ...honest }) => honest }],
    ['expired', { claims: (honest) => ({ ...honest, exp: Math.floor(Date.now() / 1000) - 120 }) }],
    ['issued in the future', { claims: (honest) => ({ ...honest, iat: Math.floor(Date.now() / 1000) + 3600 }) }],
    ['no subject', { claims: ({ sub: _, ...honest }) => honest }],
  ]

  test.each(lies)('P5 %s', async (_name, told) => {
    const { staff, provider, door } = await makeDoor()
    Object.assign(provider.lies, told)
    const page = await signIn(door, 'kari')
    expect(kodeOf(page)).toBe('annet')
    expect(page).toMatch(new RegExp(`dor=${door}&ref=[0-9a-f]{8}$`))
    expect(await actor()).toEqual({ kind: 'visitor' })
    expect(await owner().authSession.count({ where: { personId: staff.personId } })).toBe(0)
  })

  test('the same tampering that changes nothing is let through, so it is the lie that is refused', async () => {
    const { staff, provider, door } = await makeDoor()
    provider.lies.claims = (honest) => honest
    await signIn(door, 'kari')
    expect(await actor()).toMatchObject({ personId: staff.personId })
  })

  test('T2 metadata that names another issuer', async () => {
    const { provider, door } = await makeDoor()
    provider.lies.metadata = { issuer: 'https://login.example/tenant' }
    expect(kodeOf(await startAt(door))).toBe('utilgjengelig')
  })
})

describe('what does not belong together', () => {
  test('P7 the answer of one provider at the callback of another, which is noted', async () => {
    const [one, two] = [await makeDoor(), await makeDoor()]
    const way = await chooseAt(one.door, 'kari')
    await startAt(two.door)
    expect(kodeOf(await arrive(way.replace(one.provider.connectionId, two.provider.connectionId)))).toBe('annet')
    expect(await actor()).toEqual({ kind: 'visitor' })
    const noted = await owner().auditEvent.findFirstOrThrow({ where: { subjectId: two.provider.connectionId } })
    expect(noted).toMatchObject({
      action: 'session.refuse',
      detail: { reason: 'annet', reference: expect.stringMatching(/^[0-9a-f]{8}$/) },
    })
  })

  test('P5 another browser than the one that began, and the same answer twice', async () => {
    const { door } = await makeDoor()
    const way = await chooseAt(door, 'kari')
    const kept = [...ownCookies()].map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    newBrowser()
    expect(kodeOf(await arrive(way))).toBe('annet')
    keepCookies(kept)
    expect(kodeOf(await arrive(way))).toBeNull()
    newBrowser()
    keepCookies(kept)
    expect(kodeOf(await arrive(way))).toBe('annet')
    expect(await actor()).toEqual({ kind: 'visitor' })
  })

  test('P6 the answer without the issuer that the provider promises to name, or with another', async () => {
    const { door } = await makeDoor()
    const way = new URL(await chooseAt(door, 'kari'))
    expect(way.searchParams.has('iss')).toBe(true)
    const kept = [...ownCookies()].map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    way.searchParams.delete('iss')
    expect(kodeOf(await arrive(way.href))).toBe('annet')
    keepCookies(kept)
    way.searchParams.set('iss', 'https://login.example')
    expect(kodeOf(await arrive(way.href))).toBe('annet')
    expect(await actor()).toEqual({ kind: 'visitor' })
  })

  test('whoever changes their mind at the provider is told so, and led to the same door', async () => {
    const { door } = await makeDoor()
    expect(await signIn(door, '')).toBe(`/logg-inn/feil?kode=avbrutt&dor=${door}`)
  })

  test('next-auth has no other address', async () => {
    const at = (nextauth: string[]) =>
      comeBack(new Request(`${config().origin}/api/auth/${nextauth.join('/')}`), { params: Promise.resolve({ nextauth }) })
    for (const path of [['providers'], ['session'], ['csrf'], ['signin'], ['error'], ['callback'], ['callback', 'a', 'b']]) {
      expect((await at(path)).status).toBe(404)
    }
    expect(kodeOf((await at(['callback', 'a'])).headers.get('location') ?? '')).toBe('utilgjengelig')
  })
})

describe('a session', () => {
  const age = (personId: string, data: { lastSeenAt?: Date; expiresAt?: Date }) =>
    owner().authSession.updateMany({ where: { personId }, data })
  const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000)

  test('S3 is over after half an hour unused, and lives on while it is used', async () => {
    const { staff, door } = await makeDoor()
    await signIn(door, 'kari')
    await age(staff.personId, { lastSeenAt: minutesAgo(29) })
    expect(await actor()).toMatchObject({ kind: 'staff' })
    const { lastSeenAt } = await owner().authSession.findFirstOrThrow({ where: { personId: staff.personId } })
    expect(lastSeenAt > minutesAgo(1)).toBe(true)
    await age(staff.personId, { lastSeenAt: minutesAgo(30) })
    expect(await actor()).toEqual({ kind: 'visitor' })
  })

  test('S3 is over at its limit, however much it is used', async () => {
    const { staff, door } = await makeDoor()
    await signIn(door, 'kari')
    await age(staff.personId, { expiresAt: minutesAgo(0) })
    expect(await actor()).toEqual({ kind: 'visitor' })
  })

  test('S8 does not follow a person to another municipality, and gives and takes roles at once', async () => {
    const { staff, door } = await makeDoor()
    await signIn(door, 'kari')
    await owner().roleAssignment.create({ data: { personId: staff.personId, role: 'portfolio_manager' } })
    expect(await actor()).toMatchObject({ roles: expect.arrayContaining(['portfolio_manager']) })
    await owner().roleAssignment.deleteMany({ where: { personId: staff.personId, role: 'portfolio_manager' } })
    expect(await actor()).toMatchObject({ roles: ['member'] })
    await owner().person.update({ where: { id: staff.personId }, data: { municipalityId: (await makeMunicipality()).id } })
    expect(await actor()).toEqual({ kind: 'visitor' })
  })

  test('is none when the cookie is tampered with', async () => {
    const { door } = await makeDoor()
    await signIn(door, 'kari')
    const cookie = ownCookies().get(cookieNames().session) ?? ''
    keepCookies([`${cookieNames().session}=${cookie.slice(0, -4)}AAAA`])
    expect(await actor()).toEqual({ kind: 'visitor' })
  })

  test('visitors are asked to sign in and come back; staff have nothing at the advisors', async () => {
    await expect(requireStaff('/portefolje?side=2')).rejects.toMatchObject({
      digest: expect.stringContaining('/logg-inn?neste=%2Fportefolje%3Fside%3D2'),
    })
    await expect(requireAdvisor('/kuratering')).rejects.toMatchObject({
      digest: expect.stringContaining('/logg-inn/kommit?neste=%2Fkuratering'),
    })
    const { door } = await makeDoor()
    await signIn(door, 'kari')
    expect(await requireStaff('/portefolje')).toMatchObject({ kind: 'staff' })
    await expect(requireAdvisor('/kuratering')).rejects.toThrow(/404/)
  })
})

describe('signing out', () => {
  /** Where `signOut` sends the browser. */
  async function leave(way = signOut): Promise<string> {
    const thrown = await way().catch((error: { digest?: string }) => error)
    const [kind, , ...rest] = (thrown?.digest ?? '').split(';')
    expect(kind).toBe('NEXT_REDIRECT')
    const location = rest.slice(0, -2).join(';')
    return location === '/videre' ? ((await onwardAddress()) ?? '') : location
  }

  test('S4 ends the session here and at the provider, which asks who it is the next time', async () => {
    const { staff, provider, door } = await makeDoor()
    await signIn(door, 'kari')
    // Still known at the provider: it does not ask again.
    expect((await visit(await startAt(door))).address).toContain('/api/auth/callback/')
    const cookie = ownCookies().get(cookieNames().session) ?? ''
    const away = await leave()
    expect(away.startsWith(`${provider.issuer}/session/end?`)).toBe(true)
    expect(Object.fromEntries(new URL(away).searchParams)).toEqual({
      client_id: provider.clientId,
      post_logout_redirect_uri: `${config().origin}/logget-ut`,
      state: ownCookies().get(cookieNames().check('out')),
    })

    const { page } = await visit(away)
    const secret = /name="xsrf" value="([^"]+)"/.exec(page)?.[1] ?? ''
    expect((await visit(`${provider.issuer}/session/end/confirm`, { xsrf: secret, logout: 'yes' })).address).toBe(
      `${config().origin}/logget-ut?state=${ownCookies().get(cookieNames().check('out'))}`,
    )
    expect((await visit(await startAt(door))).page).toContain('Velg hvem du vil logge inn som')

    keepCookies([`${cookieNames().session}=${cookie}`])
    expect(await actor()).toEqual({ kind: 'visitor' })
    expect(await trail(staff.personId)).toEqual(['session.start', 'session.end'])
  })

  test('S4 works when the door is disabled, and for whoever is not signed in', async () => {
    const { provider, door } = await makeDoor()
    await signIn(door, 'kari')
    await owner().identityProvider.update({ where: { id: provider.connectionId }, data: { status: 'disabled' } })
    expect(await leave()).toBe('/logget-ut')
    expect(ownCookies().has(cookieNames().session)).toBe(false)
    expect(await leave()).toBe('/logget-ut')
  })

  test('S4 somebody who is known at the provider and not let in here can leave there, and another can come', async () => {
    const { provider, door } = await makeDoor()
    expect(kodeOf(await signIn(door, 'ny'))).toBe('ukjent')
    // Trying again comes back with the same user; choosing another does not.
    expect(kodeOf(await arrive((await visit(await startAt(door))).address))).toBe('ukjent')
    const asked = await startAt(door, '', undefined, { bytt: 'ja' })
    expect(new URL(asked).searchParams.get('prompt')).toBe('login')
    expect((await visit(asked)).page).toContain('Velg hvem du vil logge inn som')
    const away = await leave(signOutAtProvider)
    expect(away.startsWith(`${provider.issuer}/session/end?`)).toBe(true)
    const { page } = await visit(away)
    const secret = /name="xsrf" value="([^"]+)"/.exec(page)?.[1] ?? ''
    await visit(`${provider.issuer}/session/end/confirm`, { xsrf: secret, logout: 'yes' })
    expect((await visit(await startAt(door))).page).toContain('Velg hvem du vil logge inn som')
  })

  test('S4 nobody is led to a provider they have not been at', async () => {
    await makeDoor()
    expect(await leave(signOutAtProvider)).toBe('/logget-ut')
  })

  test('P11 a provider that takes its time is not waited for: whoever signs out is out', async () => {
    const { provider, door } = await makeDoor()
    await signIn(door, 'kari')
    await owner().identityProvider.update({ where: { id: provider.connectionId }, data: { version: { increment: 1 } } })
    provider.lies.before = () => true
    const before = Date.now()
    expect(await leave()).toBe('/logget-ut')
    expect(Date.now() - before).toBeLessThan(3000)
    expect(await actor()).toEqual({ kind: 'visitor' })
  })

  test('W1 cannot be done to somebody from another site', async () => {
    const { door } = await makeDoor()
    await signIn(door, 'kari')
    sent.origin = 'https://evil.example'
    await expect(signOut()).rejects.toThrow('forbidden')
    expect(await actor()).toMatchObject({ kind: 'staff' })
  })
})
