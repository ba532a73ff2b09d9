import { describe, expect, test } from 'vitest'
import { type Staff, visitor } from '@/lib/platform/actor'
import { addDays, dateOf, isoDate, today } from '@/lib/platform/dates'
import { transaction } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { makeAdvisor, makeProject, makeStaff, makeStatusReport, owner } from '@/lib/testing/builders'
import { sampleStatusReport } from '@/lib/testing/sample'
import { addSeries, deleteDraft, saveReport, startReport } from './commands'
import type { StatusInput } from './input'
import { draftPage, publishedReport } from './queries'

const forbidden = { reason: 'forbidden' }
const notFound = { reason: 'not-found' }
const conflict = { reason: 'conflict' }

const stored = (id: string) => owner().statusReport.findUniqueOrThrow({ where: { id } })
const trail = (subjectId: string) => owner().auditEvent.findMany({ where: { subjectId }, orderBy: { at: 'asc' } })

/** The form of a draft as filled in. */
const filled = (projectId: string, reportId: string, change: Partial<StatusInput> = {}): StatusInput => ({
  ...sampleStatusReport,
  projectId,
  seriesId: null,
  reportId,
  version: 1,
  publish: false,
  periodEndOn: today(),
  ...change,
})

async function begun() {
  const kari = await makeStaff()
  const project = await makeProject(kari)
  const { reportId } = await startReport(kari, { projectId: project.id, seriesId: null })
  return { kari, projectId: project.id, reportId }
}

async function published(actor: Staff, projectId: string, change: Partial<StatusInput> = {}) {
  const seriesId = change.seriesId ?? null
  const { reportId } = await startReport(actor, { projectId, seriesId })
  await saveReport(actor, filled(projectId, reportId, { publish: true, ...change }))
  return reportId
}

describe('a draft', () => {
  test('of the first report begins calm, with the sums of the budget as they are', async () => {
    const { kari, projectId, reportId } = await begun()
    const report = await stored(reportId)
    expect(report).toMatchObject({
      projectId,
      municipalityId: kari.municipality.id,
      authorId: kari.personId,
      text: '',
      progress: 'on_plan',
      risk: 'low',
      publishedAt: null,
      picture: null,
      version: 1,
    })
    expect([report.budgetNok, report.costNok, report.forecastNok].map(Number)).toEqual([640_000, 410_000, 620_000])
    expect(isoDate(report.periodEndOn)).toBe(today())
    expect(await trail(reportId)).toMatchObject([{ action: 'status.start', projectId, actorId: kari.personId }])
  })

  test('begins as the last published one ended, but for the day, the author, the picture and the money', async () => {
    const kari = await makeStaff()
    const ola = await makeStaff({ municipality: kari.municipality, name: 'Ola', roles: ['member', 'portfolio_manager'] })
    const project = await makeProject(kari)
    const last = { text: 'Vi venter på tilgang.', risk: 'high', riskText: 'Registeret', costNok: 1 } as const
    await makeStatusReport(kari, project, { ...last, periodEndOn: '2026-10-31' })
    await makeStatusReport(kari, project, { text: 'Eldre', periodEndOn: '2026-09-30' })
    const { reportId } = await startReport(ola, { projectId: project.id, seriesId: null })
    const draft = await stored(reportId)
    expect(draft).toMatchObject({ text: last.text, risk: 'high', riskText: 'Registeret', authorId: ola.personId, picture: null })
    expect([Number(draft.costNok), draft.publishedAt, isoDate(draft.periodEndOn)]).toEqual([410_000, null, today()])
  })

  test('is one at a time: whoever starts again, also at the same moment, is given the one that is there', async () => {
    const kari = await makeStaff()
    const ola = await makeStaff({ municipality: kari.municipality, roles: ['member', 'municipality_admin'] })
    const at = { projectId: (await makeProject(kari)).id, seriesId: null }
    const started = await Promise.all([startReport(kari, at), startReport(ola, at), startReport(kari, at)])
    expect(new Set(started.map(({ reportId }) => reportId)).size).toBe(1)
    expect(await owner().statusReport.count({ where: { projectId: at.projectId } })).toBe(1)
  })

  test('is saved as it is typed, by whoever saved it last', async () => {
    const { kari, projectId, reportId } = await begun()
    const input = filled(projectId, reportId, { text: 'Halvveis', costNok: 12.5, periodEndOn: '2026-11-30' })
    expect(await saveReport(kari, input)).toEqual({ isPublished: false, reportId })
    const draft = await draftPage(kari, { projectId, seriesId: null })
    expect(draft).toMatchObject({ text: 'Halvveis', costNok: 12.5, periodEndOn: '2026-11-30', version: 2, publishedAt: null })
    expect((await stored(reportId)).picture).toBeNull()
    expect((await trail(reportId)).map(({ action }) => action)).toEqual(['status.start', 'status.save'])
  })

  test('that somebody else saved in the meantime is shown with their words, and theirs stand', async () => {
    const { kari, projectId, reportId } = await begun()
    const ola = await makeStaff({ municipality: kari.municipality, name: 'Ola Nordmann', roles: ['member', 'portfolio_manager'] })
    await saveReport(ola, filled(projectId, reportId, { text: 'Olas ord', costNok: 12.5, riskText: 'Vinter' }))
    const late = saveReport(kari, filled(projectId, reportId, { text: 'Karis ord', publish: true }))
    await expect(late).rejects.toMatchObject({
      ...conflict,
      meanwhile: {
        version: 2,
        by: 'Ola Nordmann',
        values: { text: 'Olas ord', costNok: '12,5', riskText: 'Vinter', progress: 'on_plan', periodEndOn: today() },
      },
    })
    expect(await stored(reportId)).toMatchObject({ text: 'Olas ord', publishedAt: null })
    await saveReport(kari, filled(projectId, reportId, { text: 'Karis ord', version: 2 }))
    expect(await stored(reportId)).toMatchObject({ text: 'Karis ord', version: 3 })
  })

  test('saved by two at once is saved by one of them', async () => {
    const { kari, projectId, reportId } = await begun()
    const texts = ['Første', 'Andre']
    const results = await Promise.allSettled(texts.map((text) => saveReport(kari, filled(projectId, reportId, { text }))))
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({ reason: conflict })
    expect(await stored(reportId)).toMatchObject({ text: texts[results.findIndex(({ status }) => status === 'fulfilled')] })
  })

  test('can be thrown away; what is published cannot', async () => {
    const { kari, projectId, reportId } = await begun()
    await deleteDraft(kari, { projectId, reportId })
    expect(await owner().statusReport.count({ where: { id: reportId } })).toBe(0)
    expect((await trail(reportId)).at(-1)).toMatchObject({ action: 'status.delete-draft', projectId, detail: { title: today() } })
    await expect(deleteDraft(kari, { projectId, reportId })).rejects.toMatchObject(notFound)
    const id = await published(kari, projectId)
    await expect(deleteDraft(kari, { projectId, reportId: id })).rejects.toMatchObject(notFound)
    const past = transaction(kari, (tx) => tx.statusReport.deleteMany({ where: { id } }))
    await expect(past).rejects.toThrow()
    expect(await owner().statusReport.count({ where: { id } })).toBe(1)
  })
})

describe('a published report', () => {
  test('is locked: it is not saved again, started again or written past the commands', async () => {
    const { kari, projectId, reportId } = await begun()
    expect(await saveReport(kari, filled(projectId, reportId, { publish: true }))).toEqual({ isPublished: true, reportId })
    await expect(saveReport(kari, filled(projectId, reportId, { version: 2 }))).rejects.toMatchObject(notFound)
    await expect(owner().statusReport.update({ where: { id: reportId }, data: { text: 'Skrevet om' } })).rejects.toThrow()
    const next = await startReport(kari, { projectId, seriesId: null })
    expect(next.reportId).not.toBe(reportId)
    expect((await trail(reportId)).map(({ action }) => action)).toEqual(['status.start', 'status.publish'])
  })

  test('shows the project as it was, whatever becomes of it', async () => {
    const kari = await makeStaff()
    const { id: projectId } = await makeProject(kari)
    const happened = { occurredOn: dateOf('2026-10-12'), ledTo: 'Tre uker tapt' }
    await owner().uncertainty.updateMany({ where: { projectId }, data: happened })
    const id = await published(kari, projectId)
    const before = await publishedReport(kari, { projectId, id })
    expect(before?.picture).toMatchObject({
      phase: { nb: 'Gjennomføre' },
      uncertainties: [
        { title: 'Integrasjonen mot folkeregisteret blir forsinket', probability: 3, consequence: 4, occurredOn: '2026-10-12' },
      ],
      milestones: [
        { title: 'Leverandør valgt', actualOn: '2026-08-20', status: 'achieved' },
        { title: 'Første søknad på nett', plannedOn: '2027-01-15', actualOn: null },
      ],
      deliverables: [{ title: 'Søknadsskjema på nett', endOn: '2027-01-15', status: 'on_plan' }],
      benefits: [{ title: 'Kortere saksbehandling', indicators: [{ unit: 'hours', start: 400, target: 150, value: 320 }] }],
      budget: [{ year: 2026, budgetNok: 640_000, costNok: 410_000, forecastNok: 620_000 }],
    })
    const where = { projectId }
    await owner().uncertainty.updateMany({
      where,
      data: { title: 'Noe annet', probability: 5, status: 'obsolete', occurredOn: null, ledTo: '' },
    })
    await owner().milestone.deleteMany({ where })
    await owner().deliverable.updateMany({ where, data: { status: 'major_deviation', endOn: dateOf('2028-01-01') } })
    await owner().benefit.updateMany({ where, data: { title: 'Noe annet' } })
    const indicator = await owner().indicator.findFirstOrThrow({ where: { benefit: where } })
    const measured = {
      municipalityId: indicator.municipalityId,
      indicatorId: indicator.id,
      value: 1,
      measuredOn: dateOf(today()),
    }
    await owner().measurement.create({ data: measured })
    await owner().indicator.updateMany({ where: { benefit: where }, data: { targetValue: 100 } })
    await owner().budgetLine.updateMany({ where, data: { costNok: 9_999_999 } })
    const later = await owner().projectPhase.findFirstOrThrow({ where: { ...where, modelPhase: { code: 'closing' } } })
    await owner().project.update({ where: { id: projectId }, data: { currentPhaseId: later.id } })
    expect(await publishedReport(kari, { projectId, id })).toEqual(before)
  })
})

describe('a part project', () => {
  test('has its own draft, and begins from its own last report', async () => {
    const { kari, projectId, reportId } = await begun()
    const { seriesId } = await addSeries(kari, { projectId, name: 'Opplæring' })
    const own = await published(kari, projectId, { seriesId, text: 'Kurset er holdt.', periodEndOn: addDays(today(), -1) })
    expect(own).not.toBe(reportId)
    const { reportId: next } = await startReport(kari, { projectId, seriesId })
    expect(await stored(next)).toMatchObject({ seriesId, text: 'Kurset er holdt.' })
    expect(await stored(reportId)).toMatchObject({ seriesId: null, text: '', publishedAt: null })
    expect((await draftPage(kari, { projectId, seriesId }))?.series).toBe('Opplæring')
    expect(await trail(seriesId)).toMatchObject([{ action: 'status.add-series', projectId, detail: { title: 'Opplæring' } }])
  })

  test('has a name of its own in its project', async () => {
    const { kari, projectId } = await begun()
    await addSeries(kari, { projectId, name: 'Opplæring' })
    const taken = { ...conflict, fields: { name: 'errors.nameTaken' } }
    await expect(addSeries(kari, { projectId, name: 'Opplæring' })).rejects.toMatchObject(taken)
    const other = await makeProject(kari)
    const { seriesId } = await addSeries(kari, { projectId: other.id, name: 'Opplæring' })
    await expect(startReport(kari, { projectId, seriesId })).rejects.toMatchObject(notFound)
  })
})

test('only those who run the project write its reports', async () => {
  const { kari, projectId, reportId } = await begun()
  const attempts = (actor: Parameters<typeof startReport>[0]) => [
    () => startReport(actor, { projectId, seriesId: null }),
    () => saveReport(actor, filled(projectId, reportId)),
    () => deleteDraft(actor, { projectId, reportId }),
    () => addSeries(actor, { projectId, name: 'Ny' }),
  ]
  const colleague = await makeStaff({ municipality: kari.municipality })
  for (const attempt of attempts(colleague)) await expect(attempt()).rejects.toMatchObject(forbidden)
  expect(await draftPage(colleague, { projectId, seriesId: null })).toBeNull()
  for (const actor of [await makeStaff({ roles: ['member', 'municipality_admin'] }), visitor, await makeAdvisor()])
    for (const attempt of attempts(actor)) await expect(attempt()).rejects.toMatchObject(notFound)
  const mine = await makeProject(kari)
  await expect(saveReport(kari, filled(mine.id, reportId))).rejects.toMatchObject(notFound)
  await expect(saveReport(kari, filled(projectId, newId()))).rejects.toMatchObject(notFound)
  expect(await stored(reportId)).toMatchObject({ version: 1, text: '' })
})
