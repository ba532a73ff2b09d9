import { describe, expect, test } from 'vitest'
import { reportPage } from '@/lib/experiences/queries'
import { visitor } from '@/lib/platform/actor'
import { newId } from '@/lib/platform/ids'
import { projectOverview } from '@/lib/projects/overview/queries'
import { makeReuse, makeStaff, owner } from '@/lib/testing/builders'
import { beginExchange, beginShared, copyMore, type Place, publishFirst } from '@/lib/testing/exchange'
import { copyProject } from '../commands'
import { lineagePage, reachOfReport } from './queries'
import type { LineageNode } from './rules'

const flat = (nodes: LineageNode[]): LineageNode[] => nodes.flatMap((node) => [node, ...flat(node.children)])
const idsOf = (page: Awaited<ReturnType<typeof lineagePage>>) =>
  flat(page?.tree ?? [])
    .map((node) => node.id)
    .sort()
const ids = (...places: Place[]) => places.map((place) => place.project.id).sort()
const reportOf = ({ report }: Place) => report ?? { id: '', slug: '' }
const name = ({ staff }: Place) => staff.municipality.name
const see = (place: Place, visibility: 'open' | 'municipality') =>
  owner().experienceReport.update({ where: { id: reportOf(place).id }, data: { visibility }, select: { id: true } })

describe('the lineage of a report', () => {
  test('is the same from wherever one looks, over any depth', async () => {
    const chain = [await beginExchange()]
    for (let depth = 1; depth < 7; depth += 1) chain.push(await beginExchange(chain.at(-1)))
    const side = await beginExchange(chain[3])
    for (const from of [chain[0], chain[3], chain[6]]) {
      const page = await lineagePage(await makeStaff(), from ? reportOf(from).slug : '')
      expect(idsOf(page)).toEqual(ids(...chain, side))
      expect(page?.tree).toHaveLength(1)
    }
    expect((await reachOfReport(await makeStaff(), chain[0] ? reportOf(chain[0]).id : '')).count).toBe(7)
    const above = (await reportPage(await makeStaff(), reportOf(side).slug))?.lineage
    expect(above?.map(({ municipality }) => municipality)).toEqual([3, 2, 1, 0].map((n) => chain[n] && name(chain[n])))
  })

  test('has two ways to one that was built on two, and counts it once', async () => {
    const first = await beginExchange()
    const second = await beginExchange(first)
    const other = await beginExchange()
    const both = await beginExchange(second)
    await copyMore(both, other)
    await copyMore(both, first)
    const page = await lineagePage(await makeStaff(), reportOf(both).slug)
    expect(idsOf(page)).toEqual(ids(first, second, other, both))
    const node = flat(page?.tree ?? []).find(({ id }) => id === both.project.id)
    // Shown under the nearest; the rest are named.
    expect(node?.depth).toBe(2)
    expect(node?.alsoOn.map(({ id }) => id).sort()).toEqual(ids(first, other))
    expect(await reachOfReport(both.staff, reportOf(first).id)).toEqual({
      count: 2,
      via: [{ municipality: name(second), count: 1 }],
    })
    expect((await reachOfReport(both.staff, reportOf(other).id)).count).toBe(1)
    const above = (await reportPage(await makeStaff(), reportOf(both).slug))?.lineage.map(({ municipality }) => municipality)
    expect(above?.sort()).toEqual([first, second, other].map(name).sort())
  })

  test('goes on by way of a shared project without a report, and takes in what is copied and published later', async () => {
    const first = await beginExchange()
    const middle = await beginShared(first)
    const last = await beginExchange(middle)
    const page = await lineagePage(await makeStaff(), reportOf(last).slug)
    expect(idsOf(page)).toEqual(ids(first, middle, last))
    expect(flat(page?.tree ?? []).find(({ id }) => id === middle.project.id)?.slug).toBeNull()
    // What the last changed is held against the nearest that has told of itself.
    expect(page?.changes.get(last.project.id)).toEqual({ added: 0, changed: 0, removed: 0 })
    expect((await reachOfReport(last.staff, reportOf(first).id)).count).toBe(2)
    const { projectId } = await copyProject(await makeStaff(), {
      ...{ projectId: middle.project.id, title: 'Videre', startOn: '2027-08-02', parts: ['milestones'] },
    })
    const copy = await owner().projectCopy.findFirstOrThrow({ where: { projectId } })
    expect(copy.origins).toMatchObject([
      { municipality: name(middle), reportSlug: null, projectId: middle.project.id },
      { municipality: name(first), reportSlug: reportOf(first).slug },
    ])
    expect((await projectOverview(last.staff, middle.project.id))?.origins).toMatchObject([{ municipality: name(first) }])
    await publishFirst(middle)
    const after = await lineagePage(await makeStaff(), reportOf(last).slug)
    expect(flat(after?.tree ?? []).find(({ id }) => id === middle.project.id)?.slug).toBe(reportOf(middle).slug)
  })

  test('counts municipalities once, also those that come by another', async () => {
    const first = await beginExchange()
    const larvik = await beginExchange(first)
    const [direct, both, undecided] = [await makeStaff(), await makeStaff(), await makeStaff()]
    await makeReuse(direct, reportOf(first))
    await makeReuse(both, reportOf(first))
    await makeReuse(both, reportOf(larvik))
    await makeReuse(undecided, reportOf(larvik), { state: 'considering' })
    await makeReuse(undecided, reportOf(first), { confirmedOn: null })
    expect(await reachOfReport(direct, reportOf(first).id)).toEqual({ count: 3, via: [{ municipality: name(larvik), count: 1 }] })
  })

  test('shows nothing of what the reader may not read, nor what hangs on it alone', async () => {
    const first = await beginExchange()
    const hidden = await beginExchange(first)
    const below = await beginExchange(hidden)
    await makeReuse(await makeStaff(), reportOf(hidden))
    for (const place of [first, below]) await see(place, 'open')
    await see(hidden, 'municipality')
    // They have said that they use it: that is theirs to tell.
    await owner().reuse.deleteMany({ where: { municipalityId: hidden.staff.municipality.id } })
    for (const actor of [visitor, await makeStaff(), first.staff]) {
      const page = await lineagePage(actor, reportOf(first).slug)
      expect(idsOf(page)).toEqual(ids(first))
      expect(page?.reach).toEqual({ count: 0, via: [] })
      expect(idsOf(await lineagePage(actor, reportOf(below).slug))).toEqual(ids(below))
      expect((await reportPage(actor, reportOf(below).slug))?.lineage).toEqual([])
      expect(await lineagePage(actor, reportOf(hidden).slug)).toBeNull()
    }
    const seen = flat((await lineagePage(hidden.staff, reportOf(first).slug))?.tree ?? [])
    expect(seen.map((node) => node.id)).toEqual([first, hidden, below].map((place) => place.project.id))
  })

  test('does not show a copy that its municipality keeps to itself', async () => {
    const first = await beginExchange()
    const copy = await beginShared(first, { visibility: 'municipality' })
    for (const actor of [visitor, await makeStaff(), first.staff, copy.staff])
      expect(idsOf(await lineagePage(actor, reportOf(first).slug))).not.toContain(copy.project.id)
  })

  test('stands a circle, which cannot be', async () => {
    const first = await beginExchange()
    const second = await beginExchange(first)
    const { id: _, ...row } = await owner().projectCopy.findFirstOrThrow({ where: { projectId: second.project.id } })
    await owner().projectCopy.create({
      data: {
        ...{ ...row, id: newId(), origins: [], municipalityId: first.staff.municipality.id, projectId: first.project.id },
        ...{ sourceMunicipalityId: second.staff.municipality.id, sourceProjectId: second.project.id },
      },
    })
    expect(idsOf(await lineagePage(first.staff, reportOf(second).slug))).toEqual(ids(first, second))
  })

  test('says what each changed in the parts', async () => {
    const first = await beginExchange()
    const second = await beginExchange(first)
    const where = { reportId: reportOf(second).id, kind: 'milestones' as const }
    await owner().reportPart.updateMany({ where, data: { content: [{ title: 'Noe nytt', offsetDays: 4 }] } })
    const page = await lineagePage(first.staff, reportOf(first).slug)
    expect(page?.changes.get(second.project.id)).toEqual({ added: 1, changed: 0, removed: 2 })
    expect(page?.changes.has(first.project.id)).toBe(false)
  })
})
