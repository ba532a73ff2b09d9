import { expect, test } from 'vitest'
import { publishReport, saveReport, withdrawReport } from '@/lib/experiences/commands'
import { draftInput, publishInput } from '@/lib/experiences/input'
import { reportPage } from '@/lib/experiences/queries'
import { visitor } from '@/lib/platform/actor'
import { addDays, daysBetween } from '@/lib/platform/dates'
import { projectPage } from '@/lib/projects/queries'
import { searchQuery } from '@/lib/search/input'
import { searchAll } from '@/lib/search/queries'
import { makeProject, makeReport, makeStaff, owner } from '@/lib/testing/builders'
import { copyProject } from './commands'
import { copyOffer } from './queries'

const choice = {
  title: 'Vårt eget',
  startOn: '2027-03-01',
  parts: ['checklist', 'milestones', 'uncertainties'] as ('checklist' | 'milestones' | 'uncertainties')[],
}

const written = {
  version: '0',
  title: 'Det vi lærte',
  summary: 'Vi gjorde det, og det ga mer enn ventet.',
  outcome: 'in_operation',
  themeCode: 'byggesak',
  wouldChange: 'Mer opplæring.',
  firstSteps: 'Mål først',
  role: 'Prosjektleder',
  contact: 'postmottak@example.no',
  parts: ['checklist', 'milestones'],
}
const publication = (fields: object, projectId: string) => ({
  ...publishInput.parse({ ...written, visibility: 'municipalities', ...fields }),
  projectId,
})

test('Lillesand copies the parts of a report whose project stays unseen, with the dates moved', async () => {
  const [grimstad, lillesand] = [await makeStaff(), await makeStaff()]
  const source = await makeProject(grimstad)
  const report = await makeReport(grimstad, source)
  expect(await projectPage(lillesand, source.id)).toBeNull()

  const { projectId } = await copyProject(lillesand, { ...choice, projectId: source.id })
  const copy = await projectPage(lillesand, projectId)
  const original = await projectPage(grimstad, source.id)
  expect(copy?.milestones.map((m) => [m.title, m.plannedOn])).toEqual(
    original?.milestones.map((m) => [m.title, addDays('2027-03-01', daysBetween(original.startOn, m.plannedOn))]),
  )
  expect(copy?.uncertainties.map((u) => u.title).sort()).toEqual(original?.uncertainties.map((u) => u.title).sort())
  expect(copy?.benefits).toEqual([])
  expect(copy?.origins[0]).toMatchObject({ reportSlug: report.slug, municipality: grimstad.municipality.name })
  expect(copy?.inside?.members.map((member) => member.id)).toEqual([lillesand.personId])

  const seen = await reportPage(grimstad, report.slug)
  expect(seen?.reuses).toMatchObject([
    { municipality: { number: lillesand.municipality.number }, state: 'planned', isConfirmed: true },
  ])
  expect((await reportPage(visitor, report.slug))?.reuses ?? []).toEqual([])
  expect(await projectPage(grimstad, projectId)).toBeNull()
  expect(
    await owner().auditEvent.count({ where: { action: 'project.copy', subjectId: projectId, actorId: lillesand.personId } }),
  ).toBe(1)
})

test('each part remembers its source and version', async () => {
  const [grimstad, lillesand] = [await makeStaff(), await makeStaff()]
  const source = await makeProject(grimstad)
  const report = await makeReport(grimstad, source)
  const { projectId } = await copyProject(lillesand, { ...choice, projectId: source.id })
  const parts = await owner().copiedPart.findMany({ where: { copy: { projectId } }, include: { sourcePart: true } })
  expect(parts.map((part) => part.kind).sort()).toEqual(['checklist', 'milestones', 'uncertainties'])
  expect(parts.every((part) => part.sourcePart?.reportId === report.id && part.sourceVersion === 1)).toBe(true)
  expect(await owner().milestone.count({ where: { projectId, copiedPartId: null } })).toBe(0)
})

test('two who copy at once get a number each', async () => {
  const [grimstad, lillesand] = [await makeStaff(), await makeStaff()]
  const source = await makeProject(grimstad, { visibility: 'municipalities' })
  const copies = await Promise.all([1, 2, 3].map(() => copyProject(lillesand, { ...choice, projectId: source.id })))
  const numbers = await owner().project.findMany({
    where: { id: { in: copies.map((copy) => copy.projectId) } },
    select: { number: true },
  })
  expect(numbers.map((row) => row.number).sort()).toEqual(['2027-001', '2027-002', '2027-003'])
})

test('what one may not read is not found, one’s own is not for copying, and nothing is left behind', async () => {
  const [grimstad, lillesand] = [await makeStaff(), await makeStaff()]
  const unshared = await makeProject(grimstad)
  await expect(copyProject(lillesand, { ...choice, projectId: unshared.id })).rejects.toMatchObject({ reason: 'not-found' })
  await expect(copyProject(grimstad, { ...choice, projectId: unshared.id })).rejects.toMatchObject({ reason: 'forbidden' })
  expect(await copyOffer(lillesand, unshared.id)).toBeNull()
  expect(await owner().project.count({ where: { municipalityId: lillesand.municipality.id } })).toBe(0)
})

test('a copy of a copy names both origins', async () => {
  const [grimstad, lillesand, lyngdal] = [await makeStaff(), await makeStaff(), await makeStaff()]
  const source = await makeProject(grimstad)
  const first = await makeReport(grimstad, source)
  const { projectId } = await copyProject(lillesand, { ...choice, projectId: source.id })
  await publishReport(lillesand, publication({ title: 'Vår tur' }, projectId))
  const second = await copyProject(lyngdal, { ...choice, projectId })
  const page = await projectPage(lyngdal, second.projectId)
  expect(page?.origins.map((origin) => origin.title)).toEqual(['Vår tur', first.title])
})

test('a draft is for its own, a published report for its audience, and one taken back for nobody else', async () => {
  const [grimstad, lillesand] = [await makeStaff(), await makeStaff()]
  const project = await makeProject(grimstad)
  await saveReport(grimstad, { ...draftInput.parse({ ...written, title: 'Snøbrøyting med drone' }), projectId: project.id })
  const { slug } = await owner().experienceReport.findFirstOrThrow({ where: { projectId: project.id }, select: { slug: true } })
  expect(await reportPage(lillesand, slug)).toBeNull()
  await publishReport(grimstad, publication({ version: '1', title: 'Snøbrøyting med drone' }, project.id))
  expect(await reportPage(lillesand, slug)).not.toBeNull()
  expect(await reportPage(visitor, slug)).toBeNull()
  const find = async () => (await searchAll(lillesand, searchQuery.parse({ q: 'snøbrøyting', type: 'rapport' }))).total
  expect(await find()).toBe(1)
  await withdrawReport(grimstad, { projectId: project.id })
  expect(await reportPage(lillesand, slug)).toBeNull()
  expect(await find()).toBe(0)
})

test('the second of two who edit the same report is told, and overwrites nothing', async () => {
  const grimstad = await makeStaff()
  const project = await makeProject(grimstad)
  await publishReport(grimstad, publication({}, project.id))
  await publishReport(grimstad, publication({ version: '1', title: 'Den første' }, project.id))
  await expect(publishReport(grimstad, publication({ version: '1', title: 'Den andre' }, project.id))).rejects.toMatchObject({
    reason: 'conflict',
  })
  const report = await owner().experienceReport.findFirstOrThrow({ where: { projectId: project.id } })
  expect(report).toMatchObject({ title: 'Den første', version: 2 })
})

test('a colleague without a role in the project neither writes nor publishes its report', async () => {
  const grimstad = await makeStaff()
  const colleague = await makeStaff({ municipality: grimstad.municipality })
  const project = await makeProject(grimstad)
  await expect(publishReport(colleague, publication({}, project.id))).rejects.toMatchObject({ reason: 'forbidden' })
  expect(await owner().experienceReport.count({ where: { projectId: project.id } })).toBe(0)
})
