import { describe, expect, test } from 'vitest'
import { visitor } from '@/lib/platform/actor'
import { addDays, isoDate, isoDateOrNull } from '@/lib/platform/dates'
import { read } from '@/lib/platform/db'
import { makeAdvisor, makeMunicipality, makeProject, makeStaff, owner } from '@/lib/testing/builders'
import { makeGuest } from '@/lib/testing/guests'
import { templates } from '@/prisma/demo/templates'
import { phaseModels } from '@/prisma/register/phase-models'
import { templateContent } from '../content'
import type { NewProjectInput } from '../input'
import { startOffer } from '../queries'
import { startProject } from './commands'

const startOn = '2027-02-01'
const blank: NewProjectInput = {
  title: 'Nytt kart',
  themeCode: 'byggesak',
  startOn,
  from: 'blank',
  phaseModelId: null,
  templateId: null,
}
const demo = templateContent.parse(templates[0]?.versions.at(-1)?.content)

/** A template with two versions, of which the first has nothing but a milestone. */
async function makeTemplate(staff: Awaited<ReturnType<typeof makeStaff>>, isActive = true) {
  const { id } = await owner().projectTemplate.create({
    select: { id: true },
    data: { municipalityId: staff.municipality.id, name: 'Digital tjeneste', isActive },
  })
  const version = { municipalityId: staff.municipality.id, templateId: id, authorId: staff.personId }
  const old = { phaseModel: 'prosjektveiviseren', parts: { milestones: [{ title: 'Gammel', offsetDays: 1 }] } }
  await owner().projectTemplateVersion.createMany({
    data: [
      { ...version, number: 1, content: old },
      { ...version, number: 2, content: demo },
    ],
  })
  return id
}

const started = (id: string) =>
  owner().project.findUniqueOrThrow({
    where: { id },
    include: {
      phases: { orderBy: { position: 'asc' }, include: { modelPhase: true } },
      checklist: {
        orderBy: [{ phase: { position: 'asc' } }, { position: 'asc' }],
        include: { phase: { include: { modelPhase: true } } },
      },
      tasks: { orderBy: { id: 'asc' }, include: { steps: { orderBy: { id: 'asc' } }, phase: { include: { modelPhase: true } } } },
      milestones: { orderBy: { plannedOn: 'asc' } },
      deliverables: true,
      uncertainties: { orderBy: { id: 'asc' }, include: { actions: true, assessments: true } },
      changes: true,
      benefits: { orderBy: { id: 'asc' }, include: { indicators: true } },
      stakeholders: true,
      communications: true,
      members: true,
      phaseModel: true,
    },
  })

describe('a blank project', () => {
  test('has the phases and the checklist of its model, and the one who started it as manager', async () => {
    const kari = await makeStaff()
    const { projectId } = await startProject(kari, blank)
    const project = await started(projectId)
    const [model] = phaseModels
    expect(project).toMatchObject({ title: 'Nytt kart', themeCode: 'byggesak', visibility: 'municipality', number: '2027-001' })
    expect(project.phases.map((phase) => phase.modelPhase.code)).toEqual(model?.phases.map((phase) => phase.code))
    expect(project.checklist.map((item) => [item.text, item.isMandatory, item.status])).toEqual(
      model?.phases.flatMap((phase) => phase.checklist.map((item) => [item.nb, item.isMandatory, 'open'])),
    )
    expect(project.members.map((member) => [member.personId, member.role])).toEqual([[kari.personId, 'project_manager']])
    expect(await read(kari, (tx) => tx.searchDocument.count({ where: { projectId } }))).toBe(1)
    expect(await owner().auditEvent.findMany({ where: { projectId } })).toMatchObject([
      { action: 'project.create', actorId: kari.personId, subjectId: projectId, detail: { title: 'Nytt kart' } },
    ])
  })

  test('has the checklist in the written norm of the municipality, after the model that was chosen', async () => {
    const kari = await makeStaff({ municipality: await makeMunicipality({ writtenNorm: 'nynorsk' }) })
    const programme = (await startOffer(kari))?.phaseModels.find((model) => model.code === 'program')
    const { projectId } = await startProject(kari, { ...blank, phaseModelId: programme?.id ?? '' })
    const project = await started(projectId)
    const model = phaseModels.find((one) => one.code === 'program')
    expect(project.phaseModel.code).toBe('program')
    expect(project.checklist.map((item) => item.text)).toEqual(
      model?.phases.flatMap((phase) => phase.checklist.map((item) => item.nn)),
    )
    expect(project.currentPhaseId).toBe(project.phases[0]?.id)
  })
})

describe('a project from a template', () => {
  test('has everything in the latest version, so many days from its start', async () => {
    const kari = await makeStaff()
    const templateId = await makeTemplate(kari)
    const { projectId } = await startProject(kari, { ...blank, from: 'template', templateId })
    const project = await started(projectId)
    const { parts } = demo
    const at = (days: number | null) => (days === null ? null : addDays(startOn, days))
    expect(
      project.phases.map((p) => [p.modelPhase.code, isoDateOrNull(p.plannedStartOn), isoDateOrNull(p.plannedEndOn)]),
    ).toEqual(parts.phases.map((p) => [p.phase, at(p.startOffsetDays), at(p.endOffsetDays)]))
    expect(project.checklist.map((c) => ({ phase: c.phase.modelPhase.code, text: c.text, isMandatory: c.isMandatory }))).toEqual(
      parts.checklist,
    )
    expect(
      project.tasks.map((task) => [
        task.title,
        task.phase?.modelPhase.code,
        isoDateOrNull(task.dueOn),
        task.isDone,
        task.labels,
        task.steps.map((step) => step.text),
      ]),
    ).toEqual(parts.tasks.map((task) => [task.title, task.phase, at(task.dueOffsetDays), false, task.labels, task.steps]))
    expect(project.milestones.map((m) => [m.title, isoDate(m.plannedOn)])).toEqual(
      parts.milestones.map((m) => [m.title, at(m.offsetDays)]),
    )
    expect(project.deliverables).toHaveLength(parts.deliverables.length)
    expect(project.uncertainties.map((u) => u.actions.length)).toEqual(parts.uncertainties.map((u) => u.actions.length))
    expect(project.uncertainties.map((u) => u.assessments.length)).toEqual(parts.uncertainties.map(() => 1))
    expect(project.changes).toHaveLength(1)
    expect(project.benefits.map((b) => b.indicators.length)).toEqual([2, 1])
    expect(project.stakeholders).toHaveLength(parts.stakeholders.length)
    expect(project.communications.map((c) => c.status)).toEqual(parts.communication.map(() => 'not_started'))
    expect(await owner().auditEvent.findMany({ where: { projectId } })).toMatchObject([
      { action: 'project.create', detail: { template: 'Digital tjeneste', templateVersion: 2 } },
    ])
  })

  test('has the checklist of the model where the template has none', async () => {
    const kari = await makeStaff()
    const templateId = await makeTemplate(kari)
    await owner().projectTemplateVersion.create({
      data: {
        municipalityId: kari.municipality.id,
        templateId,
        authorId: kari.personId,
        number: 3,
        content: { phaseModel: 'prosjektveiviseren', parts: { milestones: [{ title: 'Åpnet', offsetDays: 10 }] } },
      },
    })
    const project = await started((await startProject(kari, { ...blank, from: 'template', templateId })).projectId)
    expect(project.checklist.length).toBe(phaseModels[0]?.phases.flatMap((phase) => phase.checklist).length)
    expect(project.milestones.map((m) => m.title)).toEqual(['Åpnet'])
  })
})

describe('is refused', () => {
  test('those from elsewhere, guests among them, and those without a role', async () => {
    const noRole = await makeStaff({ roles: [] })
    const guest = await makeGuest(await makeStaff(), await makeProject(await makeStaff()), 'project_support')
    for (const actor of [visitor, await makeAdvisor(), noRole, guest])
      await expect(startProject(actor, blank)).rejects.toMatchObject({ reason: 'forbidden' })
    expect(await startOffer(guest)).toBeNull()
  })

  test('a template of another municipality, or one that is out of use', async () => {
    const [kari, ola] = [await makeStaff(), await makeStaff()]
    const unknown = { fields: { templateId: 'errors.unknown' } }
    for (const templateId of [await makeTemplate(ola), await makeTemplate(kari, false), null]) {
      await expect(startProject(kari, { ...blank, from: 'template', templateId })).rejects.toMatchObject(unknown)
    }
    expect((await startOffer(kari))?.templates).toEqual([])
    expect(await owner().project.count({ where: { municipalityId: kari.municipality.id } })).toBe(0)
  })

  test('a phase model of another municipality, and a theme that is not there', async () => {
    const [kari, ola] = [await makeStaff(), await makeStaff()]
    const model = await owner().phaseModel.create({
      select: { id: true },
      data: {
        municipalityId: ola.municipality.id,
        code: 'egen',
        name: 'Vår egen',
        phases: { create: [{ position: 1, code: 'start', nameNb: 'Start', nameNn: 'Start', nameEn: 'Start' }] },
      },
    })
    await expect(startProject(kari, { ...blank, phaseModelId: model.id })).rejects.toMatchObject({
      fields: { phaseModelId: 'errors.unknown' },
    })
    await expect(startProject(kari, { ...blank, themeCode: 'romfart' })).rejects.toMatchObject({
      fields: { themeCode: 'errors.unknown' },
    })
    const { projectId } = await startProject(ola, { ...blank, phaseModelId: model.id })
    expect((await started(projectId)).phases.map((phase) => phase.modelPhase.code)).toEqual(['start'])
  })
})
