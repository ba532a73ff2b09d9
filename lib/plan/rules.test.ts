import { describe, expect, test } from 'vitest'
import type { TimelineItem } from '@/lib/timeline/rules'
import { movesKey, type PlanPhase, phaseItems, phaseSequence, planMove } from './rules'

const phase = (
  id: string,
  plannedStartOn: string | null,
  plannedEndOn: string | null,
  state: PlanPhase['state'] = 'upcoming',
): PlanPhase => ({
  id,
  name: id,
  gate: 'BP1',
  state,
  plannedStartOn,
  plannedEndOn,
  actualStartOn: null,
  actualEndOn: null,
})

const phases = [phase('a', '2026-01-01', '2026-02-01', 'current'), phase('b', '2026-02-01', '2026-03-01'), phase('c', null, null)]

test('each phase is a bar and its gate a point at its end; what should have ended is late', () => {
  const items = phaseItems(phases, '2026-02-15', 'Faser')
  expect(items.map(({ id, kind, endOn, state }) => [id, kind, endOn, state])).toEqual([
    ['a', 'phase', '2026-02-01', 'late'],
    ['bp-a', 'gate', '2026-02-01', 'late'],
    ['b', 'phase', '2026-03-01', 'upcoming'],
    ['bp-b', 'gate', '2026-03-01', 'upcoming'],
    ['c', 'phase', null, 'upcoming'],
    ['bp-c', 'gate', null, 'upcoming'],
  ])
})

test('phases follow each other only where the plan says so already', () => {
  expect(phaseSequence(phases)).toEqual([{ fromId: 'a', toId: 'b', lagDays: 0 }])
  expect(phaseSequence([phase('a', '2026-01-01', '2026-03-01'), phase('b', '2026-02-01', '2026-04-01')])).toEqual([])
})

describe('a move', () => {
  const milestone: TimelineItem = {
    id: 'm',
    kind: 'milestone',
    title: 'Ferdig',
    startOn: null,
    endOn: '2026-03-10',
    state: 'upcoming',
  }
  const items = [...phaseItems(phases, '2026-01-15', 'Faser'), milestone]
  const dependencies = [...phaseSequence(phases), { fromId: 'b', toId: 'm', lagDays: 5 }]

  test('of a gate moves the end of its phase and pushes what follows', () => {
    const { moves } = planMove(items, dependencies, { id: 'bp-a', startOn: null, endOn: '2026-02-11' })
    expect(moves.map(({ id, after }) => [id, after.startOn, after.endOn])).toEqual([
      ['a', '2026-01-01', '2026-02-11'],
      ['b', '2026-02-11', '2026-03-11'],
      ['m', null, '2026-03-16'],
    ])
  })

  test('can be held against what was shown', () => {
    const shown = movesKey(planMove(items, dependencies, { id: 'm', startOn: null, endOn: '2026-04-01' }))
    expect(shown).toBe('m::2026-03-10::2026-04-01')
    expect(movesKey(planMove(items, dependencies, { id: 'm', startOn: null, endOn: '2026-04-02' }))).not.toBe(shown)
    const moved = items.map((item) => (item.id === 'm' ? { ...item, endOn: '2026-03-11' } : item))
    expect(movesKey(planMove(moved, dependencies, { id: 'm', startOn: null, endOn: '2026-04-01' }))).not.toBe(shown)
  })
})
