import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { noParts, type PartItem, type Parts } from '@/lib/sharing/parts'
import { itemName } from '@/lib/sharing/rules'
import { countsOf, differenceOf, pairItems, type Side } from './rules'

type Milestone = Parts['milestones'][number]

const milestone = (title: string, offsetDays = 0, key?: string): Milestone => ({ ...(key && { key }), title, offsetDays })
const side = (milestones: Milestone[], origins: Record<string, string[]> = {}): Side => ({
  parts: { ...noParts(), milestones },
  origins: new Map(Object.entries(origins)),
})
const of = (left: Side, right: Side) => {
  const [kind] = differenceOf(left, right)
  if (!kind) throw new Error('nothing to compare')
  const names = (items: PartItem[]) => items.map(itemName)
  return {
    onlyLeft: names(kind.onlyLeft),
    onlyRight: names(kind.onlyRight),
    changed: kind.changed.map(({ left, right, fields }) => [itemName(left), itemName(right), fields]),
    same: names(kind.same),
  }
}

describe('the difference between two projects', () => {
  test('is what only one of them has, and what both have and say differently', () => {
    const left = side([milestone('Leverandør valgt', 10), milestone('Opplæring ferdig', 90), milestone('Bare vår', 5)])
    const right = side([milestone('Leverandør valgt', 10), milestone('Opplæring ferdig', 120), milestone('Pilot i drift', 60)])
    expect(of(left, right)).toEqual({
      onlyLeft: ['Bare vår'],
      onlyRight: ['Pilot i drift'],
      changed: [['Opplæring ferdig', 'Opplæring ferdig', ['offsetDays']]],
      same: ['Leverandør valgt'],
    })
  })

  test('knows an item that was copied and called something else, also by way of a third', () => {
    const source = side([milestone('Leverandør valgt', 10, 'a')])
    const copy = side([milestone('Avtale signert', 10, 'b'), milestone('Leverandør valgt', 99, 'c')], { b: ['a'] })
    expect(of(copy, source)).toMatchObject({
      changed: [['Avtale signert', 'Leverandør valgt', ['title']]],
      onlyLeft: ['Leverandør valgt'],
    })
    const other = side([milestone('Kontrakten er klar', 10, 'd')], { d: ['x', 'a'] })
    expect(of(copy, other).changed).toEqual([['Avtale signert', 'Kontrakten er klar', ['title']]])
  })

  test('takes nearly the same name for the same thing, and a risk never for an opportunity', () => {
    const traced = (item: PartItem) => ({ items: [item], origins: new Map() })
    const alike = (one: string, other: string) =>
      pairItems('milestones', traced(milestone(one)), traced(milestone(other))).length === 1
    expect(alike('Leverandør valgt', 'Leverandøren er valgt')).toBe(true)
    expect(alike('Leverandør valgt', 'Opplæring ferdig')).toBe(false)
    const risk = { title: 'Få søkere', kind: 'risk' } as Parts['uncertainties'][number]
    expect(pairItems('uncertainties', traced(risk), traced({ ...risk, kind: 'opportunity' }))).toEqual([])
    expect(pairItems('uncertainties', traced(risk), traced(risk))).toHaveLength(1)
  })

  test('tells phases apart by their code alone', () => {
    const phase = (code: string, endOffsetDays: number) => ({ phase: code, startOffsetDays: null, endOffsetDays })
    const parts = (phases: Parts['phases']): Side => ({ parts: { ...noParts(), phases }, origins: new Map() })
    const [kind] = differenceOf(parts([phase('execution', 90), phase('execution2', 9)]), parts([phase('execution', 120)]))
    expect(kind).toMatchObject({
      changed: [{ fields: ['endOffsetDays'] }],
      onlyLeft: [{ phase: 'execution2' }],
      onlyRight: [],
    })
  })
})

describe('pairing', () => {
  const items = fc.uniqueArray(
    fc.record({
      key: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
      title: fc.constantFrom('Start', 'Starten', 'Slutt', 'Opplæring', 'Opplæring ferdig', 'Pilot'),
      offsetDays: fc.nat(2),
    }),
    { selector: ({ key }) => key, maxLength: 6 },
  )
  const origins = fc.dictionary(
    fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
    fc.uniqueArray(fc.constantFrom('a', 'c', 'x', 'y')),
  )
  const sides = fc.tuple(items, origins).map(([milestones, from]) => side(milestones, from))
  const pairs = (left: Side, right: Side) =>
    pairItems(
      'milestones',
      { items: left.parts.milestones, origins: left.origins },
      { items: right.parts.milestones, origins: right.origins },
    )
  const written = (one: PartItem, other: PartItem) => `${one.key} ${other.key}`

  test('is the same whichever comes first', () => {
    fc.assert(
      fc.property(sides, sides, (left, right) => {
        const there = pairs(left, right).map((pair) => written(pair.left, pair.right))
        const back = pairs(right, left).map((pair) => written(pair.right, pair.left))
        expect(back.toSorted()).toEqual(there.toSorted())
      }),
    )
  })

  test('uses each item once, and loses none', () => {
    fc.assert(
      fc.property(sides, sides, (left, right) => {
        const kinds = differenceOf(left, right)
        const { onlyLeft, onlyRight, changed, same } = countsOf(kinds)
        expect(onlyLeft + changed + same).toBe(left.parts.milestones.length)
        expect(onlyRight + changed + same).toBe(right.parts.milestones.length)
      }),
    )
  })

  test('of a project with itself finds no difference', () => {
    fc.assert(
      fc.property(sides, (one) => {
        expect(countsOf(differenceOf(one, one))).toEqual({
          ...{ onlyLeft: 0, onlyRight: 0, changed: 0, same: one.parts.milestones.length },
        })
      }),
    )
  })

  test('of a copy where nothing was changed finds none, whatever keys it has got', () => {
    fc.assert(
      fc.property(items, (milestones) => {
        const copy = milestones.map((item) => ({ ...item, key: `copy-${item.key}` }))
        const from = Object.fromEntries(milestones.map(({ key }) => [`copy-${key}`, [key]]))
        expect(countsOf(differenceOf(side(copy, from), side(milestones)))).toMatchObject({
          onlyLeft: 0,
          onlyRight: 0,
          changed: 0,
        })
      }),
    )
  })

  test('by origin outlives any renaming', () => {
    fc.assert(
      fc.property(
        items,
        fc.array(fc.string({ minLength: 1, maxLength: 20 }), { minLength: 6, maxLength: 6 }),
        (milestones, titles) => {
          const copy = milestones.map((item, index) => ({ ...item, key: `copy-${item.key}`, title: titles[index] ?? '' }))
          const from = Object.fromEntries(milestones.map(({ key }) => [`copy-${key}`, [key]]))
          const found = pairs(side(copy, from), side(milestones))
          expect(found.every(({ left, right }) => left.key === `copy-${right.key}`)).toBe(true)
          expect(found).toHaveLength(milestones.length)
        },
      ),
    )
  })
})
