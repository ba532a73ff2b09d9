import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { Operator, Staff } from '@/lib/platform/actor'
import { doorOf, findConnection, publishedKeys } from '@/lib/platform/auth/providers'
import { startSession } from '@/lib/platform/auth/session-store'
import { newBrowser } from '@/lib/testing/browser'
import { makeAdvisor, makeOperator, makeStaff, owner } from '@/lib/testing/builders'
import { makeProvider } from '@/lib/testing/local-provider'
import { letIn } from '@/lib/testing/sign-in'
import { approveConnection, closeConnection, reopenConnection, returnConnection } from './approval/commands'
import {
  createConnection,
  disableConnection,
  discardConnection,
  enableConnection,
  saveAccess,
  saveClient,
  submitConnection,
} from './commands'
import { activateKey, makeKey, replaceSecret, retireKey } from './keys/commands'
import { allConnections, connectionView, ownConnections } from './queries'

vi.mock('next/headers', async () => (await import('@/lib/testing/browser')).nextHeaders)

beforeEach(() => {
  newBrowser()
  vi.spyOn(console, 'error').mockImplementation(() => {})
})

const makeAdministrator = () => makeStaff({ roles: ['member', 'municipality_admin'] })

/** A draft at a real provider, with its administrator. */
async function makeDraft() {
  const [administrator, provider] = [await makeAdministrator(), await makeProvider({ subjects: [] })]
  const id = await createConnection(administrator, {
    kind: 'keycloak',
    issuer: provider.issuer,
    directoryId: '',
    environment: 'production',
  })
  return { administrator, provider, id }
}

const viewed = async (who: Staff | Operator, id: string) => {
  const connection = await connectionView(who, id)
  if (!connection) throw new Error('There is no such connection')
  return connection
}

const client = {
  clientId: 'delt',
  authentication: 'client_secret' as const,
  clientSecret: 'en hemmelighet som er lang nok',
  minimumAcr: '',
}

/** As an administrator does it, up to where the operator comes in. */
async function makeSubmitted() {
  const made = await makeDraft()
  await saveClient(made.administrator, { connectionId: made.id, version: 1, ...client })
  await owner().identityProvider.update({ where: { id: made.id }, data: { testedAt: new Date(), testedBy: 'Kari' } })
  await submitConnection(made.administrator, { connectionId: made.id })
  return { ...made, operator: await makeOperator() }
}

const refused = (reason: string) => ({ reason })

describe('a connection', () => {
  test('begins with a provider that answers as itself, and a key that is published', async () => {
    const { administrator, provider, id } = await makeDraft()
    expect(await viewed(administrator, id)).toMatchObject({
      issuer: provider.issuer,
      status: 'draft',
      hasKey: true,
      hasSecret: false,
    })
    expect(await publishedKeys(id)).toEqual([expect.objectContaining({ kty: 'RSA', alg: 'RS256' })])
    expect(await ownConnections(administrator)).toHaveLength(1)
  })

  test('T2 R1 does not begin where nothing answers, something lies, or the address leads inside, and says the same each time', async () => {
    const { administrator, provider } = await makeDraft()
    const begin = (issuer: string) =>
      createConnection(administrator, { kind: 'oidc', issuer, directoryId: '', environment: 'production' })
    const fields = { issuer: 'errors.issuer' }
    for (const issuer of [
      'https://169.254.169.254/',
      'https://intern/',
      'http://login.example.no',
      'ikke en adresse',
      'http://localhost:1/',
    ])
      await expect(begin(issuer), issuer).rejects.toMatchObject({ fields })
    provider.lies.metadata = { issuer: 'https://login.example.no' }
    await expect(begin(provider.issuer)).rejects.toMatchObject({ fields })
    expect(await ownConnections(administrator)).toHaveLength(1)
  })

  test('R2 keeps its secret where nobody reads it', async () => {
    const { administrator, id } = await makeDraft()
    await saveClient(administrator, { connectionId: id, version: 1, ...client })
    expect(JSON.stringify(await viewed(administrator, id))).not.toContain(client.clientSecret)
    expect(await viewed(administrator, id)).toMatchObject({ hasSecret: true, secretChangedAt: expect.any(Date) })
    expect(await findConnection(id)).toMatchObject({ clientSecret: client.clientSecret })
    const row = await owner().identityProvider.findUniqueOrThrow({ where: { id } })
    expect(Buffer.from(row.clientSecretEncrypted ?? []).toString('latin1')).not.toContain(client.clientSecret)
    await saveClient(administrator, { connectionId: id, version: 2, ...client, clientSecret: '' })
    expect(await findConnection(id)).toMatchObject({ clientSecret: client.clientSecret })
  })

  test('must be tried as it is before it is sent, and again when it is changed', async () => {
    const { administrator, id } = await makeDraft()
    await expect(submitConnection(administrator, { connectionId: id })).rejects.toMatchObject(refused('conflict'))
    await saveClient(administrator, { connectionId: id, version: 1, ...client })
    await expect(submitConnection(administrator, { connectionId: id })).rejects.toMatchObject(refused('conflict'))
    await owner().identityProvider.update({ where: { id }, data: { testedAt: new Date() } })
    await saveClient(administrator, { connectionId: id, version: 2, ...client, clientId: 'annen' })
    expect(await viewed(administrator, id)).toMatchObject({ testedAt: null })
    await expect(submitConnection(administrator, { connectionId: id })).rejects.toMatchObject(refused('conflict'))
    await expect(saveClient(administrator, { connectionId: id, version: 2, ...client })).rejects.toMatchObject(
      refused('conflict'),
    )
  })

  test('must be tried again when its secret or its key is another', async () => {
    const { administrator, id } = await makeSubmitted()
    const isTried = async () => (await viewed(administrator, id)).testedAt !== null
    await replaceSecret(administrator, { connectionId: id, clientSecret: 'en annen' })
    expect(await viewed(administrator, id)).toMatchObject({ testedAt: null, status: 'draft' })
    await owner().identityProvider.update({ where: { id }, data: { testedAt: new Date() } })
    await makeKey(administrator, { connectionId: id })
    expect(await isTried()).toBe(true)
    const { keys } = await viewed(administrator, id)
    await activateKey(administrator, { connectionId: id, keyId: keys.find((key) => !key.activatedAt)?.id ?? '' })
    expect(await isTried()).toBe(false)
  })

  test('is of the kind that its issuer demands', async () => {
    const administrator = await makeAdministrator()
    const begin = (kind: 'oidc' | 'keycloak', issuer: string) =>
      createConnection(administrator, { kind, issuer, directoryId: '', environment: 'production' })
    for (const [issuer, kind] of [
      ['https://idporten.no', 'idporten'],
      ['https://test.idporten.no', 'idporten'],
      ['https://ansattporten.no./', 'ansattporten'],
      ['https://login.microsoftonline.com/common/v2.0', 'entra'],
    ] as const) {
      await expect(begin('oidc', issuer)).rejects.toMatchObject({ fields: { issuer: `errors.issuerIs.${kind}` } })
      await expect(
        owner().identityProvider.create({
          data: { municipalityId: administrator.municipality.id, name: 'Dør', issuer, clientId: '' },
        }),
      ).rejects.toThrow(/issuer_is_of_its_kind/)
    }
  })

  test('to ID-porten lets in those who are invited, and nobody else', async () => {
    const { administrator, id } = await makeDraft()
    await owner().identityProvider.update({ where: { id }, data: { kind: 'idporten', minimumAcr: 'high' } })
    const access = { connectionId: id, version: 1, roleClaim: '', map: [] }
    for (const provisioning of ['pending', 'member'] as const) {
      await expect(saveAccess(administrator, { ...access, provisioning })).rejects.toMatchObject({
        fields: { provisioning: 'errors.invitedOnly' },
      })
      await expect(owner().identityProvider.update({ where: { id }, data: { provisioning } })).rejects.toThrow(
        /idporten_admits_invited/,
      )
    }
    await saveAccess(administrator, { ...access, provisioning: 'off' })
  })

  test('to Entra ID is proved with a secret, for it takes no key without a certificate', async () => {
    const { administrator, id } = await makeDraft()
    const directoryId = '5b62c7c6-5c6b-4b0e-8a55-0a2a5c9f3f10'
    await owner().identityProvider.update({ where: { id }, data: { kind: 'entra', directoryId } })
    const choice = { connectionId: id, version: 1, ...client, authentication: 'private_key_jwt' as const }
    await expect(saveClient(administrator, choice)).rejects.toMatchObject({ fields: { authentication: 'errors.unknown' } })
  })

  test('takes the place of the one that is open to the same client, with those who are known at it', async () => {
    const first = await makeSubmitted()
    const { administrator, operator } = first
    await approveConnection(operator, { connectionId: first.id })
    await letIn({ connectionId: first.id }, 'siri', administrator.personId)
    const input = {
      kind: 'keycloak' as const,
      issuer: first.provider.issuer,
      directoryId: '',
      environment: 'production' as const,
    }
    // Two drafts at once are no trouble: neither is open.
    const [second, third] = [await createConnection(administrator, input), await createConnection(administrator, input)]
    for (const connectionId of [second, third]) {
      await saveClient(administrator, { connectionId, version: 1, ...client })
      await owner().identityProvider.update({ where: { id: connectionId }, data: { testedAt: new Date() } })
    }
    await submitConnection(administrator, { connectionId: second })
    await approveConnection(operator, { connectionId: second })
    expect(await doorOf(administrator.municipality.number, first.id)).toMatchObject({ connectionId: second })
    expect(await owner().externalIdentity.findMany({ where: { identityProviderId: second } })).toEqual([
      expect.objectContaining({ subject: 'siri', personId: administrator.personId }),
    ])
    await expect(reopenConnection(operator, { connectionId: first.id })).rejects.toMatchObject({
      fields: { connection: 'errors.doorReplaced' },
    })
  })

  test('of another client takes nobody along', async () => {
    const first = await makeSubmitted()
    const { administrator, operator } = first
    await approveConnection(operator, { connectionId: first.id })
    await letIn({ connectionId: first.id }, 'siri', administrator.personId)
    const input = {
      kind: 'keycloak' as const,
      issuer: first.provider.issuer,
      directoryId: '',
      environment: 'production' as const,
    }
    const second = await createConnection(administrator, input)
    await saveClient(administrator, { connectionId: second, version: 1, ...client, clientId: 'en annen' })
    await owner().identityProvider.update({ where: { id: second }, data: { testedAt: new Date() } })
    await submitConnection(administrator, { connectionId: second })
    await approveConnection(operator, { connectionId: second })
    expect(await doorOf(administrator.municipality.number, first.id)).toMatchObject({ connectionId: first.id })
    expect(await owner().externalIdentity.count({ where: { identityProviderId: second } })).toBe(0)
  })

  test('opens when an operator says so, and its municipality takes part', async () => {
    const { administrator, id, operator } = await makeSubmitted()
    const municipalityId = administrator.municipality.id
    await owner().participation.delete({ where: { municipalityId } })
    expect(await doorOf(administrator.municipality.number)).toBeNull()
    expect((await allConnections(operator, 1)).rows.map((row) => row.id)).toContain(id)
    await approveConnection(operator, { connectionId: id })
    expect(await doorOf(administrator.municipality.number)).toMatchObject({ connectionId: id })
    expect(await owner().participation.count({ where: { municipalityId } })).toBe(1)
    const noted = await owner().auditEvent.findFirst({ where: { subjectId: id, action: 'connection.approve' } })
    expect(noted).toMatchObject({ municipalityId, actorId: operator.personId })
  })

  test('T3 stands as it is once it is in use', async () => {
    const { administrator, id, operator } = await makeSubmitted()
    await approveConnection(operator, { connectionId: id })
    await expect(saveClient(administrator, { connectionId: id, version: 2, ...client })).rejects.toMatchObject(
      refused('conflict'),
    )
    await expect(discardConnection(administrator, { connectionId: id })).rejects.toMatchObject(refused('conflict'))
    await replaceSecret(administrator, { connectionId: id, clientSecret: 'en ny' })
    expect(await findConnection(id)).toMatchObject({ clientSecret: 'en ny', status: 'approved' })
  })

  test('is sent back with a reason, mended and sent again', async () => {
    const { administrator, id, operator } = await makeSubmitted()
    await returnConnection(operator, { connectionId: id, reason: 'Dette er ikke kommunens adresse.' })
    expect(await viewed(administrator, id)).toMatchObject({ status: 'draft', returnedReason: 'Dette er ikke kommunens adresse.' })
    await submitConnection(administrator, { connectionId: id })
    expect(await viewed(administrator, id)).toMatchObject({ status: 'submitted', returnedReason: null })
  })

  test('T6 is closed and opened by its municipality; what an operator closed, only an operator opens', async () => {
    const { administrator, id, operator } = await makeSubmitted()
    await approveConnection(operator, { connectionId: id })
    await disableConnection(administrator, { connectionId: id })
    expect(await doorOf(administrator.municipality.number)).toBeNull()
    await enableConnection(administrator, { connectionId: id })
    await closeConnection(operator, { connectionId: id })
    await expect(enableConnection(administrator, { connectionId: id })).rejects.toMatchObject(refused('conflict'))
    expect(await doorOf(administrator.municipality.number)).toBeNull()
    await reopenConnection(operator, { connectionId: id })
    expect(await doorOf(administrator.municipality.number)).toMatchObject({ connectionId: id })
  })

  test('T6 ends the sessions of those who came in by it when it is closed, whoever closes it', async () => {
    const { administrator, id, operator } = await makeSubmitted()
    await approveConnection(operator, { connectionId: id })
    const comeIn = async () => {
      const person = { personId: administrator.personId, municipalityId: administrator.municipality.id }
      await startSession(person, { id, kind: 'keycloak' }, { earlier: null, device: '', claims: {} })
    }
    const ends = async () =>
      (await owner().authSession.findMany({ where: { identityProviderId: id }, orderBy: { createdAt: 'asc' } })).map(
        ({ endedFor }) => endedFor,
      )
    await comeIn()
    await disableConnection(administrator, { connectionId: id })
    expect(await ends()).toEqual(['door_closed'])
    await enableConnection(administrator, { connectionId: id })
    await comeIn()
    await closeConnection(operator, { connectionId: id })
    expect(await ends()).toEqual(['door_closed', 'door_closed'])
    const noted = await owner().auditEvent.findMany({ where: { action: 'session.end', actorId: operator.personId } })
    expect(noted).toEqual([expect.objectContaining({ municipalityId: administrator.municipality.id })])
  })

  test('changes its key without a gap: made, published, taken into use, the old one removed', async () => {
    const { administrator, id } = await makeDraft()
    const [first] = (await viewed(administrator, id)).keys
    await makeKey(administrator, { connectionId: id })
    await expect(makeKey(administrator, { connectionId: id })).rejects.toMatchObject(refused('conflict'))
    const second = (await viewed(administrator, id)).keys.find((key) => key.activatedAt === null)
    expect(await publishedKeys(id)).toHaveLength(2)
    expect((await findConnection(id))?.signingKey?.kid).toBe(first?.id)
    await expect(retireKey(administrator, { connectionId: id, keyId: first?.id ?? '' })).rejects.toMatchObject(
      refused('conflict'),
    )
    await activateKey(administrator, { connectionId: id, keyId: second?.id ?? '' })
    expect((await findConnection(id))?.signingKey?.kid).toBe(second?.id)
    await retireKey(administrator, { connectionId: id, keyId: first?.id ?? '' })
    expect((await publishedKeys(id))?.map((key) => (key as { kid?: string }).kid)).toEqual([second?.id])
  })

  test('T5 takes no role for its map but those of a municipality', async () => {
    const { administrator, id } = await makeDraft()
    const access = { connectionId: id, version: 1, provisioning: 'pending' as const, roleClaim: 'roles' }
    await saveAccess(administrator, {
      ...access,
      map: [
        { value: 'leder', role: 'portfolio_manager' },
        { value: '', role: '' },
      ],
    })
    expect(await viewed(administrator, id)).toMatchObject({ roleMap: { leder: 'portfolio_manager' }, provisioning: 'pending' })
    const { accessForm } = await import('./input')
    const sent = { connectionId: id, version: '2', provisioning: 'off', map: [{ value: 'x', role: 'operator' }] }
    expect(accessForm.safeParse(sent).success).toBe(false)
  })

  test('A3 is seen and changed by nobody else', async () => {
    const { id, operator } = await makeSubmitted()
    const colleague = await makeStaff()
    const strangers = [await makeAdministrator(), colleague, await makeAdvisor()]
    for (const who of strangers) {
      const reason = expect.stringMatching(/not-found|forbidden/)
      if (who.kind === 'staff') expect(await connectionView(who, id)).toBeNull()
      await expect(saveClient(who, { connectionId: id, version: 1, ...client })).rejects.toMatchObject({ reason })
      await expect(disableConnection(who, { connectionId: id })).rejects.toMatchObject({ reason })
      await expect(makeKey(who, { connectionId: id })).rejects.toMatchObject({ reason })
      await expect(discardConnection(who, { connectionId: id })).rejects.toMatchObject({ reason })
      await expect(approveConnection(who, { connectionId: id })).rejects.toMatchObject({ reason })
    }
    await expect(
      createConnection(colleague, { kind: 'oidc', issuer: 'https://x.no', directoryId: '', environment: 'test' }),
    ).rejects.toMatchObject({ reason: 'forbidden' })
    await expect(saveClient(operator, { connectionId: id, version: 1, ...client })).rejects.toMatchObject({ reason: 'forbidden' })
  })

  test('T3 cannot be approved by its own municipality, whatever the program believes', async () => {
    const { administrator, id } = await makeSubmitted()
    const { transaction } = await import('@/lib/platform/db')
    for (const sql of [
      `status = 'approved', approved_at = now()`,
      `approved_at = now()`,
      `approved_by = '${administrator.personId}'`,
    ])
      await expect(
        transaction(administrator, (tx) => tx.$executeRawUnsafe(`UPDATE identity_provider SET ${sql} WHERE id = '${id}'`)),
      ).rejects.toThrow(/only operators|row-level|violates/)
  })

  test('T3 cannot begin as approved either', async () => {
    const administrator = await makeAdministrator()
    const { transaction } = await import('@/lib/platform/db')
    const begin = (said: object) =>
      transaction(administrator, (tx) =>
        tx.identityProvider.create({
          select: { status: true },
          data: { municipalityId: administrator.municipality.id, name: 'Min', issuer: 'https://x.no', clientId: '', ...said },
        }),
      )
    const said = [
      { testedAt: new Date() },
      { submittedAt: new Date() },
      { approvedAt: new Date() },
      { approvedBy: administrator.personId },
    ]
    for (const one of said) await expect(begin(one)).rejects.toThrow(/row-level security/)
    await expect(begin({})).resolves.toMatchObject({ status: 'draft' })
  })
})
