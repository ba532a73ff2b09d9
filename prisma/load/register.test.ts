import { expect, test } from 'vitest'
import { makeProject, makeStaff, owner, registeredMunicipality } from '@/lib/testing/builders'
import { registerSteps } from './register'

const reload = () =>
  owner().$transaction(
    async (tx) => {
      for (const step of registerSteps) await step(tx)
    },
    { timeout: 30_000 },
  )

test('the register is brought up to date under the ids it had, without touching what municipalities own', async () => {
  const grimstad = await registeredMunicipality('4202')
  const staff = await makeStaff({ municipality: grimstad })
  const project = await makeProject(staff)
  const before = await everything()
  await owner().municipality.update({ where: { id: grimstad.id }, data: { name: 'Gammelt navn', population: 1 } })
  await owner().theme.updateMany({ where: { code: 'byggesak' }, data: { nameNb: 'Gammelt navn' } })
  await owner().phaseModelPhase.updateMany({ where: { code: 'idea' }, data: { nameNb: 'Gammelt navn' } })
  await owner().collaboration.update({ where: { slug: 'ddv' }, data: { members: { create: { municipalityId: grimstad.id } } } })
  await reload()
  expect(await everything()).toEqual(before)
  expect(await owner().project.count({ where: { id: project.id, currentPhase: { modelPhase: { code: 'execution' } } } })).toBe(1)
})

test('an item taken off a checklist is gone from the model, and stays with the projects that have it', async () => {
  const project = await makeProject(await makeStaff())
  const phase = await owner().phaseModelPhase.findFirstOrThrow({ where: { code: 'idea' }, select: { id: true } })
  await owner().phaseModelChecklistItem.create({
    data: { phaseModelPhaseId: phase.id, position: 99, textNb: 'Utgått', textNn: 'Utgått' },
  })
  await reload()
  expect(await owner().phaseModelChecklistItem.count({ where: { textNb: 'Utgått' } })).toBe(0)
  expect(await owner().checklistItem.count({ where: { projectId: project.id } })).toBe(project.checklist.length)
})

async function everything() {
  const orderBy = { id: 'asc' } as const
  return {
    municipalities: await owner().municipality.findMany({ where: { number: { lt: '6000' } }, orderBy }),
    collaborations: await owner().collaboration.findMany({ orderBy }),
    members: await owner().collaborationMember.findMany({ orderBy: [{ collaborationId: 'asc' }, { municipalityId: 'asc' }] }),
    themes: await owner().theme.findMany({ orderBy: { position: 'asc' } }),
    phases: await owner().phaseModelPhase.findMany({ orderBy }),
    checklist: await owner().phaseModelChecklistItem.findMany({ orderBy }),
    documents: (
      await owner().searchDocument.findMany({ where: { kind: 'municipality' }, select: { municipalityId: true, title: true } })
    ).length,
  }
}
