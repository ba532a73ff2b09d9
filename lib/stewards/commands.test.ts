import { describe, expect, test } from 'vitest'
import { noticePage } from '@/lib/news/queries'
import { visitor } from '@/lib/platform/actor'
import { askQuestion } from '@/lib/questions/commands'
import { makeProject, makeReport, makeStaff, owner } from '@/lib/testing/builders'
import { handOver, setSteward } from './commands'
import { contactsOf } from './contacts/queries'
import { answersFor, stewardships } from './overview/queries'
import { stewardPage } from './queries'

async function begin() {
  const kari = await makeStaff()
  const { municipality } = kari
  const [nils, alf] = [await makeStaff({ municipality, name: 'Nils' }), await makeStaff({ municipality, name: 'Alf' })]
  const boss = await makeStaff({ municipality, roles: ['member', 'portfolio_manager'], name: 'Sjefen' })
  const report = await makeReport(kari, await makeProject(kari))
  const asked = async () => {
    const { questionId } = await askQuestion(await makeStaff(), { slug: report.slug, text: 'Hva?', audience: 'all' })
    return questionId
  }
  const told = async (actor: typeof kari) =>
    (await noticePage(actor, 1)).notices.filter(({ kind }) => kind === 'question_asked').length
  return { kari, nils, alf, boss, report, asked, told }
}

describe('the steward of a report', () => {
  test('is asked, and so is the stand-in; those who ran the project are no longer', async () => {
    const { kari, nils, alf, report, asked, told } = await begin()
    await asked()
    expect(await told(kari)).toBe(1)
    await setSteward(kari, { slug: report.slug, personId: nils.personId, standInId: alf.personId, version: 0 })
    await asked()
    expect([await told(kari), await told(nils), await told(alf)]).toEqual([1, 1, 1])
  })

  test('who has left is stepped in for by the stand-in, then by whoever minds the portfolio', async () => {
    const { kari, nils, alf, boss, report, asked, told } = await begin()
    await setSteward(kari, { slug: report.slug, personId: nils.personId, standInId: alf.personId, version: 0 })
    const leave = (personId: string) => owner().person.update({ where: { id: personId }, data: { status: 'deactivated' } })
    await leave(nils.personId)
    await asked()
    expect([await told(alf), await told(boss)]).toEqual([1, 0])
    for (const person of [alf, kari]) await leave(person.personId)
    await asked()
    expect(await told(boss)).toBe(1)
  })

  test('is chosen by those who answer for the report, among colleagues, once', async () => {
    const { kari, nils, alf, report } = await begin()
    const choice = { slug: report.slug, personId: nils.personId, standInId: '', version: 0 }
    await expect(setSteward(alf, choice)).rejects.toMatchObject({ reason: 'forbidden' })
    const stranger = await makeStaff()
    await expect(setSteward(stranger, choice)).rejects.toMatchObject({ reason: 'forbidden' })
    await expect(setSteward(kari, { ...choice, personId: stranger.personId })).rejects.toMatchObject({
      fields: { personId: 'errors.unknown' },
    })
    await setSteward(kari, choice)
    await expect(setSteward(kari, choice)).rejects.toMatchObject({ reason: 'conflict' })
    await setSteward(nils, { ...choice, standInId: alf.personId, version: 1 })
    expect(await stewardPage(kari, report.slug)).toMatchObject({ name: 'Nils', standIn: 'Alf', version: 2 })
    expect(await stewardPage(stranger, report.slug)).toBeNull()
  })

  test('hands everything over at once, and nobody stands in for themselves', async () => {
    const { kari, nils, alf, boss, report } = await begin()
    const second = await makeReport(kari, await makeProject(kari))
    await setSteward(kari, { slug: report.slug, personId: nils.personId, standInId: alf.personId, version: 0 })
    await setSteward(kari, { slug: second.slug, personId: alf.personId, standInId: nils.personId, version: 0 })
    await expect(handOver(kari, { fromId: nils.personId, toId: alf.personId })).rejects.toMatchObject({ reason: 'forbidden' })
    expect(await handOver(boss, { fromId: nils.personId, toId: alf.personId })).toEqual({ count: 1 })
    const rows = await owner().reportSteward.findMany({ where: { reportId: { in: [report.id, second.id] } } })
    expect(rows.map(({ personId, standInId }) => [personId, standInId])).toEqual([
      [alf.personId, null],
      [alf.personId, null],
    ])
  })

  test('that is missing stands first in the overview, then a stand-in that has left', async () => {
    const { kari, nils, alf, boss, report } = await begin()
    const [lone, third] = [await makeReport(kari, await makeProject(kari)), await makeReport(kari, await makeProject(kari))]
    await setSteward(kari, { slug: report.slug, personId: nils.personId, standInId: '', version: 0 })
    await setSteward(kari, { slug: third.slug, personId: kari.personId, standInId: alf.personId, version: 0 })
    await owner().person.update({ where: { id: alf.personId }, data: { status: 'deactivated' } })
    const page = await stewardships(boss, 1)
    expect(page?.reports.map(({ slug, isMissing, standInHasLeft }) => [slug, isMissing, standInHasLeft])).toEqual([
      [lone.slug, true, false],
      [third.slug, false, true],
      [report.slug, false, false],
    ])
    // Those who only stand in can be handed over for too; who has left stands first.
    expect(page?.holders).toMatchObject([
      { name: 'Alf', status: 'deactivated', count: 1 },
      { name: 'Kari Nordmann' },
      { name: 'Nils' },
    ])
    expect([await answersFor(boss, alf.personId), await answersFor(boss, boss.personId)]).toEqual([1, 0])
    expect(await stewardships(kari, 1)).toBeNull()
  })

  test('is said in the trail with who it was before', async () => {
    const { kari, nils, alf, report } = await begin()
    await setSteward(kari, { slug: report.slug, personId: nils.personId, standInId: '', version: 0 })
    await setSteward(nils, { slug: report.slug, personId: alf.personId, standInId: nils.personId, version: 1 })
    const trail = await owner().auditEvent.findMany({
      where: { action: 'report.steward', subjectId: report.id },
      orderBy: { at: 'asc' },
    })
    expect(trail.map(({ detail }) => detail)).toMatchObject([
      { fromId: null, toId: nils.personId, standInToId: null },
      { fromId: nils.personId, toId: alf.personId, standInFromId: null, standInToId: nils.personId },
    ])
  })
})

describe('whom to call about a report', () => {
  test('is told by name to those who are signed in, by title to visitors, and to nobody who may not read it', async () => {
    const { kari, nils, alf, report } = await begin()
    await owner().person.update({ where: { id: nils.personId }, data: { email: 'nils@fagervik.example' } })
    await setSteward(kari, { slug: report.slug, personId: nils.personId, standInId: alf.personId, version: 0 })
    const stranger = await makeStaff()
    expect(await contactsOf(stranger, report.id)).toEqual([
      { place: 1, isStandIn: false, name: 'Nils', jobTitle: 'Rådgiver', email: 'nils@fagervik.example' },
      { place: 2, isStandIn: true, name: 'Alf', jobTitle: 'Rådgiver', email: null },
    ])
    expect(await contactsOf(visitor, report.id)).toEqual([])
    await owner().experienceReport.update({ where: { id: report.id }, data: { visibility: 'open' } })
    expect(await contactsOf(visitor, report.id)).toMatchObject([
      { name: null, jobTitle: 'Rådgiver', email: null },
      { name: null },
    ])
    await owner().experienceReport.update({ where: { id: report.id }, data: { visibility: 'municipality' } })
    expect(await contactsOf(stranger, report.id)).toEqual([])
  })

  test('is the stand-in alone when the steward has left', async () => {
    const { kari, nils, alf, report } = await begin()
    await setSteward(kari, { slug: report.slug, personId: nils.personId, standInId: alf.personId, version: 0 })
    await owner().person.update({ where: { id: nils.personId }, data: { status: 'deactivated' } })
    expect(await contactsOf(kari, report.id)).toMatchObject([{ isStandIn: false, name: 'Alf' }])
  })
})
