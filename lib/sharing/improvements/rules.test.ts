import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PartItem } from '../parts'
import { answeredBase, identityOf, isSame, lineUp, localChanges, type Suggestion, suggestionsOf } from './rules'

type Milestone = { key?: string; title: string; offsetDays: number }

/** Parts of few keys and few words, so that the same item is often on several sides, changed or not. */
const part = fc.uniqueArray(
  fc.record({ key: fc.constantFrom('a', 'b', 'c', 'd', 'e'), title: fc.constantFrom('Start', 'Slutt'), offsetDays: fc.nat(2) }),
  { selector: (item) => item.key, maxLength: 5 },
) as fc.Arbitrary<Milestone[]>
const three = fc.tuple(part, part, part)
const plain = (items: readonly PartItem[]) => items.map((item) => JSON.stringify(item)).sort()
const fromSource = (items: readonly PartItem[], sides: readonly PartItem[]) =>
  items.filter((item) => sides.some((one) => identityOf(one) === identityOf(item)))

/** The items as they will be when these suggestions are taken. */
function taken(mine: readonly PartItem[], suggestions: readonly Suggestion[]): PartItem[] {
  const replaced = new Map(suggestions.flatMap(({ mine: old, theirs }) => (old ? [[old, theirs] as const] : [])))
  const stay = mine.flatMap((item) => {
    if (!replaced.has(item)) return [item]
    const theirs = replaced.get(item)
    return theirs ? [theirs] : []
  })
  return [...stay, ...suggestions.flatMap(({ mine: old, theirs }) => (old === null && theirs ? [theirs] : []))]
}

describe('improvements', () => {
  test('a source that did not change suggests nothing', () => {
    fc.assert(
      fc.property(part, part, (base, mine) => {
        expect(suggestionsOf(base, base, mine)).toEqual([])
      }),
    )
  })

  test('nothing is suggested that is here already', () => {
    fc.assert(
      fc.property(part, part, (base, theirs) => {
        expect(suggestionsOf(base, theirs, theirs)).toEqual([])
      }),
    )
  })

  test('taking everything gives theirs where nothing was changed here', () => {
    fc.assert(
      fc.property(part, part, (base, theirs) => {
        expect(plain(taken(base, suggestionsOf(base, theirs, base)))).toEqual(plain(theirs))
      }),
    )
  })

  test('taking everything gives theirs of all they changed, and leaves the rest as it is here', () => {
    fc.assert(
      fc.property(three, ([base, theirs, mine]) => {
        const after = taken(mine, suggestionsOf(base, theirs, mine))
        for (const sides of lineUp(base, theirs, after))
          if (!isSame(sides.base, sides.theirs)) expect(isSame(sides.mine, sides.theirs)).toBe(true)
        const untouched = mine.filter((item) => !fromSource([item], [...base, ...theirs]).length)
        for (const item of untouched) expect(after).toContain(item)
      }),
    )
  })

  test('taking is done once: then there is nothing more to take', () => {
    fc.assert(
      fc.property(three, ([base, theirs, mine]) => {
        expect(suggestionsOf(base, theirs, taken(mine, suggestionsOf(base, theirs, mine)))).toEqual([])
      }),
    )
  })

  test('keeping gives mine, and is not asked about again until the source changes it again', () => {
    fc.assert(
      fc.property(three, part, ([base, theirs, mine], next) => {
        const answers = suggestionsOf(base, theirs, mine).map(({ key, theirs: item }) => ({ key, theirs: item }))
        const since = answeredBase(base, answers)
        expect(suggestionsOf(since, theirs, mine)).toEqual([])
        expect(taken(mine, [])).toEqual(mine)
        const asked = new Set(suggestionsOf(since, next, mine).map(({ key }) => key))
        for (const { key, theirs: answered } of answers) {
          const now = next.find((item) => item.key === key) ?? null
          if (isSame(now, answered)) expect(asked).not.toContain(key)
        }
      }),
    )
  })

  test('says whether it was changed here, too', () => {
    const base = [{ key: 'a', title: 'Start', offsetDays: 1 }]
    const theirs = [{ key: 'a', title: 'Start', offsetDays: 2 }]
    const of = (mine: Milestone[]) =>
      suggestionsOf(base, theirs, mine).map(({ change, isBothChanged }) => [change, isBothChanged])
    expect(of(base)).toEqual([['changed', false]])
    expect(of([{ key: 'a', title: 'Vår start', offsetDays: 1 }])).toEqual([['changed', true]])
    expect(of([])).toEqual([['changed', true]])
    expect(suggestionsOf(base, [], base).map(({ change }) => change)).toEqual(['removed'])
    expect(suggestionsOf([], theirs, []).map(({ change }) => change)).toEqual(['added'])
  })

  test('what was published before items had keys is told apart by name', () => {
    const base = [{ title: 'Start', offsetDays: 1 }]
    const theirs = [{ key: 'a', title: 'Start', offsetDays: 2 }]
    expect(suggestionsOf(base, theirs, base)).toMatchObject([{ key: 'a', change: 'changed', isBothChanged: false }])
    expect(taken(base, suggestionsOf(base, theirs, base))).toEqual(theirs)
    // What we made ourselves is ours, whatever it is called.
    expect(suggestionsOf([], [], base)).toEqual([])
  })

  test('what was done here is what is offered back', () => {
    const base = [
      { key: 'a', title: 'Start', offsetDays: 1 },
      { key: 'b', title: 'Slutt', offsetDays: 9 },
    ]
    const mine = [
      { key: 'a', title: 'Start', offsetDays: 3 },
      { title: 'Vår egen', offsetDays: 5 },
    ]
    expect(localChanges(base, mine).map(({ key, change }) => [key, change])).toEqual([
      ['a', 'changed'],
      ['=Vår egen', 'added'],
      ['b', 'removed'],
    ])
  })
})
