import { extractText } from 'unpdf'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Actor, type Staff, visitor } from '@/lib/platform/actor'
import { addDays, today } from '@/lib/platform/dates'
import { translatorFor } from '@/lib/platform/translator'
import { makeAdvisor, makeProject, makeStaff, makeStatusReport, owner, type TestProject } from '@/lib/testing/builders'
import { sampleStatusReport } from '@/lib/testing/sample'
import { addSeries, saveReport, startReport } from './commands'
import { statusPaper } from './paper'
import { comparedReports, draftPage, publishedReport, reportsPerPage, statusPage } from './queries'

let kari: Staff
let project: TestProject
/** From the first to the last. */
const ids: string[] = []

beforeAll(async () => {
  kari = await makeStaff()
  project = await makeProject(kari)
  const months = [
    { periodEndOn: '2026-07-31', progress: 'on_plan', risk: 'low', economy: 'unknown', text: 'Først' },
    { periodEndOn: '2026-08-31', progress: 'delayed', risk: 'low', economy: 'on_budget', text: 'Så' },
    { periodEndOn: '2026-09-30', progress: 'minor_delay', risk: 'high', economy: 'over_budget', text: 'Sist' },
  ] as const
  for (const month of months) ids.push((await makeStatusReport(kari, project, month)).id)
})

const page = (actor: Actor, change: Partial<Parameters<typeof statusPage>[1]> = {}) =>
  statusPage(actor, { projectId: project.id, seriesId: null, page: 1, ...change })

describe('the reports of a project', () => {
  test('come the latest first, each with how it moved since the one before', async () => {
    const found = await page(kari)
    expect(found).toMatchObject({ total: 3, page: 1, pageCount: 1, draft: null, may: { run: true } })
    expect(found?.reports.map(({ text, trends }) => [text, trends.progress, trends.risk, trends.economy])).toEqual([
      ['Sist', 'better', 'worse', 'worse'],
      ['Så', 'worse', 'same', null],
      ['Først', null, null, null],
    ])
  })

  test('can be read one by one, with the ones beside them in time', async () => {
    const [first = '', middle = '', last = ''] = ids
    const at = (id: string) => publishedReport(kari, { projectId: project.id, id })
    expect(await at(middle)).toMatchObject({ before: { id: first }, after: { id: last }, trends: { progress: 'worse' } })
    expect(await at(first)).toMatchObject({ before: null, after: { id: middle }, trends: { progress: null } })
    expect(await at(last)).toMatchObject({ before: { id: middle }, after: null, author: 'Kari Nordmann' })
  })

  test('are compared the earlier first, however they are asked for', async () => {
    const [first = '', , last = ''] = ids
    const texts = async (actor: Actor, pair: [string, string]) =>
      (await comparedReports(actor, { projectId: project.id, ids: pair }))?.map(({ text }) => text) ?? null
    expect(await texts(kari, [first, last])).toEqual(['Først', 'Sist'])
    expect(await texts(kari, [last, first])).toEqual(['Først', 'Sist'])
    expect(await texts(kari, [last, last])).toBeNull()
    const other = await makeProject(kari)
    expect(await texts(kari, [first, (await makeStatusReport(kari, other)).id])).toBeNull()
    expect(await texts(await makeStaff(), [first, last])).toBeNull()
  })

  test('are turned page by page, and the oldest on a page has its trend too', async () => {
    const long = await makeProject(kari)
    for (let index = 0; index <= reportsPerPage; index += 1)
      await makeStatusReport(kari, long, { periodEndOn: addDays('2024-01-31', 30 * index) })
    const first = await page(kari, { projectId: long.id })
    expect(first?.reports).toHaveLength(reportsPerPage)
    expect(first?.reports.at(-1)?.trends.progress).toBe('same')
    const last = await page(kari, { projectId: long.id, page: 99 })
    expect(last).toMatchObject({ total: reportsPerPage + 1, page: 2, pageCount: 2 })
    expect(last?.reports.map(({ trends }) => trends.progress)).toEqual([null])
  })

  test('are for those who work in the municipality, also when the project is open to all', async () => {
    const open = await makeProject(kari, { visibility: 'open' })
    const { id } = await makeStatusReport(kari, open)
    const colleague = await makeStaff({ municipality: kari.municipality, roles: ['portfolio_reader'] })
    expect(await page(colleague, { projectId: open.id })).toMatchObject({ total: 1, may: { run: false } })
    for (const actor of [await makeStaff(), visitor, await makeAdvisor()]) {
      for (const projectId of [open.id, project.id]) expect(await page(actor, { projectId })).toBeNull()
      expect(await publishedReport(actor, { projectId: open.id, id })).toBeNull()
      expect(await draftPage(actor, { projectId: open.id, seriesId: null })).toBeNull()
    }
  })
})

test('a draft is shown as such and not among the reports, nor read as one', async () => {
  const { id: projectId } = await makeProject(kari)
  const { reportId } = await startReport(kari, { projectId, seriesId: null })
  expect(await page(kari, { projectId })).toMatchObject({ reports: [], draft: { id: reportId, author: kari.name } })
  expect(await publishedReport(kari, { projectId, id: reportId })).toBeNull()
})

test('a part project has its reports to itself', async () => {
  const { id: projectId } = await makeProject(kari)
  const { seriesId } = await addSeries(kari, { projectId, name: 'Opplæring' })
  const { reportId } = await startReport(kari, { projectId, seriesId })
  const draft = await draftPage(kari, { projectId, seriesId })
  if (!draft) throw new Error('no draft')
  const { values, version, periodEndOn } = draft
  const money = { budgetNok: 1, costNok: 1, forecastNok: 1 }
  const comments = { progressText: '', economyText: '', qualityText: '', riskText: '', benefitText: '' }
  const content = { ...values, ...comments, ...money, text: 'Kurset er holdt.', periodEndOn, version, publish: true }
  await saveReport(kari, { projectId, seriesId, reportId, ...content })
  expect(await page(kari, { projectId, seriesId })).toMatchObject({ total: 1, reports: [{ series: 'Opplæring' }] })
  expect(await page(kari, { projectId })).toMatchObject({ total: 0, series: [{ id: seriesId, name: 'Opplæring' }] })
  // The project itself has still not reported.
  expect((await page(kari, { projectId }))?.due.on).toBe(addDays('2026-01-12', 30))
})

describe('the next report', () => {
  const dueOf = async (actor: Staff, projectId: string) => (await page(actor, { projectId }))?.due

  test('is due by the rhythm of the municipality, which may set its own', async () => {
    const per = await makeStaff()
    const reported = await makeProject(per, { startOn: '2026-01-12' })
    await makeStatusReport(per, reported, { periodEndOn: addDays(today(), -20) })
    const silent = await makeProject(per, { startOn: addDays(today(), -40) })
    expect(await dueOf(per, reported.id)).toEqual({ on: addDays(today(), 10), overdueDays: 0 })
    expect(await dueOf(per, silent.id)).toEqual({ on: addDays(today(), -10), overdueDays: 10 })
    await owner().municipalitySettings.create({ data: { municipalityId: per.municipality.id, reportEveryDays: 14 } })
    expect(await dueOf(per, reported.id)).toEqual({ on: addDays(today(), -6), overdueDays: 6 })
    expect(await dueOf(per, silent.id)).toEqual({ on: addDays(today(), -26), overdueDays: 26 })
  })

  test('is not expected of a project that does not run', async () => {
    for (const lifecycle of ['waiting', 'stopped', 'closed'] as const) {
      const { id } = await makeProject(kari, { lifecycle })
      expect(await dueOf(kari, id)).toEqual({ on: null, overdueDays: 0 })
    }
  })
})

test('a report as a document says what the project was then, in the language of its reader', async () => {
  const { id: projectId } = await makeProject(kari)
  const { reportId } = await startReport(kari, { projectId, seriesId: null })
  const content = { ...sampleStatusReport, version: 1, publish: true, periodEndOn: '2026-11-20' }
  await saveReport(kari, { projectId, seriesId: null, reportId, ...content })
  await owner().uncertainty.updateMany({ where: { projectId }, data: { title: 'Noe annet' } })
  const report = await publishedReport(kari, { projectId, id: reportId })
  if (!report) throw new Error('no report')
  const bytes = await statusPaper(report, { t: translatorFor('nb'), locale: 'nb' })
  expect(Buffer.from(bytes.slice(0, 5)).toString()).toBe('%PDF-')
  const { text } = await extractText(bytes.slice(), { mergePages: true })
  const words = text.replace(/\s+/g, ' ')
  for (const said of [
    '20. november 2026',
    project.title,
    sampleStatusReport.text,
    '640 000 kr',
    'Gjennomføre',
    'Integrasjonen mot folkeregisteret blir forsinket',
    'Søknadsskjema på nett',
    'Timer til hovedopptaket',
    kari.municipality.name,
  ])
    expect(words).toContain(said)
  expect(words).not.toContain('Noe annet')
  const english = await statusPaper(report, { t: translatorFor('en'), locale: 'en' })
  expect((await extractText(english.slice(), { mergePages: true })).text).toContain('20 November 2026')
})
