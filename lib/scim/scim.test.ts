import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { Staff } from '@/lib/platform/actor'
import { actor } from '@/lib/platform/auth/session'
import { config } from '@/lib/platform/config'
import { type Provisioner, read, transaction } from '@/lib/platform/db'
import { newBrowser } from '@/lib/testing/browser'
import { makeProject, makeStaff, owner } from '@/lib/testing/builders'
import { makeProvider } from '@/lib/testing/local-provider'
import { kodeOf, letIn, signIn } from '@/lib/testing/sign-in'
import { answerDirectory } from './answer'
import { changesIn, ScimFault, soughtIn } from './rules'
import { makeToken, revokeToken } from './tokens/commands'
import { scimTokens } from './tokens/queries'

vi.mock('next/headers', async () => (await import('@/lib/testing/browser')).nextHeaders)

beforeEach(() => {
  newBrowser()
  vi.spyOn(console, 'error').mockImplementation(() => {})
  vi.spyOn(console, 'info').mockImplementation(() => {})
})

/** A municipality with a door in use, and the key of its directory. */
async function begin() {
  const siri = await makeStaff({ roles: ['member', 'municipality_admin'], name: 'Navn siri' })
  const { municipality } = siri
  const provider = await makeProvider({ municipalityId: municipality.id, subjects: ['siri', 'kari', 'ny'] })
  await letIn(provider, 'siri', siri.personId)
  const key = await makeToken(siri, { connectionId: provider.connectionId })
  return { siri, provider, door: municipality.number, key }
}

async function ask(key: string, method: string, path: string, body?: unknown, query = '') {
  const request = new Request(`${config().origin}/api/scim/v2/${path}${query}`, {
    method,
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/scim+json' },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const answer = await answerDirectory(request, path.split('/').filter(Boolean))
  const text = await answer.text()
  return { status: answer.status, headers: answer.headers, body: text === '' ? null : JSON.parse(text) }
}

const filter = (written: string) => `?filter=${encodeURIComponent(written)}`

/** As Entra ID sends somebody new (Microsoft's documentation of its SCIM requests). */
const fromEntra = (more: object = {}) => ({
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:User', 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'],
  externalId: 'ny',
  userName: 'Nina.Nyhus@kommune.example',
  active: true,
  displayName: 'Nina Nyhus',
  emails: [{ primary: true, type: 'work', value: 'nina.nyhus@kommune.example' }],
  meta: { resourceType: 'User' },
  name: { formatted: 'Nina Nyhus', familyName: 'Nyhus', givenName: 'Nina' },
  title: 'Rådgiver',
  roles: [],
  ...more,
})

/** As Entra ID changes somebody. */
const patch = (...Operations: object[]) => ({ schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'], Operations })

describe('the directory of a municipality', () => {
  test('tries the connection, finds nobody, and makes somebody who can come in at once', async () => {
    const { key, door } = await begin()
    const nobody = await ask(key, 'GET', 'Users', undefined, filter('userName eq "cd2a52e9-6dfb-4b7e-a0f5-0b6b4c1e1a11"'))
    expect(nobody).toMatchObject({ status: 200, body: { totalResults: 0, Resources: [] } })
    expect(nobody.headers.get('content-type')).toContain('application/scim+json')
    expect(kodeOf(await signIn(door, 'ny'))).toBe('ukjent')
    const made = await ask(key, 'POST', 'Users', fromEntra())
    expect(made).toMatchObject({ status: 201, body: { userName: 'Nina.Nyhus@kommune.example', active: true, externalId: 'ny' } })
    newBrowser()
    await signIn(door, 'ny')
    expect(await actor()).toMatchObject({ personId: made.body.id, roles: ['member'] })
    const found = await ask(key, 'GET', 'Users', undefined, filter('userName eq "nina.nyhus@KOMMUNE.example"'))
    expect(found.body).toMatchObject({ totalResults: 1, Resources: [{ id: made.body.id }] })
    const byId = await ask(key, 'GET', 'Users', undefined, filter('externalId eq "ny"'))
    expect(byId.body).toMatchObject({ totalResults: 1, Resources: [{ id: made.body.id }] })
  })

  test.each([
    ['a text in capitals', patch({ op: 'Replace', path: 'active', value: 'False' })],
    ['an object without a path', patch({ op: 'replace', value: { active: false } })],
    ['an object with a text', patch({ op: 'Replace', value: { active: 'False', displayName: 'Nina Ny' } })],
    ['plain', patch({ op: 'replace', path: 'active', value: false })],
  ])('S7 T6 shuts somebody out, said as %s: their sessions are over at once', async (_, change) => {
    const { key, door, siri } = await begin()
    const { body } = await ask(key, 'POST', 'Users', fromEntra())
    await signIn(door, 'ny')
    expect(await actor()).toMatchObject({ personId: body.id })
    expect(await ask(key, 'PATCH', `Users/${body.id}`, change)).toMatchObject({ status: 200, body: { active: false } })
    expect(await actor()).toEqual({ kind: 'visitor' })
    expect(kodeOf(await signIn(door, 'ny'))).toBe('deaktivert')
    expect((await ask(key, 'PATCH', `Users/${body.id}`, patch({ op: 'Replace', path: 'active', value: 'True' }))).status).toBe(
      200,
    )
    newBrowser()
    await signIn(door, 'ny')
    expect(await actor()).toMatchObject({ personId: body.id })
    const trail = await owner().auditEvent.findMany({ where: { municipalityId: siri.municipality.id, actorId: null } })
    expect(trail.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['person.create', 'person.deactivate', 'person.reactivate']),
    )
  })

  test('deletes nobody: who is deleted there is shut out here, and what they did stays', async () => {
    const { key } = await begin()
    const { body } = await ask(key, 'POST', 'Users', fromEntra())
    expect(await ask(key, 'DELETE', `Users/${body.id}`)).toMatchObject({ status: 204, body: null })
    expect(await owner().person.findUniqueOrThrow({ where: { id: body.id } })).toMatchObject({ status: 'deactivated' })
  })

  test('changes what somebody is called, and leaves what they may do', async () => {
    const { key } = await begin()
    const { body } = await ask(key, 'POST', 'Users', fromEntra())
    await owner().roleAssignment.create({ data: { personId: body.id, role: 'portfolio_manager' } })
    const change = patch(
      { op: 'Replace', path: 'displayName', value: 'Nina Nydal' },
      { op: 'Add', path: 'emails[type eq "work"].value', value: 'nina.nydal@kommune.example' },
      { op: 'Add', path: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department', value: 'IKT' },
      { op: 'Add', path: 'roles', value: [{ value: 'operator' }] },
    )
    const after = await ask(key, 'PATCH', `Users/${body.id}`, change)
    expect(after.body).toMatchObject({ displayName: 'Nina Nydal', emails: [{ value: 'nina.nydal@kommune.example' }] })
    const roles = await owner().roleAssignment.findMany({ where: { personId: body.id } })
    expect(roles.map(({ role }) => role).sort()).toEqual(['member', 'portfolio_manager'])
  })

  test('knows whoever came in before it as the one it means, by id and never by e-mail', async () => {
    const { key, provider, door } = await begin()
    await owner().identityProvider.update({ where: { id: provider.connectionId }, data: { provisioning: 'pending' } })
    expect(kodeOf(await signIn(door, 'ny'))).toBe('venter')
    const waiting = await owner().person.findFirstOrThrow({ where: { municipality: { number: door }, status: 'pending' } })
    const { body } = await ask(key, 'POST', 'Users', fromEntra())
    expect(body.id).toBe(waiting.id)
    const other = await ask(key, 'POST', 'Users', fromEntra({ externalId: 'kari', userName: 'kari@kommune.example' }))
    // The address is another's already: what is sent to one must not reach two.
    expect(other).toMatchObject({ status: 201 })
    expect(other.body.emails).toBeUndefined()
  })

  test('is told in the way of the protocol what cannot be done', async () => {
    const { key, siri } = await begin()
    const { body } = await ask(key, 'POST', 'Users', fromEntra())
    const errors = {
      twice: await ask(key, 'POST', 'Users', fromEntra()),
      nameless: await ask(key, 'POST', 'Users', { externalId: 'x' }),
      broken: await ask(key, 'POST', 'Users', '{'),
      filter: await ask(key, 'GET', 'Users', undefined, filter('title co "x"')),
      unknown: await ask(key, 'GET', 'Users/00000000-0000-0000-0000-000000000000'),
      odd: await ask(key, 'GET', 'Users/x'),
      groups: await ask(key, 'GET', 'Groups'),
      last: await ask(key, 'DELETE', `Users/${siri.personId}`),
      active: await ask(key, 'PATCH', `Users/${body.id}`, patch({ op: 'Replace', path: 'active', value: 'maybe' })),
    }
    expect(Object.fromEntries(Object.entries(errors).map(([name, { status, body }]) => [name, [status, body.scimType]]))).toEqual(
      {
        ...{ twice: [409, 'uniqueness'], nameless: [400, 'invalidValue'], broken: [400, 'invalidSyntax'] },
        ...{ filter: [400, 'invalidFilter'], unknown: [404, undefined], odd: [404, undefined], groups: [404, undefined] },
        ...{ last: [409, 'mutability'], active: [400, 'invalidValue'] },
      },
    )
    for (const { status, body } of Object.values(errors))
      expect(body).toMatchObject({ schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'], status: String(status) })
    expect((await ask(key, 'GET', 'ServiceProviderConfig')).body).toMatchObject({ patch: { supported: true } })
    expect((await ask(key, 'GET', 'Schemas')).body).toMatchObject({ totalResults: 1 })
  })
})

describe('a key', () => {
  test('opens one municipality, and nothing in it but its people', async () => {
    const [here, there] = [await begin(), await begin()]
    const project = await makeProject(here.siri)
    const { body } = await ask(there.key, 'POST', 'Users', fromEntra())
    expect(await ask(here.key, 'GET', `Users/${body.id}`)).toMatchObject({ status: 404 })
    expect(await ask(here.key, 'DELETE', `Users/${body.id}`)).toMatchObject({ status: 404 })
    const { body: all } = await ask(here.key, 'GET', 'Users')
    expect(all.Resources.map(({ id }: { id: string }) => id)).toEqual([here.siri.personId])
    const directory: Provisioner = { kind: 'provisioner', municipalityId: here.siri.municipality.id }
    expect(await read(directory, (tx) => tx.project.count({ where: { id: project.id } }))).toBe(0)
    const promote = (role: 'municipality_admin' | 'operator') =>
      transaction(directory, (tx) => tx.roleAssignment.createMany({ data: [{ personId: here.siri.personId, role }] }))
    for (const role of ['municipality_admin', 'operator'] as const)
      await expect(promote(role)).rejects.toThrow(/row-level security/)
    const elsewhere = transaction(directory, (tx) =>
      tx.person.updateMany({ where: { id: there.siri.personId }, data: { status: 'deactivated' } }),
    )
    expect(await elsewhere).toEqual({ count: 0 })
  })

  test('is shown once and kept as its hash; two overlap, and one that is taken back counts no more', async () => {
    const { siri, provider, key } = await begin()
    const { connectionId } = provider
    const next = await makeToken(siri, { connectionId })
    expect([(await ask(key, 'GET', 'Users')).status, (await ask(next, 'GET', 'Users')).status]).toEqual([200, 200])
    await expect(makeToken(siri, { connectionId })).rejects.toMatchObject({ fields: { key: 'errors.tooManyKeys' } })
    const rows = await owner().scimToken.findMany({ where: { identityProviderId: connectionId }, orderBy: { createdAt: 'asc' } })
    expect(JSON.stringify(rows)).not.toContain(key)
    await revokeToken(siri, { connectionId, tokenId: rows[0]?.id ?? '' })
    const refused = await ask(key, 'GET', 'Users')
    expect(refused).toMatchObject({ status: 401, body: { status: '401' } })
    expect(refused.headers.get('www-authenticate')).toContain('Bearer')
    expect((await ask(next, 'GET', 'Users')).status).toBe(200)
    await owner().scimToken.updateMany({ where: { identityProviderId: connectionId }, data: { expiresAt: new Date(0) } })
    expect((await ask(next, 'GET', 'Users')).status).toBe(401)
  })

  test('counts no more when its door is closed, and is made by the administrator alone', async () => {
    const { siri, provider, key } = await begin()
    const { connectionId } = provider
    const [kari, stranger]: Staff[] = [
      await makeStaff({ municipality: siri.municipality }),
      await makeStaff({ roles: ['member', 'municipality_admin'] }),
    ]
    await expect(makeToken(kari as Staff, { connectionId })).rejects.toMatchObject({ reason: 'forbidden' })
    await expect(makeToken(stranger as Staff, { connectionId })).rejects.toMatchObject({ reason: 'not-found' })
    expect(await scimTokens(stranger as Staff, connectionId)).toEqual([])
    await owner().identityProvider.update({ where: { id: connectionId }, data: { status: 'disabled' } })
    expect((await ask(key, 'GET', 'Users')).status).toBe(401)
    for (const wrong of ['', 'x', 'delt-scim-'.padEnd(53, 'A')]) expect((await ask(wrong, 'GET', 'Users')).status).toBe(401)
  })
})

describe('what the directory says', () => {
  test('is read whatever its case, and what is not ours is let be', () => {
    const change = changesIn({
      operations: [
        { OP: 'x', op: 'ADD', value: { 'name.givenName': 'Nina', 'name.familyName': 'Nyhus', UserName: 'n@k.no', x: [1] } },
      ],
    })
    expect(change).toEqual({ name: 'Nina Nyhus', userName: 'n@k.no' })
    expect(soughtIn('USERNAME EQ "a\\"b"')).toEqual({ by: 'userName', value: 'a"b' })
    for (const odd of ['userName', 'userName eq x', 'userName eq "x" or title eq "y"'])
      expect(() => soughtIn(odd)).toThrow(ScimFault)
  })
})
