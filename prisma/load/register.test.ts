import { expect, test } from 'vitest'
import { doorChoices, numberToday } from '@/lib/municipalities/queries'
import { carryOutReform } from '@/lib/operation/reform/commands'
import { visitor } from '@/lib/platform/actor'
import { makeOperator, makeProject, makeStaff, owner, registeredMunicipality } from '@/lib/testing/builders'
import { bringUpToDate, registeredMunicipalities } from './municipalities'
import { registerSteps } from './register'

const reload = () =>
  owner().$transaction(
    async (tx) => {
      for (const step of registerSteps) await step(tx)
    },
    { timeout: 90_000 },
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

test('two that change numbers with each other do, a third takes one that is free, and what they were called is remembered', async () => {
  const rows = await registeredMunicipalities()
  const [grimstad, arendal] = ['4202', '4203'].map((number) => rows.find((row) => row.number === number))
  if (!grimstad || !arendal) throw new Error('The register has changed')
  const swapped = rows.map((row) => {
    if (row === grimstad) return { ...row, number: arendal.number }
    if (row === arendal) return { ...row, number: grimstad.number, displayName: 'Nye Arendal' }
    return row
  })
  const before = await registeredMunicipality('4202')
  await owner().$transaction((tx) => bringUpToDate(tx, swapped, new Date()), { timeout: 90_000 })
  expect((await registeredMunicipality('4203')).id).toBe(before.id)
  expect((await registeredMunicipality('4202')).name).toBe('Nye Arendal')
  expect(await owner().formerMunicipality.findMany({ where: { municipalityId: before.id } })).toMatchObject([
    { number: '4202', name: 'Grimstad' },
  ])
  // A number that somebody has today is theirs, whoever had it before.
  expect(await numberToday(visitor, '4202')).toBeNull()
  const renumbered = swapped.map((row) =>
    row.organisationNumber === grimstad.organisationNumber ? { ...row, number: '4299' } : row,
  )
  await owner().$transaction((tx) => bringUpToDate(tx, renumbered, new Date()), { timeout: 90_000 })
  expect(await numberToday(visitor, '4203')).toBe('4299')
  await reload()
  expect((await registeredMunicipality('4202')).id).toBe(before.id)
  expect(await numberToday(visitor, '4299')).toBe('4202')
})

test('one that has gone up in another gives its number to whoever the register says, and stays gone when it is loaded again', async () => {
  const [gone, heir] = [await registeredMunicipality('4211'), await registeredMunicipality('4212')]
  await carryOutReform(await makeOperator(), { from: ['4211'], to: '4212', others: [], onDate: '2028-01-01' })
  await reload()
  expect(await numberToday(visitor, '4211')).toBe('4212')
  expect((await doorChoices(visitor)).some(({ number }) => number === '4211')).toBe(false)
  const rows = await registeredMunicipalities()
  const merged = rows
    .filter(({ organisationNumber: _, number }) => number !== '4211')
    .map((row) => (row.number === '4212' ? { ...row, number: '4211' } : row))
  await owner().$transaction((tx) => bringUpToDate(tx, merged, new Date()), { timeout: 90_000 })
  expect((await registeredMunicipality('4211')).id).toBe(heir.id)
  expect(await numberToday(visitor, '4212')).toBe('4211')
  expect(await owner().municipality.findUnique({ where: { id: gone.id }, select: { number: true } })).toMatchObject({
    number: expect.stringMatching(/^x/),
  })
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
