import { expect, test } from 'vitest'
import type { Visibility } from '@/generated/prisma/enums'
import { type Actor, visitor } from '@/lib/platform/actor'
import { today } from '@/lib/platform/dates'
import { makeAdvisor, makeProject, makeStaff, owner } from '@/lib/testing/builders'
import { publishWritten } from '@/lib/testing/writing'
import { withdrawReport } from '../commands'
import { reportPage } from '../queries'
import { takenBack, withdrawalOf } from './queries'

const reason = 'Tallene for 2025 var feil.'

async function published(visibility: Visibility) {
  const kari = await makeStaff()
  const project = await makeProject(kari)
  const { slug } = await publishWritten(kari, project, { visibility })
  return { kari, project, slug }
}

test('the address of a report that is taken back says so, when and why, and nothing of what it said', async () => {
  const { kari, project, slug } = await published('open')
  expect(await takenBack(visitor, slug)).toBeNull()
  await withdrawReport(kari, { projectId: project.id, reason })
  const { number, name } = kari.municipality
  expect(await takenBack(visitor, slug)).toEqual({
    municipality: { number, displayName: name },
    withdrawnOn: today(),
    reason,
  })
  expect(await takenBack(visitor, 'fantes-aldri')).toBeNull()
})

test('it says so only to those who could read it', async () => {
  const { kari, project, slug } = await published('municipalities')
  await withdrawReport(kari, { projectId: project.id, reason })
  const knows = async (actor: Actor) => (await takenBack(actor, slug)) !== null
  expect([await knows(visitor), await knows(await makeStaff()), await knows(await makeAdvisor())]).toEqual([false, true, true])
  const own = await published('municipality')
  await withdrawReport(own.kari, { projectId: own.project.id, reason })
  expect(await takenBack(await makeStaff(), own.slug)).toBeNull()
})

test('not of a project that is deleted', async () => {
  const { kari, project, slug } = await published('open')
  await withdrawReport(kari, { projectId: project.id, reason })
  const data = { deletedAt: new Date(), deletedBy: kari.personId }
  await owner().project.update({ where: { id: project.id }, data, select: { id: true } })
  expect(await takenBack(visitor, slug)).toBeNull()
})

test('published again it stands at its address, and nothing is left of its having been away', async () => {
  const { kari, project, slug } = await published('open')
  await withdrawReport(kari, { projectId: project.id, reason })
  expect((await publishWritten(kari, project, { visibility: 'open' })).slug).toBe(slug)
  expect(await takenBack(visitor, slug)).toBeNull()
  expect((await reportPage(visitor, slug))?.versions.map(({ number }) => number)).toEqual([2, 1])
})

test('the reason holds no identity number, and names nobody without a yes', async () => {
  const { kari, project } = await published('open')
  const back = (reason: string, keepReason?: string) => withdrawReport(kari, { projectId: project.id, reason, keepReason })
  await expect(back('Gjaldt 31129956715', 'Gjaldt 31129956715')).rejects.toMatchObject({
    fields: { reason: 'errors.identityNumber' },
  })
  await expect(back('Ring 22 33 44 55')).rejects.toMatchObject({ fields: { reason: 'errors.noteNames' } })
  await expect(back('Ring 22 33 44 55', 'Noe annet')).rejects.toMatchObject({ fields: { reason: 'errors.noteNames' } })
  await back('Ring 22 33 44 55', 'Ring 22 33 44 55')
})

test('what follows is told to those who may do it, where there is something to take back', async () => {
  const { kari, project } = await published('open')
  expect(await withdrawalOf(kari, project.id)).toMatchObject({ versions: 1, reuses: 0 })
  expect(await withdrawalOf(await makeStaff({ municipality: kari.municipality }), project.id)).toBeNull()
  expect(await withdrawalOf(await makeStaff(), project.id)).toBeNull()
  await withdrawReport(kari, { projectId: project.id, reason })
  expect(await withdrawalOf(kari, project.id)).toBeNull()
})
