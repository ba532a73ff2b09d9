import { describe, expect, test } from 'vitest'
import { audit } from '@/lib/platform/audit'
import { newClientKey } from '@/lib/platform/auth/client-keys'
import { findConnection } from '@/lib/platform/auth/providers'
import { config } from '@/lib/platform/config'
import { transaction } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { hide, keyringOf, reveal } from '@/lib/platform/vault'
import { makeStaff, owner } from '@/lib/testing/builders'
import { keysInUse, rotateSecrets } from './rotate-secrets'
import { verifyAudit } from './verify-audit'

async function note(times = 1): Promise<void> {
  const kari = await makeStaff()
  for (let i = 0; i < times; i++)
    await transaction(kari, (tx) =>
      audit(tx, kari, { action: 'project.create', subjectType: 'project', subjectId: newId(), detail: { i } }),
    )
}

/** Does harm as somebody with the whole database in hand, looks, and leaves everything as it was. */
async function faultsAfter(...harm: string[]): Promise<string[]> {
  let faults: string[] = []
  await owner()
    .$transaction(async (tx) => {
      // Past the triggers that refuse it, as only the owner of the server may.
      for (const sql of ['SET LOCAL session_replication_role = replica', ...harm]) await tx.$executeRawUnsafe(sql)
      ;({ faults } = await verifyAudit(tx as unknown as ReturnType<typeof owner>))
      throw new Error('undone')
    })
    .catch(() => {})
  return faults
}

describe('L2 the trail', () => {
  test('holds, also when many write at once', async () => {
    await Promise.all(Array.from({ length: 8 }, () => note(3)))
    const { faults, head } = await verifyAudit(owner())
    expect(faults).toEqual([])
    expect(Number(head?.number)).toBe(await owner().auditEvent.count())
    expect((await verifyAudit(owner(), `${head?.number}:${head?.hash}`)).faults).toEqual([])
  })

  test('tells of an entry that was changed, taken out, slipped in, or cut off the end', async () => {
    await note(4)
    const [first, second] = await owner().auditLink.findMany({ orderBy: { number: 'asc' }, take: 2 })
    const { head } = await verifyAudit(owner())
    expect(await faultsAfter(`UPDATE audit_event SET action = 'project.delete' WHERE id = '${second?.eventId}'`)).toEqual([
      expect.stringContaining('changed'),
    ])
    expect(await faultsAfter(`UPDATE audit_event SET at = at - interval '1 day' WHERE id = '${second?.eventId}'`)).toEqual([
      expect.stringContaining('changed'),
    ])
    expect(await faultsAfter(`DELETE FROM audit_link WHERE number = ${second?.number}`)).toEqual([
      expect.stringContaining('missing'),
      expect.stringContaining('not in the chain'),
    ])
    const gone = [
      `DELETE FROM audit_link WHERE number = ${first?.number}`,
      `DELETE FROM audit_event WHERE id = '${first?.eventId}'`,
    ]
    expect(await faultsAfter(...gone)).toEqual([expect.stringContaining('missing')])
    expect(await faultsAfter(`UPDATE audit_link SET hash = sha256('x') WHERE number = ${second?.number}`)).toEqual([
      expect.stringContaining('changed'),
    ])
    const { faults } = await verifyAudit(owner(), `${Number(head?.number) + 1}:${head?.hash}`)
    expect(faults).toEqual([expect.stringContaining('not there any more')])
  })

  test('cannot be changed or read past its own by the role of the program', async () => {
    const kari = await makeStaff()
    for (const sql of [
      'UPDATE audit_event SET action = action',
      'DELETE FROM audit_event',
      'DELETE FROM audit_link',
      "INSERT INTO audit_link VALUES (0, gen_random_uuid(), sha256('x'))",
      'SELECT * FROM broken_audit()',
    ])
      await expect(transaction(kari, (tx) => tx.$executeRawUnsafe(sql))).rejects.toThrow(/permission denied/)
  })
})

test('R2 stored secrets are hidden anew, all of them, and the doors open as before', async () => {
  const kari = await makeStaff()
  const [id, pair] = [newId(), await newClientKey()]
  await owner().identityProvider.create({
    data: {
      ...{ id, municipalityId: kari.municipality.id, name: 'Dør', issuer: 'https://login.example', clientId: id },
      clientSecretEncrypted: hide('hemmelig', id, config().keyring),
      keys: {
        create: [
          {
            id: pair.kid,
            publicJwk: {},
            privateKeyEncrypted: hide(JSON.stringify(pair.privateJwk), pair.kid, config().keyring),
            activatedAt: new Date(),
          },
        ],
      },
    },
  })
  const ring = { current: 'nyst', keys: new Map([...config().keyring.keys, ['nyst', 'n'.repeat(40)]]) }
  const before = await keysInUse(owner())
  const total = [...before.values()].reduce((sum, count) => sum + count, 0)
  expect(await rotateSecrets(owner(), ring)).toBe(total)
  expect([...(await keysInUse(owner()))]).toEqual([['nyst', total]])
  const row = await owner().identityProvider.findUniqueOrThrow({ where: { id } })
  expect(reveal(row.clientSecretEncrypted ?? new Uint8Array(), id, ring)).toBe('hemmelig')
  await expect(rotateSecrets(owner(), keyringOf(`annen:${'a'.repeat(40)}`, ''))).rejects.toThrow('«nyst»')
  await rotateSecrets(owner(), { ...ring, current: config().keyring.current })
  expect(await findConnection(id)).toMatchObject({
    clientSecret: 'hemmelig',
    signingKey: { kid: pair.kid, privateJwk: pair.privateJwk },
  })
})
