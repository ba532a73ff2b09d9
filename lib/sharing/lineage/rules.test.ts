import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  ancestorsOf,
  buildersOn,
  type LineageCase,
  type LineageNode,
  picturePlaces,
  reachOf,
  reportsAbove,
  treeOf,
} from './rules'

const flat = (nodes: LineageNode[]): LineageNode[] => nodes.flatMap((node) => [node, ...flat(node.children)])

/** Cases that build on any others, themselves and one another included. */
const graph = fc
  .uniqueArray(fc.record({ id: fc.nat(9).map(String), parentIds: fc.uniqueArray(fc.nat(9).map(String), { maxLength: 3 }) }), {
    selector: (one) => one.id,
  })
  .map((nodes) =>
    nodes.map(({ id, parentIds }): LineageCase => {
      const municipality = { number: String(Number(id) % 6), displayName: `K${Number(id) % 6}` }
      return { id, parentIds, reportId: Number(id) % 3 === 0 ? null : id, slug: id, title: id, municipality }
    }),
  )
const reuses = fc.array(
  fc.record({ reportId: fc.nat(9).map(String), number: fc.nat(8).map(String) }).map(({ reportId, number }) => ({
    ...{ reportId, state: 'in_operation' as const },
    municipality: { number, displayName: `K${number}` },
  })),
  { maxLength: 8 },
)

test('every case is in the tree once, whatever builds on what, and nothing it was built on is forgotten', () => {
  fc.assert(
    fc.property(graph, (cases) => {
      const tree = treeOf(cases, [])
      expect(
        flat(tree)
          .map((one) => one.id)
          .sort(),
      ).toEqual(cases.map((one) => one.id).sort())
      for (const one of flat(tree)) {
        const shown = [...flat(tree).filter((above) => above.children.includes(one)), ...one.alsoOn].map(({ id }) => id)
        expect(new Set(shown).size).toBe(shown.length)
        for (const id of shown) expect(one.parentIds).toContain(id)
        for (const child of one.children) expect(child.depth).toBe(one.depth + 1)
      }
    }),
  )
})

test('in the picture no two lie on one another, and every line goes to the right', () => {
  fc.assert(
    fc.property(graph, (cases) => {
      const { places } = picturePlaces(treeOf(cases, []))
      expect(places.map((place) => place.node.id).sort()).toEqual(cases.map((one) => one.id).sort())
      expect(new Set(places.map(({ column, row }) => `${column} ${row}`)).size).toBe(places.length)
      for (const { column, parents } of places) for (const parent of parents) expect(parent.column).toBeLessThan(column)
    }),
  )
})

test('each municipality is counted once, never one’s own, and those by a way are among all', () => {
  fc.assert(
    fc.property(graph, reuses, (cases, said) => {
      for (const { id, municipality } of cases) {
        const builders = buildersOn(cases, said, id)
        expect(builders.has(municipality.number)).toBe(false)
        const { count, via } = reachOf(cases, said, id)
        expect(count).toBe(builders.size)
        for (const way of via) expect(way.count).toBeLessThanOrEqual(count)
      }
    }),
  )
})

test('what lies above is what one builds on, by any way, nearest first', () => {
  fc.assert(
    fc.property(graph, (cases) => {
      for (const one of cases) {
        const above = ancestorsOf(cases, one.id)
        expect(above).not.toContain(one)
        for (const parent of cases) if (one.parentIds.includes(parent.id) && parent !== one) expect(above).toContain(parent)
        for (const found of reportsAbove(cases, one.id))
          expect([above.includes(found), found.reportId !== null]).toEqual([true, true])
      }
    }),
  )
})
