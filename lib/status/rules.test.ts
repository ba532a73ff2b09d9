import { expect, test } from 'vitest'
import { daysOverdue, indicatorsIn, nextReportOn, trendOf } from './rules'

test('a section moves by its severity, not by its word', () => {
  expect(trendOf('progress', 'delayed', 'minor_delay')).toBe('better')
  expect(trendOf('progress', 'ahead', 'on_plan')).toBe('worse')
  expect(trendOf('risk', 'low', 'low')).toBe('same')
})

test('where either report says nothing, there is no trend', () => {
  expect(trendOf('economy', 'unknown', 'on_budget')).toBeNull()
  expect(trendOf('benefit', 'on_plan', 'not_started')).toBeNull()
  expect(trendOf('progress', undefined, 'on_plan')).toBeNull()
})

test('a report is due a rhythm after the last one, or after the start; only where the project runs', () => {
  const project = { startOn: '2026-01-01', lifecycle: 'active' as const }
  expect(nextReportOn(project, null, 30)).toBe('2026-01-31')
  expect(nextReportOn(project, '2026-03-01', 30)).toBe('2026-03-31')
  expect(nextReportOn({ ...project, lifecycle: 'waiting' }, null, 30)).toBeNull()
})

test('a report is overdue from the day after it was due', () => {
  expect(daysOverdue('2026-03-31', '2026-03-31')).toBe(0)
  expect(daysOverdue('2026-03-31', '2026-04-02')).toBe(2)
  expect(daysOverdue(null, '2026-04-02')).toBe(0)
})

test('old pictures hold one indicator a benefit, new ones several', () => {
  const indicator = { title: 'Dager', unit: 'count' as const, start: 40, target: 20, value: 0 }
  expect(indicatorsIn({ title: 'Tid', indicator })).toEqual([indicator])
  expect(indicatorsIn({ title: 'Tid', indicators: [indicator, indicator] })).toHaveLength(2)
  expect(indicatorsIn({ title: 'Tid', indicator: null })).toEqual([])
})
