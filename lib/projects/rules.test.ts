import { expect, test } from 'vitest'
import { achievementPct, checklistProgress, isOverdue, nextProjectNumber, phaseState, riskLevel } from './rules'

test('numbers run within the year', () => {
  expect(nextProjectNumber(2027, [])).toBe('2027-001')
  expect(nextProjectNumber(2027, ['2027-001', '2026-044', '2027-009', '2027-tull'])).toBe('2027-010')
})

test('achievement counts from the start value, also downwards', () => {
  expect(achievementPct({ start: 40, target: 20 }, 25)).toBe(75)
  expect(achievementPct({ start: 0, target: 200 }, 250)).toBe(125)
  expect(achievementPct({ start: 10, target: 20 }, 8)).toBe(-20)
})

test('a phase is done, current or upcoming', () => {
  expect([1, 2, 3].map((position) => phaseState(position, 2))).toEqual(['done', 'current', 'upcoming'])
  expect(phaseState(1, null)).toBe('upcoming')
})

test('what is not relevant counts as settled', () => {
  expect(checklistProgress([{ status: 'open' }, { status: 'done' }, { status: 'not_relevant' }])).toEqual({
    settled: 2,
    total: 3,
  })
})

test('a milestone is overdue only when its day has passed unreached', () => {
  const milestone = { plannedOn: '2026-11-22', actualOn: null, status: 'on_track' as const }
  expect(isOverdue(milestone, '2026-11-23')).toBe(true)
  expect(isOverdue({ ...milestone, status: 'achieved' }, '2026-11-23')).toBe(false)
  expect(isOverdue({ ...milestone, plannedOn: '2026-11-23' }, '2026-11-23')).toBe(false)
})

test('the seriousness of an uncertainty follows its factor', () => {
  expect(riskLevel(5, 1)).toBe('low')
  expect(riskLevel(2, 3)).toBe('medium')
  expect(riskLevel(3, 4)).toBe('medium')
  expect(riskLevel(3, 5)).toBe('high')
})
