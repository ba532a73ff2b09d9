import { describe, expect, test } from 'vitest'
import { visitor } from '@/lib/platform/actor'
import { read } from '@/lib/platform/db'
import { startOffer } from '@/lib/templates/queries'
import { startProject } from '@/lib/templates/start/commands'
import { makeAdvisor, makeStaff, owner } from '@/lib/testing/builders'
import { changePhaseModel, createPhaseModel, setModelActive } from './commands'
import { phaseModelPage, phaseModelsPage } from './queries'
import type { PhaseDraft } from './rules'

const forbidden = { reason: 'forbidden' }
const notFound = { reason: 'not-found' }

async function home() {
  const kari = await makeStaff()
  const tor = await makeStaff({ name: 'Tor Ugland', municipality: kari.municipality, roles: ['member', 'portfolio_manager'] })
  return { kari, tor }
}

const phase = (nameNb: string, overrides: Partial<PhaseDraft> = {}): PhaseDraft => ({
  code: '',
  nameNb,
  nameNn: `${nameNb} nn`,
  nameEn: `${nameNb} en`,
  gate: '',
  hasStages: false,
  checklist: [],
  ...overrides,
})
const check = { textNb: 'Kontrakten er signert', textNn: 'Kontrakten er signert nn', isMandatory: true }
const purchase = {
  name: 'Anskaffelse',
  phases: [phase('Behov', { gate: 'BP1' }), phase('Kjøp', { hasStages: true, checklist: [check] })],
}

const blank = {
  title: 'Nye skjermer',
  themeCode: 'byggesak',
  startOn: '2027-02-01' as const,
  from: 'blank' as const,
  templateId: null,
}
const phasesIn = async (projectId: string) => {
  const rows = await owner().projectPhase.findMany({
    where: { projectId },
    orderBy: { position: 'asc' },
    select: { modelPhase: { select: { nameNb: true, gate: true } } },
  })
  return rows.map(({ modelPhase }) => modelPhase.nameNb)
}

describe('a phase model of one’s own', () => {
  test('is made, offered, and followed by a project with its checklist', async () => {
    const { kari, tor } = await home()
    const { modelId } = await createPhaseModel(tor, purchase)
    expect((await startOffer(kari))?.phaseModels.map(({ name }) => name)).toContain('Anskaffelse')
    const { projectId } = await startProject(kari, { ...blank, phaseModelId: modelId })
    expect(await phasesIn(projectId)).toEqual(['Behov', 'Kjøp'])
    expect(await owner().checklistItem.findMany({ where: { projectId } })).toMatchObject([
      { text: 'Kontrakten er signert', isMandatory: true },
    ])
    expect(await phaseModelPage(kari, modelId)).toMatchObject({
      name: 'Anskaffelse',
      usage: { projects: 1, templates: [] },
      may: { change: false, copy: false },
      phases: [
        { code: 'Behov', gate: 'BP1' },
        { code: 'Kjøp', hasStages: true, checklist: [check] },
      ],
    })
    expect(await owner().auditEvent.findMany({ where: { subjectId: modelId } })).toMatchObject([
      { action: 'phase-model.create', actorId: tor.personId, detail: { title: 'Anskaffelse', phases: 2 } },
    ])
  })

  test('is changed for those that come, and not for those that have begun', async () => {
    const { kari, tor } = await home()
    const { modelId } = await createPhaseModel(tor, purchase)
    const { projectId } = await startProject(kari, { ...blank, phaseModelId: modelId })
    const before = await phaseModelPage(tor, modelId)
    const [need, buy] = before?.phases ?? []
    if (!need || !buy) throw new Error('The model has its phases')
    const changed = await changePhaseModel(tor, {
      modelId,
      version: 1,
      name: 'Innkjøp',
      phases: [{ ...buy, nameNb: 'Kontrakt' }, phase('Drift'), need],
    })
    expect(await phasesIn(projectId)).toEqual(['Behov', 'Kjøp'])
    // The address of the old version, and a form that was opened before the change, lead to the new one.
    const next = await startProject(kari, { ...blank, phaseModelId: modelId })
    expect(await phasesIn(next.projectId)).toEqual(['Kontrakt', 'Drift', 'Behov'])
    expect(await phaseModelPage(tor, modelId)).toMatchObject({
      id: changed.modelId,
      version: 2,
      phases: [{ code: 'Kjøp' }, { code: 'Drift' }, { code: 'Behov' }],
      usage: { projects: 2 },
    })
    expect((await phaseModelsPage(tor)).own).toMatchObject([{ name: 'Innkjøp', projects: 2 }])
  })

  test('that nothing was changed in stays as it is', async () => {
    const { tor } = await home()
    const { modelId } = await createPhaseModel(tor, purchase)
    const same = await phaseModelPage(tor, modelId)
    if (!same) throw new Error('The model is there')
    expect(await changePhaseModel(tor, { modelId, version: 1, name: same.name, phases: same.phases })).toEqual({ modelId })
  })

  test('two change at once: the second is shown both', async () => {
    const { tor } = await home()
    const { modelId } = await createPhaseModel(tor, purchase)
    await changePhaseModel(tor, { modelId, version: 1, name: 'Innkjøp', phases: [phase('Behov')] })
    await expect(changePhaseModel(tor, { ...purchase, modelId, version: 1 })).rejects.toMatchObject({
      reason: 'conflict',
      meanwhile: {
        version: 2,
        by: 'Tor Ugland',
        values: { name: 'Innkjøp', 'phases.0.nameNb': 'Behov', 'phases.1.nameNb': '' },
      },
    })
  })

  test('is taken out of use and back', async () => {
    const { kari, tor } = await home()
    const { modelId } = await createPhaseModel(tor, purchase)
    await setModelActive(tor, { modelId, active: false })
    expect((await startOffer(kari))?.phaseModels.map(({ name }) => name)).not.toContain('Anskaffelse')
    await expect(startProject(kari, { ...blank, phaseModelId: modelId })).rejects.toMatchObject({
      fields: { phaseModelId: 'errors.unknown' },
    })
    await setModelActive(tor, { modelId, active: true })
    expect((await startOffer(kari))?.phaseModels.map(({ name }) => name)).toContain('Anskaffelse')
  })

  test('has a name that no other has', async () => {
    const { tor } = await home()
    await createPhaseModel(tor, purchase)
    for (const name of ['anskaffelse', 'Prosjektveiviseren'])
      await expect(createPhaseModel(tor, { ...purchase, name })).rejects.toMatchObject({ fields: { name: 'errors.nameTaken' } })
  })
})

describe('others', () => {
  test('see and change nothing; national models are changed by nobody', async () => {
    const [{ kari, tor }, ola] = [await home(), await makeStaff({ roles: ['member', 'portfolio_manager'] })]
    const { modelId } = await createPhaseModel(tor, purchase)
    expect(await phaseModelPage(ola, modelId)).toBeNull()
    expect((await phaseModelsPage(ola)).own).toEqual([])
    expect((await startOffer(ola))?.phaseModels.map(({ name }) => name)).not.toContain('Anskaffelse')
    const change = { ...purchase, modelId, version: 1 }
    for (const actor of [ola, visitor, await makeAdvisor()]) {
      await expect(changePhaseModel(actor, change)).rejects.toMatchObject(notFound)
      await expect(setModelActive(actor, { modelId, active: false })).rejects.toMatchObject(notFound)
    }
    await expect(changePhaseModel(kari, change)).rejects.toMatchObject(forbidden)
    for (const actor of [kari, visitor]) await expect(createPhaseModel(actor, purchase)).rejects.toMatchObject(forbidden)
    const [national] = (await phaseModelsPage(tor)).national
    await expect(changePhaseModel(tor, { ...change, modelId: national?.id ?? '' })).rejects.toMatchObject(forbidden)
    expect(await owner().phaseModel.count({ where: { municipalityId: kari.municipality.id } })).toBe(1)
  })

  test('read the names of the phases with a project that is shared, and nothing else of the model', async () => {
    const [{ kari, tor }, ola] = [await home(), await makeStaff()]
    const { modelId } = await createPhaseModel(tor, purchase)
    const { projectId } = await startProject(kari, { ...blank, phaseModelId: modelId })
    const names = () =>
      read(ola, (tx) =>
        tx.projectPhase.findMany({
          where: { projectId },
          orderBy: { position: 'asc' },
          select: { modelPhase: { select: { nameNb: true, checklist: true } } },
        }),
      )
    expect(await names()).toEqual([])
    await owner().project.update({ where: { id: projectId }, data: { visibility: 'open' } })
    expect((await names()).map(({ modelPhase }) => modelPhase)).toEqual([
      { nameNb: 'Behov', checklist: [] },
      { nameNb: 'Kjøp', checklist: [] },
    ])
  })
})
