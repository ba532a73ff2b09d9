import { describe, expect, test } from 'vitest'
import { addDays, isoDate, isoDateOrNull } from '@/lib/platform/dates'
import { makeProject, makeStaff, owner } from '@/lib/testing/builders'
import { sampleProject } from '@/lib/testing/sample'
import { templates } from '@/prisma/demo/templates'
import { templateContent, templateKinds } from '../content'
import { takeOffer } from '../queries'
import { countsOf } from '../rules'
import { startProject } from '../start/commands'
import { takeParts } from './commands'

const content = templateContent.parse(templates[0]?.versions.at(-1)?.content)
const all = [...templateKinds]

async function begun() {
  const kari = await makeStaff()
  const municipalityId = kari.municipality.id
  const template = await owner().projectTemplate.create({
    select: { id: true },
    data: {
      municipalityId,
      name: 'Digital tjeneste',
      versions: { create: [{ number: 1, content, authorId: kari.personId }] },
    },
  })
  const project = await makeProject(kari)
  return { kari, project, take: { projectId: project.id, templateId: template.id, number: 1, parts: all } }
}

const rowsOf = (id: string) =>
  owner().project.findUniqueOrThrow({
    where: { id },
    include: {
      phases: { orderBy: { position: 'asc' } },
      checklist: { orderBy: { id: 'asc' } },
      tasks: { include: { steps: true } },
      milestones: { orderBy: { plannedOn: 'asc' } },
      deliverables: true,
      uncertainties: { include: { actions: true } },
      changes: true,
      benefits: { include: { indicators: true } },
      stakeholders: true,
      communications: true,
    },
  })

describe('taking parts into a project that has begun', () => {
  test('adds everything after what is there, counted from the start of the project, and changes nothing', async () => {
    const { kari, project, take } = await begun()
    const before = await rowsOf(project.id)
    const { phases: _, ...rest } = countsOf(content.parts)
    expect(await takeParts(kari, take)).toEqual({ added: rest, leftOut: { phases: 6 } })
    const after = await rowsOf(project.id)
    expect(after.phases).toEqual(before.phases)
    expect(after.checklist).toEqual(expect.arrayContaining(before.checklist))
    expect(after.milestones).toEqual(expect.arrayContaining(before.milestones))
    expect(after.checklist).toHaveLength(before.checklist.length + content.parts.checklist.length)
    const opened = after.milestones.find((milestone) => milestone.title === 'Åpnet for alle')
    expect(opened && isoDate(opened.plannedOn)).toBe(addDays(sampleProject.startOn, 336))
    expect(after.tasks.flatMap((task) => task.steps)).toHaveLength(content.parts.tasks.flatMap((task) => task.steps).length)
  })

  test('a second time adds nothing, also when both are pressed at once', async () => {
    const { kari, project, take } = await begun()
    const [first, second] = await Promise.all([takeParts(kari, take), takeParts(kari, take)])
    const counts = countsOf(content.parts)
    expect([first, second]).toContainEqual({ added: {}, leftOut: counts })
    const between = await rowsOf(project.id)
    expect(await takeParts(kari, take)).toEqual({ added: {}, leftOut: counts })
    expect(await rowsOf(project.id)).toEqual(between)
    const offer = await takeOffer(kari, { projectId: project.id, templateId: take.templateId })
    expect(
      Object.values(offer?.chosen?.lines ?? {})
        .flat()
        .every((line) => line.isThere),
    ).toBe(true)
  })

  test('only the chosen parts come, and what has the same title is left out and counted', async () => {
    const { kari, project, take } = await begun()
    await owner().milestone.create({
      data: {
        municipalityId: kari.municipality.id,
        projectId: project.id,
        title: 'ÅPNET FOR ALLE',
        plannedOn: new Date('2027-01-01'),
      },
    })
    const offer = await takeOffer(kari, { projectId: project.id, templateId: take.templateId })
    expect(offer?.chosen?.lines.milestones.filter((line) => line.isThere).map((line) => line.text)).toEqual(['Åpnet for alle'])
    expect(await takeParts(kari, { ...take, parts: ['milestones'] })).toEqual({
      added: { milestones: 4 },
      leftOut: { milestones: 1 },
    })
    expect((await rowsOf(project.id)).tasks).toEqual([])
  })

  test('phases without an end get the dates of the template; a start that is set stays', async () => {
    const { kari, take } = await begun()
    const { projectId } = await startProject(kari, {
      title: 'Nytt kart',
      themeCode: 'byggesak',
      startOn: '2027-02-01',
      from: 'blank',
      phaseModelId: null,
      templateId: null,
    })
    await takeParts(kari, { ...take, projectId, parts: ['phases'] })
    const { phases } = await rowsOf(projectId)
    expect(phases.slice(0, 2).map((p) => [isoDateOrNull(p.plannedStartOn), isoDateOrNull(p.plannedEndOn)])).toEqual([
      ['2027-02-01', '2027-03-01'],
      ['2027-03-01', addDays('2027-02-01', 91)],
    ])
  })

  test('is written in the history of the project', async () => {
    const { kari, project, take } = await begun()
    await takeParts(kari, { ...take, parts: ['stakeholders'] })
    expect(await owner().auditEvent.findMany({ where: { projectId: project.id } })).toMatchObject([
      {
        action: 'template.take',
        actorId: kari.personId,
        subjectId: project.id,
        detail: { title: 'Digital tjeneste', version: 1, parts: ['stakeholders'], added: { stakeholders: 3 } },
      },
    ])
  })
})

describe('is refused', () => {
  test('those who do not run the project', async () => {
    const { kari, project, take } = await begun()
    const colleague = await makeStaff({ municipality: kari.municipality })
    await expect(takeParts(colleague, take)).rejects.toMatchObject({ reason: 'forbidden' })
    expect(await takeOffer(colleague, { projectId: project.id, templateId: null })).toBeNull()
    const manager = await makeStaff({ municipality: kari.municipality, roles: ['portfolio_manager'] })
    expect((await takeOffer(manager, { projectId: project.id, templateId: null }))?.templates).toHaveLength(1)
  })

  test('another municipality: neither its projects nor its templates', async () => {
    const { kari, project, take } = await begun()
    const other = await begun()
    await expect(takeParts(other.kari, take)).rejects.toMatchObject({ reason: 'not-found' })
    await expect(takeParts(kari, { ...take, templateId: other.take.templateId })).rejects.toMatchObject({ reason: 'not-found' })
    const offer = await takeOffer(kari, { projectId: project.id, templateId: other.take.templateId })
    expect([offer?.templates.length, offer?.chosen]).toEqual([1, null])
    const shared = await makeProject(kari, { visibility: 'open', title: 'Delt med alle' })
    await expect(takeParts(other.kari, { ...other.take, projectId: shared.id })).rejects.toMatchObject({ reason: 'forbidden' })
  })

  test('a template that is out of use, and a version that is not there', async () => {
    const { kari, take } = await begun()
    await expect(takeParts(kari, { ...take, number: 2 })).rejects.toMatchObject({ reason: 'not-found' })
    await owner().projectTemplate.update({ where: { id: take.templateId }, data: { isActive: false } })
    await expect(takeParts(kari, take)).rejects.toMatchObject({ reason: 'not-found' })
  })
})
