import { describe, expect, test } from 'vitest'
import { type Staff, visitor } from '@/lib/platform/actor'
import { isoDate } from '@/lib/platform/dates'
import { makeAdvisor, makeProject, makeReport, makeStaff, owner } from '@/lib/testing/builders'
import { changePack, deletePack, makePack, movePackItem, putPackItem, removePackItem, setPackStatus } from './commands'
import { packDesk, packList, packPage } from './queries'
import { takePack } from './taking/commands'
import { type TakePackInput, takePackInput } from './taking/input'

const words = { title: 'Digitalt for små kommuner', lead: 'Det første å gjøre', fromPopulation: null, toPopulation: 5000 }

/** A published pack of two cases of Kari's. */
async function begin() {
  const [advisor, kari] = [await makeAdvisor(), await makeStaff()]
  const reports = [await makeReport(kari, await makeProject(kari)), await makeReport(kari, await makeProject(kari))]
  const { packId } = await makePack(advisor, words)
  for (const [index, { slug }] of reports.entries())
    await putPackItem(advisor, {
      packId,
      version: index + 1,
      slug,
      note: 'Lett å begynne med',
      roles: ['project_owner', 'benefit_owner'],
    })
  await setPackStatus(advisor, { packId, version: 3, status: 'published' })
  const { slug } = await owner().starterPack.findUniqueOrThrow({ where: { id: packId } })
  const boss = await makeStaff({ roles: ['member', 'portfolio_manager'] })
  const items = (await packPage(boss, slug))?.pack.items.map(({ id }) => id) ?? []
  const take = (actor: Staff = boss, more: Partial<TakePackInput> = {}) =>
    takePack(actor, {
      ...{ slug, title: 'Vårt digitale løft', startOn: '2027-01-04', apart: 2, items, titles: {}, takenBefore: null },
      ...more,
    })
  return { advisor, kari, reports, packId, slug, boss, items, take }
}

describe('a starter pack', () => {
  test('is taken in one step: a programme with a project a case, their parts, and a task a role', async () => {
    const { boss, reports, take } = await begin()
    const { programmeId } = await take()
    const projects = await owner().project.findMany({
      where: { programmes: { some: { programmeId } } },
      orderBy: { title: 'asc' },
      select: {
        title: true,
        municipalityId: true,
        tasks: { select: { title: true } },
        _count: { select: { checklist: true, uncertainties: true } },
      },
    })
    expect(projects.map(({ municipalityId }) => municipalityId)).toEqual(reports.map(() => boss.municipality.id))
    for (const { tasks, _count } of projects) {
      expect(tasks.map(({ title }) => title)).toEqual(expect.arrayContaining(['Utpek prosjekteier', 'Utpek gevinstansvarlig']))
      expect(_count.checklist + _count.uncertainties).toBeGreaterThan(0)
    }
    expect(await owner().reuse.count({ where: { municipalityId: boss.municipality.id } })).toBe(2)
  })

  test('becomes projects in the names that were chosen, one after the other', async () => {
    const { items, take } = await begin()
    const { programmeId } = await take(undefined, { titles: { [items[1] ?? '']: 'Vår egen søknad' } })
    const projects = await owner().project.findMany({
      where: { programmes: { some: { programmeId } } },
      orderBy: { startOn: 'asc' },
      select: { title: true, startOn: true },
    })
    expect(projects.map(({ startOn }) => isoDate(startOn))).toEqual(['2027-01-04', '2027-03-04'])
    expect(projects.map(({ title }) => title)[1]).toBe('Vår egen søknad')
  })

  test('with a case of one’s own is taken without it', async () => {
    const { advisor, packId, slug, items, take } = await begin()
    const boss = await makeStaff({ roles: ['member', 'portfolio_manager'] })
    const own = await makeReport(boss, await makeProject(boss))
    await putPackItem(advisor, { packId, version: 4, slug: own.slug, note: '', roles: [] })
    const shown = (await packPage(boss, slug))?.pack.items ?? []
    expect(shown.map(({ isOwn }) => isOwn)).toEqual([false, false, true])
    const ownId = shown[2]?.id ?? ''
    await expect(take(boss, { items: [...items, ownId] })).rejects.toMatchObject({
      fields: { [`items[]-${ownId}`]: 'errors.caseGone' },
    })
    const { programmeId } = await take(boss)
    expect(await owner().programmeProject.count({ where: { programmeId } })).toBe(2)
  })

  test('taken twice at once is taken once; again, by those who know', async () => {
    const { boss, slug, take } = await begin()
    const both = await Promise.allSettled([take(), take()])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(both.find((one) => one.status === 'rejected')?.reason).toMatchObject({
      fields: { title: 'errors.packTakenMeanwhile' },
    })
    const programme = (await packPage(boss, slug))?.taken?.programme
    await take(undefined, { takenBefore: programme?.id ?? null })
    expect(await owner().programme.count({ where: { municipalityId: boss.municipality.id } })).toBe(2)
  })

  test('says which case cannot be copied', async () => {
    const { reports, items, take } = await begin()
    await owner().reportPart.updateMany({ where: { reportId: reports[0]?.id }, data: { content: [] } })
    await expect(take()).rejects.toMatchObject({ fields: { [`items[]-${items[0]}`]: 'errors.caseCannotBeTaken' } })
  })

  test('tells the advisor of a case that is no longer shared, and can be rid of it', async () => {
    const { advisor, packId, reports, slug, boss } = await begin()
    await owner().experienceReport.update({ where: { id: reports[0]?.id }, data: { status: 'withdrawn' } })
    const desk = await packDesk(advisor, packId)
    expect([desk?.items.length, desk?.gone]).toMatchObject([1, [{ note: 'Lett å begynne med' }]])
    expect((await packPage(boss, slug))?.pack.items).toHaveLength(1)
    await removePackItem(advisor, { packId, version: 4, itemId: desk?.gone[0]?.id ?? '' })
    expect((await packDesk(advisor, packId))?.gone).toEqual([])
  })

  test('is deleted when nobody reads it; what was made of it stays', async () => {
    const { advisor, kari, packId, boss, take } = await begin()
    const { programmeId } = await take()
    await expect(deletePack(advisor, { packId, version: 4 })).rejects.toMatchObject({ reason: 'conflict' })
    await setPackStatus(advisor, { packId, version: 4, status: 'draft' })
    await expect(deletePack(kari, { packId, version: 5 })).rejects.toMatchObject({ reason: 'forbidden' })
    await deletePack(advisor, { packId, version: 5 })
    expect(await packDesk(advisor, packId)).toBeNull()
    expect(await owner().starterPackTaken.findFirst({ where: { programmeId } })).toMatchObject({
      packId: null,
      municipalityId: boss.municipality.id,
    })
  })

  test('is remembered as taken by those who took it, and nobody else', async () => {
    const { advisor, kari, boss, slug, take } = await begin()
    await take()
    expect((await packPage(boss, slug))?.taken?.programme).toMatchObject({ title: 'Vårt digitale løft' })
    for (const actor of [advisor, kari, visitor]) expect((await packPage(actor, slug))?.taken ?? null).toBeNull()
  })

  test('is taken whole or not at all, and only by those who mind the portfolio', async () => {
    const { boss, reports, items, take } = await begin()
    await expect(take(await makeStaff())).rejects.toMatchObject({ reason: 'forbidden' })
    await owner().experienceReport.update({ where: { id: reports[1]?.id }, data: { visibility: 'municipality' } })
    await expect(take()).rejects.toMatchObject({ reason: 'conflict', fields: { [`items[]-${items[1]}`]: 'errors.caseGone' } })
    expect(await owner().project.count({ where: { municipalityId: boss.municipality.id } })).toBe(0)
    expect(await owner().programme.count({ where: { municipalityId: boss.municipality.id } })).toBe(0)
  })

  test('holds only the cases its reader may read', async () => {
    const { advisor, slug, kari, reports } = await begin()
    await owner().experienceReport.update({ where: { id: reports[0]?.id }, data: { visibility: 'open' } })
    const seen = async (actor: Parameters<typeof packPage>[0]) => (await packPage(actor, slug))?.pack.items.length
    expect(await seen(visitor)).toBe(1)
    for (const actor of [advisor, kari]) expect(await seen(actor)).toBe(2)
  })

  test('is made and changed by advisors alone, the second of two is told, and an empty one is not published', async () => {
    const { advisor, kari, packId } = await begin()
    await expect(makePack(kari, words)).rejects.toMatchObject({ reason: 'forbidden' })
    await expect(changePack(kari, { ...words, packId, version: 4 })).rejects.toMatchObject({ reason: 'forbidden' })
    expect(await packDesk(kari, packId)).toBeNull()
    await changePack(advisor, { ...words, title: 'Nytt navn', packId, version: 4 })
    await expect(changePack(advisor, { ...words, packId, version: 4 })).rejects.toMatchObject({ reason: 'conflict' })
    const [first, second] = (await packDesk(advisor, packId))?.items ?? []
    await movePackItem(advisor, { packId, version: 5, itemId: second?.id ?? '', direction: 'up' })
    expect((await packDesk(advisor, packId))?.items.map(({ id }) => id)).toEqual([second?.id, first?.id])
    await setPackStatus(advisor, { packId, version: 6, status: 'draft' })
    await removePackItem(advisor, { packId, version: 7, itemId: first?.id ?? '' })
    await removePackItem(advisor, { packId, version: 8, itemId: second?.id ?? '' })
    await expect(setPackStatus(advisor, { packId, version: 9, status: 'published' })).rejects.toMatchObject({
      fields: { status: 'errors.packIsEmpty' },
    })
    expect((await packList(kari)).map(({ id }) => id)).not.toContain(packId)
  })

  test('for one’s own size stands first', async () => {
    const { advisor } = await begin()
    const small = await makeStaff()
    await owner().municipality.update({ where: { id: small.municipality.id }, data: { population: 1200 } })
    const { packId } = await makePack(advisor, { ...words, title: 'For de største', fromPopulation: 100_000, toPopulation: null })
    const report = await makeReport(small, await makeProject(small))
    await putPackItem(advisor, { packId, version: 1, slug: report.slug, note: '', roles: [] })
    await setPackStatus(advisor, { packId, version: 2, status: 'published' })
    const packs = await packList(small)
    expect(packs[0]?.isForUs).toBe(true)
    expect(packs.at(-1)?.id).toBe(packId)
  })
})

test('what is sent of a pack is read as it was typed', () => {
  const id = '0192d3a4-0000-7000-8000-000000000001'
  const typed = { slug: 'x', title: 'Løft', startOn: '2027-01-04', apart: '3', items: [id], titles: { [id]: ' Søknad ' } }
  expect(takePackInput.parse(typed)).toMatchObject({ apart: 3, titles: { [id]: 'Søknad' }, takenBefore: null })
  expect(takePackInput.safeParse({ ...typed, items: Array.from({ length: 21 }, () => id) }).success).toBe(false)
})
