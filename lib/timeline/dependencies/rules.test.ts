import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, daysBetween } from '@/lib/platform/dates'
import { type Dependency, plannedSpan, type TimelineItem } from '../rules'
import { brokenDependencies, type MovePlan, moveItem, wouldCycle } from './rules'

const task = (id: string, startOn: string | null, endOn: string | null, more: Partial<TimelineItem> = {}): TimelineItem => ({
  id,
  kind: 'task',
  title: id,
  startOn,
  endOn,
  state: 'upcoming',
  ...more,
})
const waits = (fromId: string, toId: string, lagDays = 0): Dependency => ({ fromId, toId, lagDays })

const date = fc.integer({ min: 0, max: 400 }).map((days) => addDays('2026-01-01', days))

/** Up to ten items; some are points, some lack dates, some have begun or are done. */
const items: fc.Arbitrary<TimelineItem[]> = fc
  .array(
    fc.record({
      kind: fc.constantFrom('task' as const, 'phase' as const, 'milestone' as const, 'gate' as const),
      startOn: fc.option(date, { freq: 8 }),
      length: fc.option(fc.nat({ max: 60 }), { freq: 8 }),
      actualStartOn: fc.option(date, { freq: 1 }),
      state: fc.constantFrom('upcoming' as const, 'upcoming' as const, 'current' as const, 'late' as const, 'done' as const),
    }),
    { minLength: 1, maxLength: 10 },
  )
  .map((rows) =>
    rows.map(({ kind, startOn, length, actualStartOn, state }, index) => ({
      id: `i${index}`,
      kind,
      title: `Item ${index}`,
      startOn: kind === 'task' || kind === 'phase' ? startOn : null,
      endOn: startOn && length !== null ? addDays(startOn, length) : null,
      actualStartOn: state === 'upcoming' ? null : actualStartOn,
      state,
    })),
  )

const pair = fc.record({ from: fc.nat({ max: 9 }), to: fc.nat({ max: 9 }), lagDays: fc.integer({ min: -10, max: 30 }) })

/** Any plan without cycles: arrows only from lower to higher places of a shuffled order. */
const plans = fc
  .tuple(items, fc.array(pair, { maxLength: 25 }), fc.array(fc.nat(), { minLength: 10, maxLength: 10 }), fc.nat(), date, date)
  .map(([list, pairs, order, pick, one, other]) => {
    const rank = (index: number) => (order[index] ?? 0) * 10 + index
    const dependencies = pairs
      .filter(({ from, to }) => from !== to && from < list.length && to < list.length)
      .map(({ from, to, lagDays }) =>
        rank(from) < rank(to) ? waits(`i${from}`, `i${to}`, lagDays) : waits(`i${to}`, `i${from}`, lagDays),
      )
    const chosen = list[pick % list.length] as TimelineItem
    const [startOn, endOn] = one < other ? [one, other] : [other, one]
    return { items: list, dependencies, change: { id: chosen.id, startOn: chosen.startOn && startOn, endOn } }
  })

function moved(list: TimelineItem[], plan: MovePlan): TimelineItem[] {
  return list.map((item) => ({ ...item, ...plan.moves.find((move) => move.id === item.id)?.after }))
}

function hasBegun(list: TimelineItem[], id: string): boolean {
  return list.some((item) => item.id === id && (item.state === 'done' || item.actualStartOn))
}

/** By brute force: everything that can be reached along the arrows. */
function pathsFrom(id: string, dependencies: Dependency[]): string[] {
  return [id, ...dependencies.filter(({ fromId }) => fromId === id).flatMap(({ toId }) => pathsFrom(toId, dependencies))]
}

/** A plan with every dependency kept, by moving the items that break one. */
function settled(list: TimelineItem[], dependencies: Dependency[]): TimelineItem[] {
  let current = list
  for (const { id, startOn, endOn } of list) {
    const now = current.find((item) => item.id === id) ?? { startOn, endOn }
    current = moved(current, moveItem(current, dependencies, { id, startOn: now.startOn, endOn: now.endOn }))
  }
  return current
}

describe('moving an item', () => {
  const chain = [
    task('a', '2027-01-04', '2027-01-08'),
    task('b', '2027-01-11', '2027-01-15'),
    task('c', null, '2027-01-20', { kind: 'gate' }),
  ]
  const arrows = [waits('a', 'b', 3), waits('b', 'c', 2)]

  test('pushes what waits for it, as little as needed and no more', () => {
    expect(moveItem(chain, arrows, { id: 'a', startOn: '2027-01-08', endOn: '2027-01-12' })).toEqual({
      moves: [
        {
          id: 'a',
          before: { startOn: '2027-01-04', endOn: '2027-01-08' },
          after: { startOn: '2027-01-08', endOn: '2027-01-12' },
          because: null,
        },
        {
          id: 'b',
          before: { startOn: '2027-01-11', endOn: '2027-01-15' },
          after: { startOn: '2027-01-15', endOn: '2027-01-19' },
          because: 'a',
        },
        {
          id: 'c',
          before: { startOn: null, endOn: '2027-01-20' },
          after: { startOn: null, endOn: '2027-01-21' },
          because: 'b',
        },
      ],
      conflicts: [],
      cycle: [],
    })
  })

  test('earlier pulls nothing along', () => {
    const { moves } = moveItem(chain, arrows, { id: 'a', startOn: '2026-12-01', endOn: '2026-12-05' })
    expect(moves.map((move) => move.id)).toEqual(['a'])
  })

  test('is itself pushed when put before what it waits for', () => {
    const { moves } = moveItem(chain, arrows, { id: 'b', startOn: '2027-01-01', endOn: '2027-01-10' })
    expect(moves[0]).toMatchObject({ id: 'b', after: { startOn: '2027-01-11', endOn: '2027-01-20' }, because: 'a' })
  })

  test('what is done stays, and is reported', () => {
    const done = chain.map((item) => (item.id === 'b' ? { ...item, state: 'done' as const } : item))
    const plan = moveItem(done, arrows, { id: 'a', startOn: '2027-02-01', endOn: '2027-02-05' })
    expect(plan.moves.map((move) => move.id)).toEqual(['a'])
    expect(plan.conflicts).toEqual(['b'])
    expect(moveItem(done, arrows, { id: 'b', startOn: null, endOn: null })).toEqual({ moves: [], conflicts: ['b'], cycle: [] })
  })

  test('what has begun is not pushed, but can be moved by hand', () => {
    const begun = chain.map((item) => (item.id === 'b' ? { ...item, actualStartOn: '2027-01-10' } : item))
    const plan = moveItem(begun, arrows, { id: 'a', startOn: '2027-02-01', endOn: '2027-02-05' })
    expect([plan.moves.map((move) => move.id), plan.conflicts]).toEqual([['a'], ['b']])
    expect(brokenDependencies(begun, arrows)).toEqual([])
    const later = moveItem(begun, arrows, { id: 'b', startOn: '2027-01-10', endOn: '2027-01-25' })
    expect(later.moves.map((move) => [move.id, move.because])).toEqual([
      ['b', null],
      ['c', 'b'],
    ])
  })

  test('what is done counts with the day it was done', () => {
    const early = [task('a', '2027-01-04', '2027-01-30', { state: 'done', actualEndOn: '2027-01-06' }), chain[1] as TimelineItem]
    const { moves } = moveItem(early, arrows, { id: 'b', startOn: '2027-01-09', endOn: '2027-01-10' })
    expect(moves).toMatchObject([{ id: 'b', after: { startOn: '2027-01-09' }, because: null }])
  })

  test('a plan in which items wait for each other is left alone, and says which they are', () => {
    const round = [...arrows, waits('c', 'b')]
    const plan = moveItem(chain, round, { id: 'a', startOn: '2027-03-01', endOn: '2027-03-05' })
    expect(plan).toEqual({ moves: [], conflicts: [], cycle: ['b', 'c'] })
  })

  test('an item that is not there moves nothing', () => {
    expect(moveItem(chain, arrows, { id: 'x', startOn: null, endOn: null }).moves).toEqual([])
  })
})

describe('for any plan without cycles', () => {
  test('what has not begun and can be reached keeps its dependencies afterwards', () => {
    fc.assert(
      fc.property(plans, ({ items, dependencies, change }) => {
        if (items.find((item) => item.id === change.id)?.state === 'done') return
        const plan = moveItem(items, dependencies, change)
        const passing = dependencies.filter(({ fromId }) => fromId === change.id || !hasBegun(items, fromId))
        const touched = new Set(pathsFrom(change.id, passing))
        const broken = brokenDependencies(moved(items, plan), dependencies)
        expect(broken.filter(({ toId }) => touched.has(toId))).toEqual([])
      }),
    )
  })

  test('nothing moves without a path from the moved item, and what has begun only by hand', () => {
    fc.assert(
      fc.property(plans, ({ items, dependencies, change }) => {
        const plan = moveItem(items, dependencies, change)
        const paths = new Set(pathsFrom(change.id, dependencies))
        for (const { id } of plan.moves) {
          expect(paths).toContain(id)
          expect(id !== change.id && hasBegun(items, id)).toBe(false)
          expect(items.find((item) => item.id === id)?.state).not.toBe('done')
        }
        expect(plan.conflicts.every((id) => hasBegun(items, id))).toBe(true)
      }),
    )
  })

  test('what is pushed goes later, keeps its length, and names a neighbour that leaves it no choice', () => {
    fc.assert(
      fc.property(plans, ({ items, dependencies, change }) => {
        const { moves } = moveItem(items, dependencies, change)
        for (const { id, before, after, because } of moves) {
          const wished = id === change.id ? change : before
          const kind = items.find((item) => item.id === id)?.kind ?? 'task'
          const was = plannedSpan({ kind, ...wished })
          const is = plannedSpan({ kind, ...after })
          expect(is && daysBetween(is.startOn, is.endOn)).toBe(was && daysBetween(was.startOn, was.endOn))
          if (because === null) expect(after).toEqual({ startOn: wished.startOn, endOn: wished.endOn })
          else {
            expect(is && was && is.startOn > was.startOn).toBe(true)
            expect(dependencies.some(({ fromId, toId }) => fromId === because && toId === id)).toBe(true)
          }
        }
        const order = moves.map((move) => move.id)
        if (order.includes(change.id)) expect(order[0]).toBe(change.id)
        expect(new Set(order).size).toBe(order.length)
      }),
    )
  })

  test('a plan that holds is left as it is by a move of no days', () => {
    fc.assert(
      fc.property(plans, ({ items, dependencies }) => {
        const consistent = settled(items, dependencies)
        expect(brokenDependencies(consistent, dependencies)).toEqual([])
        for (const { id, startOn, endOn } of consistent) {
          expect(moveItem(consistent, dependencies, { id, startOn, endOn }).moves).toEqual([])
        }
      }),
    )
  })

  test('no day less would do', () => {
    fc.assert(
      fc.property(plans, ({ items, dependencies, change }) => {
        const plan = moveItem(items, dependencies, change)
        for (const { id, after, because } of plan.moves) {
          if (because === null) continue
          const earlier = {
            startOn: after.startOn && addDays(after.startOn, -1),
            endOn: after.endOn && addDays(after.endOn, -1),
          }
          const tried = moved(items, plan).map((item) => (item.id === id ? { ...item, ...earlier } : item))
          expect(brokenDependencies(tried, dependencies)).toContainEqual(expect.objectContaining({ fromId: because, toId: id }))
        }
      }),
    )
  })
})

describe('plans that wait for themselves', () => {
  test('are told before the dependency that closes the ring is added', () => {
    expect(wouldCycle([], waits('a', 'a'))).toBe(true)
    expect(wouldCycle([waits('a', 'b'), waits('b', 'c')], waits('c', 'a'))).toBe(true)
    expect(wouldCycle([waits('a', 'b'), waits('b', 'c')], waits('a', 'c'))).toBe(false)
  })

  test('cannot be built one dependency at a time, and moving in any plan comes to an end', () => {
    fc.assert(
      fc.property(plans, fc.array(pair, { maxLength: 30 }), ({ items, change }, pairs) => {
        const asked = pairs.map(({ from, to, lagDays }) => waits(`i${from}`, `i${to}`, lagDays))
        const accepted: Dependency[] = []
        for (const one of asked) if (!wouldCycle(accepted, one)) accepted.push(one)
        expect(moveItem(items, accepted, change).cycle).toEqual([])
        const unchecked = moveItem(items, asked, change)
        if (unchecked.cycle.length > 0) expect(unchecked.moves).toEqual([])
      }),
    )
  })

  test('a long chain moves as a whole', () => {
    const chain = Array.from({ length: 1500 }, (_, index) => task(`t${index}`, '2027-01-01', '2027-01-01'))
    const arrows = chain.slice(1).map((_, index) => waits(`t${index}`, `t${index + 1}`, 1))
    const plan = moveItem(chain, arrows, { id: 't0', startOn: '2027-01-02', endOn: '2027-01-02' })
    expect(plan.moves).toHaveLength(1500)
    expect(plan.moves.at(-1)?.after.startOn).toBe(addDays('2027-01-02', 1499))
  })
})
