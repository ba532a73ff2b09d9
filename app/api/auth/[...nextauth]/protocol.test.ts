import { beforeEach, describe, expect, test, vi } from 'vitest'
import { GET as keysOf } from '@/app/.well-known/jwks/[connection]/route'
import { POST as pressButton } from '@/app/(open)/logg-inn/[nummer]/start/route'
import { cookieNames } from '@/lib/platform/auth/cookies'
import { actor } from '@/lib/platform/auth/session'
import { config } from '@/lib/platform/config'
import { newBrowser, ownCookies, visit } from '@/lib/testing/browser'
import { makeAdvisor, makeMunicipality, makeStaff, owner } from '@/lib/testing/builders'
import { makeProvider } from '@/lib/testing/local-provider'
import { arrive, choose, chooseAt, kodeOf, letIn, makeDoor, onwardFrom, signIn, startAt } from '@/lib/testing/sign-in'

vi.mock('next/headers', async () => (await import('@/lib/testing/browser')).nextHeaders)

beforeEach(() => {
  newBrowser()
  vi.spyOn(console, 'error').mockImplementation(() => {})
  vi.spyOn(console, 'info').mockImplementation(() => {})
})

const queryOf = (address: string) => Object.fromEntries(new URL(address).searchParams)
const minutes = 60_000

describe('the request', () => {
  test('P2 tells the browser nothing where the provider takes it beforehand', async () => {
    const { staff, provider, door } = await makeDoor({
      peculiar: { features: { pushedAuthorizationRequests: { enabled: true } } },
    })
    expect(queryOf(await startAt(door))).toEqual({ client_id: provider.clientId, request_uri: expect.stringMatching(/^urn:/) })
    newBrowser()
    await signIn(door, 'kari')
    expect(await actor()).toMatchObject({ personId: staff.personId })
  })

  test('P3 is built from the connection, whatever the address of the button says', async () => {
    const { door } = await makeDoor({ peculiar: { acrValues: ['mfa'] }, connection: { minimumAcr: 'mfa' } })
    const wanted = {
      ...{ acr_values: 'low', scope: 'openid offline_access', client_id: 'x', prompt: 'none', max_age: '9999' },
      ...{ redirect_uri: 'https://evil.example/', response_type: 'token', claims: '{}', login_hint: 'ola' },
    }
    const { state: _state, nonce: _nonce, code_challenge: _challenge, ...honest } = queryOf(await startAt(door))
    expect(honest).toMatchObject({ acr_values: 'mfa', scope: 'openid profile email', response_type: 'code' })
    newBrowser()
    const body = new URLSearchParams({ neste: '', ...wanted })
    const address = `${config().origin}/logg-inn/${door}/start?${new URLSearchParams(wanted)}`
    const request = new Request(address, { method: 'POST', headers: { origin: config().origin }, body })
    const asked = await onwardFrom(await pressButton(request, { params: Promise.resolve({ nummer: door }) }))
    const { state, nonce, code_challenge, ...tempted } = queryOf(asked)
    expect(tempted).toEqual(honest)
    for (const proof of [state, nonce, code_challenge]) expect(proof).toMatch(/^[\w-]{43}$/)
  })

  test('P4 is proved with a key that the provider can fetch: for the issuer alone, once, and for a minute at most', async () => {
    const { staff, provider, door } = await makeDoor({ hasOwnKey: true })
    await signIn(door, 'kari')
    expect(await actor()).toMatchObject({ personId: staff.personId })
    newBrowser()
    await signIn(door, 'kari')
    const params = { params: Promise.resolve({ connection: provider.connectionId }) }
    const { keys } = (await (await keysOf(new Request(config().origin), params)).json()) as { keys: JsonWebKey[] }
    expect(keys).toEqual([expect.objectContaining({ kty: 'RSA', use: 'sig', kid: expect.any(String) })])
    expect(keys[0]).not.toHaveProperty('d')
    const assertions = provider.tokenRequests.map((form) => {
      const [header, claims] = (form.get('client_assertion') ?? '').split('.')
      const part = (text = '') => JSON.parse(Buffer.from(text, 'base64url').toString())
      return { header: part(header), claims: part(claims) }
    })
    expect(assertions).toHaveLength(2)
    for (const { header, claims } of assertions) {
      expect(header).toMatchObject({ alg: 'RS256', kid: (keys[0] as { kid?: string }).kid })
      expect(claims).toMatchObject({ aud: provider.issuer, iss: provider.clientId, sub: provider.clientId })
      expect(claims.exp - claims.iat).toBeLessThanOrEqual(60)
    }
    expect(assertions[0]?.claims.jti).not.toBe(assertions[1]?.claims.jti)
    expect(provider.tokenRequests.some((form) => form.has('client_secret'))).toBe(false)
  })
})

describe('the answer', () => {
  test('P5 counts from one minute behind to one minute ahead, for clocks differ', async () => {
    const { staff, provider, door } = await makeDoor()
    for (const skew of [-60, 50]) {
      newBrowser()
      provider.lies.claims = (honest) => ({ ...honest, iat: Number(honest.iat) + skew, exp: Number(honest.exp) + skew })
      await signIn(door, 'kari')
      expect(await actor()).toMatchObject({ personId: staff.personId })
    }
    newBrowser()
    provider.lies.claims = (honest) => ({ ...honest, iat: Number(honest.iat) + 120 })
    expect(kodeOf(await signIn(door, 'kari'))).toBe('annet')
  })

  test('P8 of too low a level gets nobody in: they are asked once to prove more, then told', async () => {
    const { provider, door } = await makeDoor({ connection: { kind: 'idporten', minimumAcr: 'substantial' } })
    for (const acr of ['idporten-loa-low', 'selfregistered-email', undefined]) {
      newBrowser()
      provider.lies.claims = (honest) => ({ ...honest, acr })
      const asked = await signIn(door, 'kari')
      expect(queryOf(asked)).toMatchObject({ prompt: 'login', acr_values: 'idporten-loa-substantial' })
      expect(await actor()).toEqual({ kind: 'visitor' })
      expect(kodeOf(await arrive(await choose(asked, 'kari')))).toBe('niva')
      expect(await actor()).toEqual({ kind: 'visitor' })
    }
    newBrowser()
    const asked = await signIn(door, 'kari', '/prosjekter')
    provider.lies.claims = (honest) => ({ ...honest, acr: 'idporten-loa-substantial' })
    expect(await arrive(await choose(asked, 'kari'))).toBe(`${config().origin}/prosjekter`)
  })

  test('P8 of a higher level than is asked for lets somebody in', async () => {
    const { staff, provider, door } = await makeDoor({ connection: { kind: 'idporten', minimumAcr: 'substantial' } })
    provider.lies.claims = (honest) => ({ ...honest, acr: 'idporten-loa-high' })
    await signIn(door, 'kari')
    expect(await actor()).toMatchObject({ personId: staff.personId })
    const session = await owner().authSession.findFirstOrThrow({ where: { personId: staff.personId } })
    expect(session.acr).toBe('idporten-loa-high')
    expect(session.expiresAt.getTime() - session.createdAt.getTime()).toBeLessThanOrEqual(120 * minutes + 5000)
  })

  test('P9 T7 on behalf of another organisation, or from another directory, gets nobody in', async () => {
    const one = await makeDoor({ connection: { kind: 'ansattporten', minimumAcr: 'substantial' } })
    const { organisationNumber } = await owner().municipality.findUniqueOrThrow({ where: { id: one.staff.municipality.id } })
    const on = (orgno: string) => (honest: object) => ({
      ...honest,
      acr: 'substantial',
      authorization_details: [{ type: 'ansattporten:orgno', orgno: `0192:${orgno}` }],
    })
    one.provider.lies.claims = on('974772248')
    expect(kodeOf(await signIn(one.door, 'kari'))).toBe('organisasjon')
    one.provider.lies.claims = on(organisationNumber)
    await signIn(one.door, 'kari')
    expect(await actor()).toMatchObject({ personId: one.staff.personId })

    newBrowser()
    const directoryId = '5b62c7c6-5c6b-4b0e-8a55-0a2a5c9f3f10'
    const other = await makeDoor({ connection: { kind: 'entra', directoryId } })
    other.provider.lies.claims = (honest) => ({ ...honest, tid: '11111111-5c6b-4b0e-8a55-0a2a5c9f3f10' })
    expect(kodeOf(await signIn(other.door, 'kari'))).toBe('organisasjon')
    other.provider.lies.claims = (honest) => ({ ...honest, tid: directoryId, acct: 1 })
    expect(kodeOf(await signIn(other.door, 'kari'))).toBe('gjest')
    other.provider.lies.claims = (honest) => ({ ...honest, tid: directoryId })
    expect(kodeOf(await signIn(other.door, 'kari'))).toBe('uten-acct')
    other.provider.lies.claims = (honest) => ({ ...honest, tid: directoryId, acct: 0 })
    await signIn(other.door, 'kari')
    expect(await actor()).toMatchObject({ personId: other.staff.personId })
  })

  test('P10 signed with a key that the provider has just taken into use is believed', async () => {
    const { staff, provider, door } = await makeDoor()
    await signIn(door, 'kari')
    newBrowser()
    provider.changeKey()
    await signIn(door, 'kari')
    expect(await actor()).toMatchObject({ personId: staff.personId })
  })

  test('P10 signed with a key that the provider has taken out of use is not', async () => {
    const { provider, door } = await makeDoor()
    await signIn(door, 'kari')
    newBrowser()
    const old = provider.key()
    provider.changeKey()
    provider.lies.signsWith = old
    expect(kodeOf(await signIn(door, 'kari'))).toBe('annet')
    expect(await actor()).toEqual({ kind: 'visitor' })
  })

  test('P10 is held to what the provider says of itself now: asked again within the hour, and not at every turn', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const { provider, door } = await makeDoor()
    let asked = 0
    provider.lies.before = (request) => {
      if (request.url?.startsWith('/.well-known/')) asked++
      return false
    }
    const begin = async () => {
      newBrowser()
      return startAt(door)
    }
    expect(await begin()).toContain('code_challenge=')
    provider.lies.metadata = { authorization_endpoint: `${provider.issuer}/annet` }
    expect(await begin()).toContain(`${provider.issuer}/auth?`)
    expect(asked).toBe(1)
    vi.setSystemTime(Date.now() + 61 * minutes)
    expect(await begin()).toContain(`${provider.issuer}/annet?`)
    provider.lies.metadata = { issuer: 'https://login.example' }
    vi.setSystemTime(Date.now() + 61 * minutes)
    expect(kodeOf(await begin())).toBe('utilgjengelig')
    vi.useRealTimers()
  })

  test('P5 to a sign-in in another tab begins again by itself, three times at most', async () => {
    const { provider, door } = await makeDoor()
    let answer = await chooseAt(door, 'kari')
    for (let round = 0; round < 3; round++) {
      await startAt(door)
      const again = await arrive(answer)
      expect(again).toContain('code_challenge=')
      answer = (await visit(again)).address
      expect(answer).toContain('/api/auth/callback/')
    }
    await startAt(door)
    expect(await arrive(answer)).toMatch(/kode=annet&dor=\d{4}&ref=[0-9a-f]{8}$/)
    expect(await actor()).toEqual({ kind: 'visitor' })
    expect(await owner().auditEvent.findMany({ where: { subjectId: provider.connectionId } })).toEqual([
      expect.objectContaining({ action: 'session.refuse', detail: expect.objectContaining({ reason: 'annet' }) }),
    ])
  })

  test('S10 each of two tabs comes to the page it was to come to', async () => {
    const { staff, door } = await makeDoor()
    const first = await chooseAt(door, 'kari', '/prosjekter')
    const second = (await visit(await startAt(door, '/ideer'))).address
    expect(await arrive((await visit(await arrive(first))).address)).toBe(`${config().origin}/prosjekter`)
    expect(await arrive((await visit(await arrive(second))).address)).toBe(`${config().origin}/ideer`)
    expect(await actor()).toMatchObject({ personId: staff.personId })
  })

  test('S10 so does that of an advisor, whose page is not that of staff', async () => {
    const advisor = await makeAdvisor('Navn solveig')
    await letIn(await makeProvider({ subjects: ['solveig'] }), 'solveig', advisor.personId)
    const first = await chooseAt('kommit', 'solveig')
    await startAt('kommit')
    expect(await arrive((await visit(await arrive(first))).address)).toBe(`${config().origin}/kuratering`)
  })
})

describe('P11 a provider that is', () => {
  test('down, or answers with too much, or sends the app elsewhere: said so, and nobody else notices', async () => {
    const [broken, sound] = [await makeDoor(), await makeDoor()]
    const ways: NonNullable<typeof broken.provider.lies.before>[] = [
      (_request, response) => Boolean(response.destroy()),
      (_request, response) => Boolean(response.end('x'.repeat(400 * 1024))),
      (_request, response) =>
        Boolean(response.writeHead(302, { location: `${sound.provider.issuer}/.well-known/openid-configuration` }).end()),
      (_request, response) => Boolean(response.writeHead(500).end()),
      (_request, response) => Boolean(response.end('no metadata')),
    ]
    for (const way of ways) {
      broken.provider.lies.before = way
      expect(kodeOf(await startAt(broken.door))).toBe('utilgjengelig')
      newBrowser()
    }
    await signIn(sound.door, 'kari')
    expect(await actor()).toMatchObject({ personId: sound.staff.personId })
    broken.provider.lies.before = undefined
    newBrowser()
    await signIn(broken.door, 'kari')
    expect(await actor()).toMatchObject({ personId: broken.staff.personId })
  })
})

describe('P11 a provider that is slow', () => {
  test('at all it is asked is waited for until ten seconds have gone, all told, while others come in elsewhere', async () => {
    const [slow, sound] = [await makeDoor(), await makeDoor()]
    const way = await chooseAt(slow.door, 'kari')
    // What is remembered of it is of an earlier version of the connection.
    await owner().identityProvider.updateMany({ where: { id: slow.provider.connectionId }, data: { version: { increment: 1 } } })
    slow.provider.lies.before = (request, response) => {
      setTimeout(() => slow.provider.answer(request, response), 4000)
      return true
    }
    const [before, answers] = [Date.now(), [] as string[]]
    const waiting = arrive(way).then((page) => answers.push(`slow ${kodeOf(page)}`))
    await visit(await startAt(sound.door))
    answers.push('sound')
    await waiting
    expect(Date.now() - before).toBeLessThan(10_000)
    expect(answers).toEqual(['sound', 'slow annet'])
    expect(await actor()).toEqual({ kind: 'visitor' })
  })
})

describe('who somebody is', () => {
  test('T1 the same e-mail address at two municipalities is two people, who both come in', async () => {
    const [one, two] = [await makeDoor(), await makeDoor()]
    for (const { door, staff } of [one, two]) {
      newBrowser()
      await signIn(door, 'kari')
      expect(await actor()).toMatchObject({ personId: staff.personId })
    }
    const emails = await owner().person.findMany({
      where: { id: { in: [one.staff.personId, two.staff.personId] } },
      select: { email: true },
    })
    expect(emails).toEqual([{ email: 'kari@test.example' }, { email: 'kari@test.example' }])
  })

  test('T3 an approved door cannot be moved to another issuer', async () => {
    const { provider } = await makeDoor()
    const where = `WHERE id = '${provider.connectionId}'`
    for (const change of [`issuer = 'https://evil.example'`, `client_id = 'other'`, `kind = 'keycloak'`])
      await expect(
        owner().$transaction([
          owner().$executeRawUnsafe('SET LOCAL ROLE delt_app'),
          owner().$executeRawUnsafe(`SELECT set_config('delt.viewer_kind', 'operator', true)`),
          owner().$executeRawUnsafe(`UPDATE identity_provider SET ${change} ${where}`),
        ]),
      ).rejects.toThrow(/cannot be changed/)
  })

  test('T5 S8 the roles that the provider gives follow it at each sign-in; what the municipality has given stays', async () => {
    const roleMap = { leder: 'portfolio_manager', raad: 'advisor', drift: 'operator' }
    const { staff, provider, door } = await makeDoor({ connection: { roleClaim: 'roles', roleMap } })
    const rolesAfter = async (roles: unknown) => {
      newBrowser()
      provider.lies.claims = (honest) => ({ ...honest, roles })
      await signIn(door, 'kari')
      const who = await actor()
      return who.kind === 'staff' ? who.roles.toSorted() : who.kind
    }
    expect(await rolesAfter(['leder', 'raad', 'drift', 'annet'])).toEqual(['member', 'portfolio_manager'])
    expect(await rolesAfter([])).toEqual(['member'])
    expect(await rolesAfter(['leder'])).toEqual(['member', 'portfolio_manager'])
    expect(await rolesAfter(undefined)).toEqual(['member'])
    const noted = await owner().auditEvent.findMany({
      where: { actorId: staff.personId, action: 'person.roles' },
      orderBy: { id: 'asc' },
    })
    expect(noted.map(({ detail }) => detail)).toEqual([
      { added: ['portfolio_manager'], removed: [], source: 'claim' },
      { added: [], removed: ['portfolio_manager'], source: 'claim' },
      { added: ['portfolio_manager'], removed: [], source: 'claim' },
      { added: [], removed: ['portfolio_manager'], source: 'claim' },
    ])
  })

  test('somebody unknown waits for the administrator where the municipality wants it so', async () => {
    const { door } = await makeDoor({ connection: { provisioning: 'pending' } })
    expect(kodeOf(await signIn(door, 'ny'))).toBe('venter')
    newBrowser()
    expect(kodeOf(await signIn(door, 'ny'))).toBe('venter')
    const [waiting, ...others] = await owner().person.findMany({
      where: { status: 'pending', municipality: { number: door } },
      include: { roles: true },
    })
    expect(others).toEqual([])
    expect(waiting).toMatchObject({ name: 'Navn ny', email: 'ny@test.example', roles: [] })
    await owner().person.update({
      where: { id: waiting?.id ?? '' },
      data: { status: 'active', roles: { create: { role: 'member' } } },
    })
    newBrowser()
    await signIn(door, 'ny')
    expect(await actor()).toMatchObject({ name: 'Navn ny', roles: ['member'] })
  })

  test('the name and the address follow the register of the municipality', async () => {
    const { staff, provider, door } = await makeDoor()
    provider.lies.claims = (honest) => ({ ...honest, name: 'Kari Nytt Navn', email: 'kari.nytt@test.example' })
    await signIn(door, 'kari')
    expect(await actor()).toMatchObject({ personId: staff.personId, name: 'Kari Nytt Navn' })
    expect((await owner().person.findUniqueOrThrow({ where: { id: staff.personId } })).email).toBe('kari.nytt@test.example')
  })
})

describe('S10 a browser that goes round in circles', () => {
  test('is stopped after five sign-ins in five seconds, with a page that says so', async () => {
    const { door } = await makeDoor()
    for (let round = 0; round < 5; round++) expect(await startAt(door)).toContain('code_challenge=')
    expect(await startAt(door)).toBe('429')
    newBrowser()
    expect(await startAt(door)).toContain('code_challenge=')
  })
})

describe('L1 what is left of a sign-in', () => {
  test('is no national identity number and no token, in any row or line of the log', async () => {
    const lines: string[] = []
    for (const level of ['error', 'info', 'log', 'warn'] as const)
      vi.spyOn(console, level).mockImplementation((...said) => void lines.push(said.join(' ')))
    const pid = '17054026641'
    const { provider, door } = await makeDoor({
      connection: { kind: 'idporten', minimumAcr: 'substantial' },
    })
    provider.lies.claims = (honest) => ({ ...honest, acr: 'idporten-loa-high', pid })
    await signIn(door, 'kari')
    expect(await actor()).toMatchObject({ kind: 'staff' })
    newBrowser()
    await signIn(door, 'ny')
    newBrowser()
    provider.lies.claims = (honest) => ({ ...honest, acr: 'idporten-loa-low', pid })
    await signIn(door, 'kari')
    newBrowser()
    provider.lies.claims = (honest) => ({ ...honest, acr: 'idporten-loa-high', pid, nonce: 'another' })
    await signIn(door, 'kari')
    newBrowser()
    // Some providers name people by that number. It opens no door here.
    provider.lies.claims = (honest) => ({ ...honest, acr: 'idporten-loa-high', sub: pid })
    expect(kodeOf(await signIn(door, 'ny'))).toBe('annet')
    expect(lines.length).toBeGreaterThan(0)
    const tables = await owner().$queryRaw<
      { name: string }[]
    >`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`
    const kept: string[] = [...lines]
    for (const { name } of tables.filter((table) => table.name !== '_prisma_migrations'))
      for (const { row } of await owner().$queryRawUnsafe<{ row: string }[]>(`SELECT t::text AS row FROM "${name}" t`))
        kept.push(row)
    expect(kept.filter((text) => text.includes(pid) || /eyJ[\w-]+\.[\w-]+\./.test(text))).toEqual([])
    expect([...ownCookies().values()].filter((value) => value.includes(pid))).toEqual([])
  })
})

test('S1 over https the cookies belong to this host alone', async () => {
  const { door } = await makeDoor()
  vi.spyOn(await import('@/lib/platform/config'), 'config').mockReturnValue({ ...config(), origin: 'https://delt.example' })
  const names = cookieNames()
  vi.restoreAllMocks()
  expect(Object.values(names).filter((name) => typeof name === 'string')).toEqual([
    '__Host-delt-session',
    '__Host-delt-csrf',
    '__Host-delt-next',
  ])
  expect(await startAt(door)).toContain('code_challenge=')
})

test('a person of another municipality is not let in by a door that knows them, nor by their role there', async () => {
  const { provider, door } = await makeDoor({ connection: { roleClaim: 'roles', roleMap: { x: 'municipality_admin' } } })
  const stranger = await makeStaff({ municipality: await makeMunicipality() })
  await letIn(provider, 'ny', stranger.personId)
  provider.lies.claims = (honest) => ({ ...honest, roles: ['x'] })
  expect(kodeOf(await signIn(door, 'ny'))).toBe('feil-kommune')
  expect(await owner().roleAssignment.count({ where: { personId: stranger.personId, role: 'municipality_admin' } })).toBe(0)
})
