import { describe, expect, test } from 'vitest'
import { visitor } from '@/lib/platform/actor'
import { dateOf } from '@/lib/platform/dates'
import { read, transaction } from '@/lib/platform/db'
import { makeAdvisor, makeProject, makeStaff, owner } from '@/lib/testing/builders'
import { sampleProject } from '@/lib/testing/sample'
import { createTemplate, publishVersion, setActive } from './commands'
import { templateContent, templateKinds } from './content'
import { projectChoices, templatePage, templatesPage } from './queries'

const forbidden = { reason: 'forbidden' }
const notFound = { reason: 'not-found' }

/** A municipality with a project that has a little of everything, its portfolio manager and one who works there. */
async function home() {
  const kari = await makeStaff()
  const tor = await makeStaff({ name: 'Tor Ugland', municipality: kari.municipality, roles: ['member', 'portfolio_manager'] })
  const project = await makeProject(kari)
  const own = { municipalityId: kari.municipality.id, projectId: project.id }
  await owner().task.create({
    data: {
      ...own,
      title: 'Intervjue foreldre',
      projectPhaseId: project.phases[1]?.id,
      responsibleId: kari.personId,
      dueOn: dateOf('2026-03-02'),
      isDone: true,
      labels: ['brukere'],
      steps: { create: [{ text: 'Lage guide', isDone: true }] },
    },
  })
  await owner().stakeholder.create({ data: { ...own, title: 'Styrerne', group: 'employees' } })
  await owner().communication.create({ data: { ...own, title: 'Nå begynner vi', audience: ['users'] } })
  return { kari, tor, project }
}

const input = (project: { title: string }) => ({
  project: project.title,
  name: 'Digital tjeneste',
  description: 'Fra papir til nett',
  parts: [...templateKinds],
})
const versions = (templateId: string) =>
  owner().projectTemplateVersion.findMany({ where: { templateId }, orderBy: { number: 'asc' } })
const trail = (subjectId: string) => owner().auditEvent.findMany({ where: { subjectId }, orderBy: { at: 'asc' } })

describe('a template', () => {
  test('is made of a project, with its days from the start and without people', async () => {
    const { kari, tor, project } = await home()
    const { templateId } = await createTemplate(tor, input(project))
    const [version] = await versions(templateId)
    const content = templateContent.parse(version?.content)
    expect(content.phaseModel).toBe('prosjektveiviseren')
    expect(content.parts.tasks).toEqual([
      {
        title: 'Intervjue foreldre',
        description: '',
        phase: 'concept',
        dueOffsetDays: 49,
        labels: ['brukere'],
        steps: ['Lage guide'],
      },
    ])
    expect(content.parts.milestones).toHaveLength(sampleProject.milestones.length)
    expect(content.parts.checklist.map((item) => item.text)).toContain('Prøvd med ti foreldre')
    expect(content.parts.benefits[0]?.indicators).toHaveLength(1)
    expect([content.parts.stakeholders.length, content.parts.communication.length]).toEqual([1, 1])
    expect(JSON.stringify(content)).not.toContain(kari.personId)
    expect(version).toMatchObject({ number: 1, authorId: tor.personId })
    expect(await trail(templateId)).toMatchObject([
      { action: 'template.create', actorId: tor.personId, detail: { title: 'Digital tjeneste', source: project.title } },
    ])
  })

  test('gets new versions, and the old ones stay as they were', async () => {
    const { kari, tor, project } = await home()
    const { templateId } = await createTemplate(tor, input(project))
    const [before] = await versions(templateId)
    await owner().milestone.deleteMany({ where: { projectId: project.id } })
    const next = { templateId, project: project.number, parts: [...templateKinds], comment: 'Uten milepæler' }
    expect(await publishVersion(tor, next)).toEqual({ number: 2 })
    const [first, second] = await versions(templateId)
    expect(first).toEqual(before)
    expect(second).toMatchObject({ number: 2, comment: 'Uten milepæler' })
    const page = await templatePage(kari, { id: templateId, number: null })
    expect(page?.shown).toMatchObject({ number: 2, lines: { milestones: [] } })
    expect(page?.versions.map(({ number, author }) => [number, author])).toEqual([
      [2, 'Tor Ugland'],
      [1, 'Tor Ugland'],
    ])
    const old = await templatePage(kari, { id: templateId, number: 1 })
    expect(old?.shown?.lines.milestones).toHaveLength(sampleProject.milestones.length)
    expect((await trail(templateId)).map((event) => event.action)).toEqual(['template.create', 'template.publish'])
    await expect(
      transaction(tor, (tx) => tx.projectTemplateVersion.updateMany({ where: { templateId }, data: { comment: 'Nei' } })),
    ).rejects.toThrow(/cannot be changed|permission denied/)
  })

  test('two new versions at once get a number each', async () => {
    const { tor, project } = await home()
    const { templateId } = await createTemplate(tor, input(project))
    const next = { templateId, project: project.title, parts: [...templateKinds], comment: 'Ny' }
    const made = await Promise.all([1, 2, 3].map(() => publishVersion(tor, next)))
    expect(made.map(({ number }) => number).sort()).toEqual([2, 3, 4])
  })

  test('is taken out of use and back again, and the list says so', async () => {
    const { kari, tor, project } = await home()
    const { templateId } = await createTemplate(tor, input(project))
    await setActive(tor, { templateId, active: false })
    await setActive(tor, { templateId, active: false })
    expect(await templatesPage(kari)).toMatchObject({
      rows: [{ id: templateId, isActive: false, latest: { number: 1, author: 'Tor Ugland' } }],
      mayManage: false,
    })
    await setActive(tor, { templateId, active: true })
    expect(await templatesPage(tor)).toMatchObject({ rows: [{ isActive: true }], mayManage: true })
    expect((await trail(templateId)).map((event) => event.action)).toEqual([
      'template.create',
      'template.deactivate',
      'template.activate',
    ])
  })

  test('is refused a name that is taken, a project that is not there and parts with nothing in them', async () => {
    const { tor, project } = await home()
    await createTemplate(tor, input(project))
    await expect(createTemplate(tor, input(project))).rejects.toMatchObject({ fields: { name: 'errors.nameTaken' } })
    const other = { ...input(project), name: 'En annen' }
    await expect(createTemplate(tor, { ...other, project: 'Månebase' })).rejects.toMatchObject({
      fields: { project: 'errors.unknown' },
    })
    await owner().stakeholder.deleteMany({ where: { projectId: project.id } })
    await expect(createTemplate(tor, { ...other, parts: ['stakeholders'] })).rejects.toMatchObject({
      fields: { 'parts[]': 'errors.nothingInParts' },
    })
    expect(await owner().projectTemplate.count({ where: { municipalityId: tor.municipality.id } })).toBe(1)
  })
})

describe('is refused', () => {
  test('those who do not look after templates', async () => {
    const { kari, tor, project } = await home()
    const { templateId } = await createTemplate(tor, input(project))
    const reader = await makeStaff({ municipality: kari.municipality, roles: ['portfolio_reader'] })
    for (const actor of [kari, reader]) {
      await expect(createTemplate(actor, { ...input(project), name: 'Min' })).rejects.toMatchObject(forbidden)
      await expect(setActive(actor, { templateId, active: false })).rejects.toMatchObject(forbidden)
      await expect(
        publishVersion(actor, { templateId, project: project.title, parts: ['tasks'], comment: 'Min' }),
      ).rejects.toMatchObject(forbidden)
    }
    for (const actor of [visitor, await makeAdvisor()])
      await expect(createTemplate(actor, { ...input(project), name: 'Min' })).rejects.toMatchObject(forbidden)
    const admin = await makeStaff({ municipality: kari.municipality, roles: ['municipality_admin'] })
    await setActive(admin, { templateId, active: false })
  })

  test('another municipality, which neither sees, changes nor makes templates of what is not its own', async () => {
    const { tor, project } = await home()
    const { templateId } = await createTemplate(tor, input(project))
    const other = await makeStaff({ roles: ['member', 'portfolio_manager'] })
    expect(await templatePage(other, { id: templateId, number: null })).toBeNull()
    expect((await templatesPage(other)).rows).toEqual([])
    expect(await projectChoices(other)).toEqual([])
    expect(await read(other, (tx) => tx.projectTemplateVersion.count())).toBe(0)
    await expect(setActive(other, { templateId, active: false })).rejects.toMatchObject(notFound)
    await expect(
      publishVersion(other, { templateId, project: project.title, parts: ['tasks'], comment: 'Vår' }),
    ).rejects.toMatchObject(notFound)
    const shared = await makeProject(tor, { visibility: 'open', title: 'Delt med alle' })
    await expect(createTemplate(other, input(shared))).rejects.toMatchObject({ fields: { project: 'errors.unknown' } })
    expect(await versions(templateId)).toHaveLength(1)
  })
})
