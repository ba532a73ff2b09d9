import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Staff, visitor } from '@/lib/platform/actor'
import { makeProject, makeReport, makeReuse, makeStaff, owner } from '@/lib/testing/builders'
import { lineagePage, reachOfReport } from './queries'
import { buildersOn, type LineageNode, type LineageReport, nodeOf, treeOf } from './rules'

async function reportOn(parent: { id: string } | null, overrides: Parameters<typeof makeReport>[2] = {}) {
  const staff = await makeStaff()
  const report = await makeReport(staff, await makeProject(staff), overrides)
  if (parent) await owner().experienceReport.update({ where: { id: report.id }, data: { buildsOnReportId: parent.id } })
  return { ...report, staff }
}

const flat = (nodes: LineageNode[]): LineageNode[] => nodes.flatMap((node) => [node, ...flat(node.children)])

describe('the lineage of a report', () => {
  test('is the same tree from wherever one looks, over any depth', async () => {
    const chain = [await reportOn(null)]
    for (let depth = 1; depth < 12; depth += 1) chain.push(await reportOn(chain.at(-1) ?? null))
    const side = await reportOn(chain[3] ?? null)
    const expected = [...chain, side].map((one) => one.id).sort()
    for (const from of [chain[0], chain[6], chain[11]]) {
      const page = await lineagePage((await makeStaff()) satisfies Staff, from?.slug ?? '')
      expect(
        flat(page?.tree ?? [])
          .map((node) => node.id)
          .sort(),
      ).toEqual(expected)
      expect(page?.tree).toHaveLength(1)
    }
    expect((await reachOfReport(await makeStaff(), chain[0]?.id ?? '')).count).toBe(12)
  })

  test('counts municipalities once, also those that come by another', async () => {
    const first = await reportOn(null)
    const larvik = await reportOn(first)
    const [direct, both, undecided] = [await makeStaff(), await makeStaff(), await makeStaff()]
    await makeReuse(direct, first)
    await makeReuse(both, first)
    await makeReuse(both, larvik)
    await makeReuse(larvik.staff, first)
    await makeReuse(undecided, larvik, { state: 'considering' })
    await makeReuse(undecided, first, { confirmedOn: null })
    expect(await reachOfReport(direct, first.id)).toEqual({
      count: 3,
      via: [{ municipality: larvik.staff.municipality.name, count: 1 }],
    })
  })

  test('shows nothing of what the reader may not read, nor what hangs on it alone', async () => {
    const first = await reportOn(null, { visibility: 'open' })
    const hidden = await reportOn(first, { visibility: 'municipality' })
    const below = await reportOn(hidden, { visibility: 'open' })
    await makeReuse(await makeStaff(), hidden)
    for (const actor of [visitor, await makeStaff(), first.staff]) {
      const page = await lineagePage(actor, first.slug)
      expect(flat(page?.tree ?? []).map((node) => node.id)).toEqual([first.id])
      expect(page?.reach).toEqual({ count: 0, via: [] })
      expect(flat((await lineagePage(actor, below.slug))?.tree ?? []).map((node) => node.id)).toEqual([below.id])
      expect(await lineagePage(actor, hidden.slug)).toBeNull()
    }
    const seen = flat((await lineagePage(hidden.staff, first.slug))?.tree ?? [])
    expect(seen.map((node) => node.id)).toEqual([first.id, hidden.id, below.id])
  })

  test('stands a circle, which cannot be', async () => {
    const first = await reportOn(null)
    const second = await reportOn(first)
    await owner().experienceReport.update({ where: { id: first.id }, data: { buildsOnReportId: second.id } })
    expect(flat((await lineagePage(first.staff, second.slug))?.tree ?? [])).toHaveLength(2)
  })

  test('says what each changed in the parts', async () => {
    const first = await reportOn(null)
    const second = await reportOn(first)
    const where = { reportId: second.id, kind: 'milestones' as const }
    await owner().reportPart.updateMany({ where, data: { content: [{ title: 'Noe nytt', offsetDays: 4 }] } })
    const page = await lineagePage(first.staff, first.slug)
    expect(page?.changes.get(second.id)).toEqual({ added: 1, changed: 0, removed: 2 })
    expect(page?.changes.has(first.id)).toBe(false)
  })
})

test('every report is in the tree once, whatever builds on what', () => {
  const node = fc.record({ id: fc.nat(9).map(String), parent: fc.option(fc.nat(9).map(String)) })
  fc.assert(
    fc.property(fc.uniqueArray(node, { selector: (one) => one.id }), (nodes) => {
      const reports = nodes.map(
        ({ id, parent }): LineageReport => ({
          id,
          parentId: parent,
          slug: id,
          title: id,
          municipality: { number: id, displayName: id },
        }),
      )
      const tree = treeOf(reports, [])
      expect(
        flat(tree)
          .map((one) => one.id)
          .sort(),
      ).toEqual(nodes.map((one) => one.id).sort())
      for (const one of flat(tree)) {
        expect(nodeOf(tree, one.id)?.id).toBe(one.id)
        expect(buildersOn(one).has(one.municipality.number)).toBe(false)
      }
    }),
  )
})
