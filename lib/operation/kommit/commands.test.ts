import { expect, test } from 'vitest'
import { visitor } from '@/lib/platform/actor'
import { makeAdvisor, makeOperator, makeStaff, owner } from '@/lib/testing/builders'
import { makeDoor } from '@/lib/testing/sign-in'
import { turnOff, turnOn } from './commands'
import { kommitPeople } from './queries'

const statusOf = async (id: string) => (await owner().person.findUniqueOrThrow({ where: { id } })).status

test('T6 S7 somebody of KommIT is turned off with every session, and on again with the roles they had', async () => {
  const [operator, advisor] = [await makeOperator(), await makeAdvisor()]
  const expiresAt = new Date(Date.now() + 3_600_000)
  const { provider } = await makeDoor()
  const { id: session } = await owner().authSession.create({
    data: {
      ...{ personId: advisor.personId, tokenHash: crypto.getRandomValues(new Uint8Array(32)), expiresAt },
      ...{ identityProviderId: provider.connectionId, authenticatedAt: new Date() },
    },
    select: { id: true },
  })
  await turnOff(operator, { personId: advisor.personId })
  expect(await statusOf(advisor.personId)).toBe('deactivated')
  expect(await owner().authSession.findUniqueOrThrow({ where: { id: session } })).toMatchObject({ endedFor: 'deactivated' })
  expect((await kommitPeople(operator)).find(({ id }) => id === advisor.personId)).toMatchObject({
    ...{ status: 'deactivated', roles: ['advisor'] },
  })
  await turnOn(operator, { personId: advisor.personId })
  expect(await statusOf(advisor.personId)).toBe('active')
  const trail = await owner().auditEvent.findMany({ where: { subjectId: advisor.personId }, orderBy: { at: 'asc' } })
  expect(trail.map(({ action, actorId }) => [action, actorId])).toEqual([
    ['person.deactivate', operator.personId],
    ['person.reactivate', operator.personId],
  ])
})

test('nobody turns off themselves, and of two who turn each other off one is left', async () => {
  const [one, other] = [await makeOperator(), await makeOperator()]
  await expect(turnOff(one, { personId: one.personId })).rejects.toMatchObject({ reason: 'conflict' })
  const done = await Promise.allSettled([turnOff(one, { personId: other.personId }), turnOff(other, { personId: one.personId })])
  expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect([await statusOf(one.personId), await statusOf(other.personId)].sort()).toEqual(['active', 'deactivated'])
})

test('is for operators alone, and reaches nobody of a municipality', async () => {
  const [operator, advisor, kari] = [
    await makeOperator(),
    await makeAdvisor(),
    await makeStaff({ roles: ['municipality_admin'] }),
  ]
  for (const who of [visitor, advisor, kari])
    await expect(turnOff(who, { personId: operator.personId })).rejects.toMatchObject({ reason: 'forbidden' })
  await expect(turnOff(operator, { personId: kari.personId })).rejects.toMatchObject({ reason: 'not-found' })
  expect((await kommitPeople(operator)).some(({ id }) => id === kari.personId)).toBe(false)
})
