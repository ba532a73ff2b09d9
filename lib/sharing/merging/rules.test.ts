import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PartItem, Parts } from '../parts'
import { isAlike, merge } from './rules'

type Risk = Parts['uncertainties'][number]

const word = fc.constantFrom('a', 'b', 'c')
const risk: fc.Arbitrary<Risk> = fc.record({
  key: fc.constant('k'),
  kind: fc.constantFrom('risk' as const, 'opportunity' as const),
  title: word,
  cause: word,
  consequenceText: word,
  proximity: fc.constantFrom('this_phase' as const, 'immediate' as const),
  strategy: fc.constantFrom('reduce' as const, 'accept' as const),
  probability: fc.integer({ min: 1, max: 3 }),
  consequence: fc.integer({ min: 1, max: 3 }),
  probabilityAfter: fc.constant(1),
  consequenceAfter: fc.constant(1),
  actions: fc.uniqueArray(word),
})
const three = fc.tuple(risk, risk, risk)
const same = (one: PartItem | null, other: PartItem | null) =>
  expect(isAlike(one, other), JSON.stringify([one, other])).toBe(true)

describe('three become one', () => {
  test('theirs where nothing was changed here, mine where nothing was changed there, and neither needs a choice', () => {
    fc.assert(
      fc.property(risk, risk, (base, other) => {
        for (const sides of [
          { base, theirs: other, mine: base },
          { base, theirs: base, mine: other },
          { base, theirs: other, mine: other },
        ]) {
          const { item, conflicts } = merge(sides)
          same(item, other)
          expect(conflicts).toEqual([])
        }
      }),
    )
  })

  test('every field is as one of the sides has it, and as the one that changed it where only one did', () => {
    fc.assert(
      fc.property(three, ([base, theirs, mine]) => {
        const merged = merge({ base, theirs, mine }).item as Risk
        for (const name of ['title', 'cause', 'proximity', 'probability'] as const) {
          if (base[name] === theirs[name]) expect(merged[name]).toBe(mine[name])
          else if (base[name] === mine[name]) expect(merged[name]).toBe(theirs[name])
          else expect([theirs[name], mine[name]]).toContain(merged[name])
        }
      }),
    )
  })

  test('what both have changed differently is asked about, and becomes what is chosen', () => {
    fc.assert(
      fc.property(three, fc.constantFrom('theirs' as const, 'mine' as const), ([base, theirs, mine], side) => {
        const { conflicts } = merge({ base, theirs, mine })
        const chosen = Object.fromEntries(conflicts.map((name) => [name, side]))
        const after = merge({ base, theirs, mine }, chosen)
        expect(after.conflicts).toEqual([])
        const [item, from] = [after.item as Risk, side === 'theirs' ? theirs : mine]
        for (const name of conflicts as (keyof Risk)[]) expect(item[name]).toEqual(from[name])
      }),
    )
  })

  test('a strategy comes with its kind, and an end with its start', () => {
    fc.assert(
      fc.property(three, ([base, theirs, mine]) => {
        const merged = merge({ base, theirs, mine }).item as Risk
        expect([theirs, mine].some(({ kind, strategy }) => kind === merged.kind && strategy === merged.strategy)).toBe(true)
      }),
    )
    const span = (startOffsetDays: number, endOffsetDays: number) => ({
      ...{ key: 'k', title: 'Skjema', quality: '', acceptance: '' },
      ...{ startOffsetDays, endOffsetDays },
    })
    const sides = { base: span(0, 10), theirs: span(8, 10), mine: span(0, 5) }
    expect(merge(sides).conflicts).toEqual(['startOffsetDays'])
    expect(merge(sides, { startOffsetDays: 'theirs' }).item).toEqual(span(8, 10))
  })

  test('lists keep what both have added, and lose what either took out', () => {
    fc.assert(
      fc.property(three, ([base, theirs, mine]) => {
        const { actions } = merge({ base, theirs, mine }).item as Risk
        for (const action of ['a', 'b', 'c']) {
          const [was, there, here] = [base, theirs, mine].map((one) => one.actions.includes(action))
          expect(actions.includes(action)).toBe(was ? there && here : there || here)
        }
      }),
    )
  })

  test('what is gone at the source is gone, what is gone here is theirs', () => {
    fc.assert(
      fc.property(risk, risk, (base, one) => {
        expect(merge({ base, theirs: null, mine: one })).toEqual({ item: null, conflicts: [] })
        expect(merge({ base, theirs: one, mine: null })).toEqual({ item: one, conflicts: [] })
      }),
    )
  })

  test('without a base, all that differs is asked about', () => {
    const [theirs, mine] = [
      { title: 'Oppstart', offsetDays: 1 },
      { title: 'Oppstart', offsetDays: 4 },
    ]
    expect(merge({ base: null, theirs, mine }).conflicts).toEqual(['offsetDays'])
    expect(merge({ base: null, theirs, mine }, { offsetDays: 'theirs' }).item).toEqual(theirs)
  })
})
