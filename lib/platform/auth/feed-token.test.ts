import { describe, expect, test } from 'vitest'
import { visitor } from '@/lib/platform/actor'
import { newId } from '@/lib/platform/ids'
import { makeAdvisor, makeMunicipality, makeStaff, owner } from '@/lib/testing/builders'
import { seal } from '../secrets'
import { actorOfFeed, feedToken } from './feed-token'

const subject = 'project:1'
const sealed = (text: string, secret = process.env.AUTH_SECRET ?? '') =>
  Buffer.from(seal(text, `feed:${subject}`, secret)).toString('base64url')

describe('the address of a feed', () => {
  test('is whoever made it, with the roles and the municipality they have now', async () => {
    const kari = await makeStaff({ roles: ['member'] })
    const token = feedToken(kari, subject)
    expect(token).toMatch(/^[\w-]+$/)
    expect(await actorOfFeed(token, subject)).toEqual(kari)
    await owner().roleAssignment.create({ data: { personId: kari.personId, role: 'portfolio_manager' } })
    const municipality = await makeMunicipality()
    await owner().person.update({ where: { id: kari.personId }, data: { municipalityId: municipality.id } })
    const now = await actorOfFeed(token, subject)
    expect(now).toMatchObject({ kind: 'staff', municipality })
    expect(now.kind === 'staff' && now.roles.toSorted()).toEqual(['member', 'portfolio_manager'])
  })

  test('is nobody’s for another feed', async () => {
    const token = feedToken(await makeStaff(), subject)
    for (const other of ['project:2', 'project:', '', 'PROJECT:1']) expect(await actorOfFeed(token, other)).toEqual(visitor)
  })

  test('is nobody’s when one sign of it is changed, wherever', async () => {
    const token = feedToken(await makeStaff(), subject)
    // The last sign carries bits that say nothing.
    for (let at = 0; at < token.length - 1; at += 5) {
      const changed = token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1)
      expect(await actorOfFeed(changed, subject), changed).toEqual(visitor)
    }
  })

  test('is nobody’s when it is no such thing', async () => {
    const kari = await makeStaff()
    const foreign = sealed(kari.personId, 'another secret, which is long enough to be one')
    const odd = ['', 'x', kari.personId, `${feedToken(kari, subject)}AAAA`, '../../etc', 'æ'.repeat(86), 'A'.repeat(100_000)]
    for (const token of [...odd, foreign, sealed('x'.repeat(36)), sealed('')])
      expect(await actorOfFeed(token, subject), token.slice(0, 90)).toEqual(visitor)
  })

  test('of somebody who has left, or never was, is nobody’s', async () => {
    const kari = await makeStaff()
    const token = feedToken(kari, subject)
    await owner().person.update({ where: { id: kari.personId }, data: { status: 'deactivated' } })
    expect(await actorOfFeed(token, subject)).toEqual(visitor)
    expect(await actorOfFeed(sealed(newId()), subject)).toEqual(visitor)
    await owner().person.update({ where: { id: kari.personId }, data: { status: 'active' } })
    expect(await actorOfFeed(token, subject)).toEqual(kari)
  })

  test('T6 of somebody whose every door is closed is nobody’s, until one is open again', async () => {
    const kari = await makeStaff()
    const token = feedToken(kari, subject)
    const door = {
      municipalityId: kari.municipality.id,
      name: 'Dør',
      clientId: 'delt',
      status: 'approved' as const,
      approvedAt: new Date(),
    }
    const made = ['https://one.example', 'https://two.example'].map((issuer) =>
      owner().identityProvider.create({
        data: { ...door, issuer, identities: { create: [{ subject: 'kari', personId: kari.personId }] } },
      }),
    )
    const [one, two] = await Promise.all(made)
    const set = (id: string | undefined, status: 'approved' | 'disabled') =>
      owner().identityProvider.update({ where: { id: id ?? '' }, data: { status } })
    await set(one?.id, 'disabled')
    expect(await actorOfFeed(token, subject)).toEqual(kari)
    await set(two?.id, 'disabled')
    expect(await actorOfFeed(token, subject)).toEqual(visitor)
    await set(two?.id, 'approved')
    expect(await actorOfFeed(token, subject)).toEqual(kari)
  })

  test('of somebody at KommIT is theirs as an advisor, and nobody’s once they are not', async () => {
    const solveig = await makeAdvisor()
    expect(await actorOfFeed(sealed(solveig.personId), subject)).toEqual(solveig)
    await owner().roleAssignment.deleteMany({ where: { personId: solveig.personId } })
    expect(await actorOfFeed(sealed(solveig.personId), subject)).toEqual(visitor)
  })
})
