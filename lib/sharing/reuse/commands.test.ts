import { describe, expect, test } from 'vitest'
import { ReuseState } from '@/generated/prisma/enums'
import { newestReports, reportPage } from '@/lib/experiences/queries'
import { visitor } from '@/lib/platform/actor'
import { addDays, dateOf, isoDate, today } from '@/lib/platform/dates'
import { read } from '@/lib/platform/db'
import { makeAdvisor, makeProject, makeReport, makeReuse, makeStaff, owner } from '@/lib/testing/builders'
import { beginShared, publishFirst } from '@/lib/testing/exchange'
import { confirmReuse, declineProposal, proposeReuse, saveReuse } from './commands'
import { type ReuseInput, reuseInput } from './input'
import { ownReuse, proposalsWaiting, reusePage } from './queries'
import { isCounted, lapsedOn } from './rules'

const said = (reportId: string, more: Partial<ReuseInput> = {}): ReuseInput => ({
  reportId,
  state: 'in_progress',
  reason: 'Vi hadde samme behov',
  sinceOn: '2026-05-01',
  costNok: 250_000,
  effects: { quality: '', time_saved: '40 timer i måneden', avoided_cost: '' },
  visibility: 'municipalities',
  version: 0,
  ...more,
})

async function begin() {
  const [kari, ola] = [await makeStaff(), await makeStaff({ name: 'Ola Nordmann' })]
  const report = await makeReport(kari, await makeProject(kari))
  return { kari, ola, report }
}

describe('an adopter', () => {
  test('says how it uses a report, and says it anew', async () => {
    const { kari, ola, report } = await begin()
    await saveReuse(ola, said(report.id))
    const page = await reusePage(ola, report.slug)
    expect(page?.own).toMatchObject({
      ...{ state: 'in_progress', sinceOn: '2026-05-01', confirmedOn: today(), costNok: 250_000, version: 1 },
      effects: [{ category: 'time_saved', text: '40 timer i måneden' }],
    })
    await saveReuse(ola, said(report.id, { state: 'rejected', reason: 'For dyrt', version: 1 }))
    expect((await ownReuse(ola)).reuses).toMatchObject([{ state: 'rejected', reason: 'For dyrt', report: { slug: report.slug } }])
    await expect(saveReuse(ola, said(report.id, { version: 1 }))).rejects.toMatchObject({ reason: 'conflict' })
    await expect(saveReuse(kari, said(report.id))).rejects.toMatchObject({ reason: 'forbidden' })
  })

  test('is read with what it cost and gave by those who read the report', async () => {
    const { kari, ola, report } = await begin()
    await saveReuse(ola, said(report.id))
    expect((await reportPage(kari, report.slug))?.reuses).toMatchObject([
      { costNok: 250_000, effects: [{ category: 'time_saved', text: '40 timer i måneden' }], isCounted: true },
    ])
    expect((await reportPage(visitor, report.slug))?.reuses ?? []).toEqual([])
  })

  test('is counted only where it has confirmed, and uses it', async () => {
    const { kari, ola, report } = await begin()
    const count = async () => (await newestReports(kari, 50)).find((one) => one.id === report.id)?.reuseCount
    await makeReuse(await makeStaff(), report, { confirmedOn: null })
    expect(await count()).toBe(0)
    await saveReuse(ola, said(report.id, { state: 'considering' }))
    expect(await count()).toBe(0)
    await saveReuse(ola, said(report.id, { state: 'in_operation', version: 1 }))
    expect(await count()).toBe(1)
    await saveReuse(ola, said(report.id, { state: 'rejected', version: 2 }))
    expect(await count()).toBe(0)
  })

  test('is told of to the source when it begins to count, not each time it is said', async () => {
    const { ola, report } = await begin()
    const told = () => owner().newsItem.count({ where: { kind: 'reuse_confirmed', reportId: report.id } })
    await saveReuse(ola, said(report.id, { state: 'considering' }))
    await saveReuse(ola, said(report.id, { state: 'in_operation', visibility: 'municipality', version: 1 }))
    expect(await told()).toBe(0)
    await saveReuse(ola, said(report.id, { state: 'in_operation', version: 2 }))
    expect(await told()).toBe(1)
    await saveReuse(ola, said(report.id, { state: 'in_operation', reason: 'Enda bedre', version: 3 }))
    await saveReuse(ola, said(report.id, { state: 'rejected', version: 4 }))
    expect(await told()).toBe(1)
    await saveReuse(ola, said(report.id, { state: 'planned', version: 5 }))
    expect(await told()).toBe(2)
  })

  test('counts for 24 months after it was last confirmed; then the page says since when nobody has', async () => {
    const { kari, ola, report } = await begin()
    const lapsed = lapsedOn(today())
    const { id } = await makeReuse(ola, report, { confirmedOn: dateOf(lapsed) })
    const count = async () => (await newestReports(kari, 50)).find((one) => one.id === report.id)?.reuseCount
    const shown = async () => (await reportPage(kari, report.slug))?.reuses.map((one) => [one.isCounted, one.confirmedOn])
    expect([await count(), await shown(), (await reportPage(kari, report.slug))?.evidence.level]).toEqual([
      0,
      [[false, lapsed]],
      2,
    ])
    await owner().reuse.update({ where: { id }, data: { confirmedOn: dateOf(addDays(lapsed, 1)) } })
    expect([await count(), await shown(), (await reportPage(kari, report.slug))?.evidence.level]).toEqual([
      1,
      [[true, addDays(lapsed, 1)]],
      3,
    ])
  })

  test('lifts the evidence alike for all who read the report, but not what it keeps at home', async () => {
    const { kari, ola, report } = await begin()
    await owner().experienceReport.update({ where: { id: report.id }, data: { visibility: 'open' }, select: { id: true } })
    await owner().reportSection.updateMany({ where: { reportId: report.id, kind: 'cost' }, data: { visibility: 'municipality' } })
    const levels = async () => {
      const pages = await Promise.all([kari, ola, visitor].map((actor) => reportPage(actor, report.slug)))
      return pages.map((page) => page?.evidence.level)
    }
    expect(await levels()).toEqual([2, 2, 2])
    await saveReuse(ola, said(report.id, { state: 'in_operation', visibility: 'municipality' }))
    expect(await levels()).toEqual([2, 2, 2])
    await saveReuse(ola, said(report.id, { state: 'in_operation', version: 1 }))
    expect(await levels()).toEqual([3, 3, 3])
    expect((await reportPage(visitor, report.slug))?.reuses).toEqual([])
  })

  test('the database and the program agree on what counts', async () => {
    for (const state of Object.values(ReuseState))
      for (const confirmedOn of [null, addDays(lapsedOn(today()), 1), lapsedOn(today()), today()]) {
        const [row] = await owner().$queryRaw<[{ counts: boolean }]>`
          SELECT reuse_counts(${state}::reuse_state, ${confirmedOn}::date) AS counts`
        expect(row.counts, `${state} ${confirmedOn}`).toBe(isCounted({ state, confirmedOn }, today()))
      }
  })

  test('keeps what it says from those it does not tell', async () => {
    const { kari, ola, report } = await begin()
    await saveReuse(ola, said(report.id, { visibility: 'municipality' }))
    const seen = (actor: Parameters<typeof read>[0]) => read(actor, (tx) => tx.reuse.count({ where: { reportId: report.id } }))
    for (const actor of [kari, await makeStaff(), await makeAdvisor(), visitor]) expect(await seen(actor)).toBe(0)
    expect(await seen(ola)).toBe(1)
    await saveReuse(ola, said(report.id, { visibility: 'open', version: 1 }))
    // No further than the report itself.
    expect([await seen(kari), await seen(visitor)]).toEqual([1, 0])
  })

  test('confirms again by one button; nobody else can', async () => {
    const { kari, ola, report } = await begin()
    const { id } = await makeReuse(ola, report, { confirmedOn: new Date('2025-01-01') })
    await expect(confirmReuse(kari, { reuseId: id })).rejects.toMatchObject({ reason: 'not-found' })
    await confirmReuse(ola, { reuseId: id })
    const [row] = await owner().reuse.findMany({ where: { id } })
    expect(row?.confirmedOn && isoDate(row.confirmedOn)).toBe(today())
  })

  test('sees nothing to say of what it may not read', async () => {
    const { kari, ola } = await begin()
    const hidden = await makeReport(kari, await makeProject(kari), { visibility: 'municipality' })
    expect(await reusePage(ola, hidden.slug)).toBeNull()
    await expect(saveReuse(ola, said(hidden.id))).rejects.toMatchObject({ reason: 'not-found' })
  })

  test('types kroner as people do', () => {
    const typed = { ...said('01a0e4ac-0000-7000-8000-000000000000'), version: '0' }
    expect(reuseInput.parse({ ...typed, costNok: '1,5 mill' }).costNok).toBe(1_500_000)
    expect(reuseInput.parse({ ...typed, costNok: '' }).costNok).toBeNull()
    for (const costNok of ['mye', '-3']) expect(reuseInput.safeParse({ ...typed, costNok }).success).toBe(false)
  })
})

describe('a source', () => {
  test('may propose, and it counts for nothing until the adopter says so', async () => {
    const { kari, ola, report } = await begin()
    const proposal = { reportId: report.id, municipality: ola.municipality.number, note: 'Vi traff dere i juni' }
    await proposeReuse(kari, proposal)
    expect((await ownReuse(ola)).asked).toMatchObject([{ note: 'Vi traff dere i juni', report: { slug: report.slug } }])
    expect(await owner().reuse.count({ where: { reportId: report.id } })).toBe(0)
    await expect(proposeReuse(kari, proposal)).rejects.toMatchObject({ reason: 'conflict' })
    await saveReuse(ola, said(report.id))
    expect((await ownReuse(ola)).asked).toEqual([])
    expect((await reusePage(kari, report.slug))?.proposals).toMatchObject([{ isConfirmed: true }])
  })

  test('asks no more than twenty municipalities in a month', async () => {
    const { kari, report } = await begin()
    const others = await owner().municipality.findMany({ where: { number: { lt: '6000' } }, take: 20, select: { id: true } })
    const one = { municipalityId: kari.municipality.id, reportId: report.id, proposedBy: kari.personId }
    await owner().reuseProposal.createMany({ data: others.map(({ id }) => ({ ...one, adopterMunicipalityId: id })) })
    const next = { reportId: report.id, municipality: (await makeStaff()).municipality.number, note: '' }
    await expect(proposeReuse(kari, next)).rejects.toMatchObject({ fields: { municipality: 'errors.proposalsUsed' } })
    const longAgo = { proposedAt: new Date(Date.now() - 31 * 86_400_000) }
    await owner().reuseProposal.updateMany({
      where: { reportId: report.id, adopterMunicipalityId: others[0]?.id },
      data: longAgo,
    })
    await proposeReuse(kari, next)
    expect(await owner().reuseProposal.count({ where: { reportId: report.id } })).toBe(21)
  })

  test('is told no, and the two alone know', async () => {
    const { kari, ola, report } = await begin()
    await proposeReuse(kari, { reportId: report.id, municipality: ola.municipality.number, note: '' })
    const [asked] = (await ownReuse(ola)).asked
    const third = await makeStaff()
    for (const actor of [third, await makeAdvisor(), visitor])
      expect(await read(actor, (tx) => tx.reuseProposal.count({ where: { reportId: report.id } }))).toBe(0)
    for (const actor of [kari, third])
      await expect(declineProposal(actor, { proposalId: asked?.id ?? '' })).rejects.toMatchObject({ reason: 'not-found' })
    await declineProposal(ola, { proposalId: asked?.id ?? '' })
    expect((await reusePage(kari, report.slug))?.proposals).toMatchObject([{ isConfirmed: false }])
  })

  test('proposes neither itself, nor another’s report, nor one that the adopter may not read', async () => {
    const { kari, ola, report } = await begin()
    const propose = (actor: typeof kari, reportId: string, number: string) =>
      proposeReuse(actor, { reportId, municipality: number, note: '' })
    await expect(propose(kari, report.id, kari.municipality.number)).rejects.toMatchObject({ reason: 'not-found' })
    await expect(propose(ola, report.id, kari.municipality.number)).rejects.toMatchObject({ reason: 'forbidden' })
    const hidden = await makeReport(kari, await makeProject(kari), { visibility: 'municipality' })
    await expect(propose(kari, hidden.id, ola.municipality.number)).rejects.toMatchObject({ reason: 'conflict' })
  })
})

test('who copied a shared project is asked whether they use it once it has a report, and counts when they say so', async () => {
  const source = await beginShared()
  const copy = await beginShared(source)
  expect((await ownReuse(copy.staff)).copied).toEqual([])
  await publishFirst(source)
  const { id, slug } = source.report ?? { id: '', slug: '' }
  expect((await ownReuse(copy.staff)).copied).toMatchObject([{ slug, municipality: source.staff.municipality.name }])
  expect(await proposalsWaiting(copy.staff)).toBe(1)
  expect(await owner().reuse.count({ where: { reportId: id } })).toBe(0)
  await saveReuse(copy.staff, said(id))
  expect((await ownReuse(copy.staff)).copied).toEqual([])
  expect((await ownReuse(source.staff)).copied).toEqual([])
})
