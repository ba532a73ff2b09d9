import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '@/lib/platform/dates'
import type { TimelineItem } from '../rules'
import { quarterNumber, timelineScale, weekNumber } from './rules'

const item = (startOn: string | null, endOn: string | null, more: Partial<TimelineItem> = {}): TimelineItem => ({
  id: 'a',
  kind: 'phase',
  title: 'Planlegge',
  startOn,
  endOn,
  state: 'current',
  ...more,
})
const date = fc.integer({ min: 0, max: 6000 }).map((days) => addDays('2015-01-01', days))

test('the calendar is whole months, and its ticks suit its length', () => {
  const unit = (startOn: string, endOn: string) => timelineScale([item(startOn, endOn)], startOn).unit
  expect(timelineScale([item('2027-02-10', '2027-04-05')], '2027-03-01')).toMatchObject({ from: '2027-02-01', to: '2027-05-01' })
  expect(unit('2027-02-10', '2027-05-05')).toBe('week')
  expect(unit('2027-02-10', '2028-12-05')).toBe('month')
  expect(unit('2027-02-10', '2031-12-05')).toBe('quarter')
  expect(unit('2027-02-10', '2034-12-05')).toBe('year')
})

test('weeks start on Mondays and are numbered as in Norway', () => {
  const { ticks } = timelineScale([item('2027-01-01', '2027-01-31')], '2027-01-10')
  expect(ticks.map((tick) => tick.on)).toEqual(['2027-01-04', '2027-01-11', '2027-01-18', '2027-01-25'])
  expect(['2027-01-03', '2027-01-04', '2026-12-31', '2025-12-29'].map(weekNumber)).toEqual([53, 1, 53, 1])
  expect(['2027-01-03', '2027-06-30', '2027-12-31'].map(quarterNumber)).toEqual([1, 2, 4])
})

test('a bar covers its first and its last day; a point is in the middle of its own', () => {
  const scale = timelineScale([item('2027-04-01', '2027-04-30')], '2027-04-10')
  expect(scale.place(item('2027-04-01', '2027-04-30'))).toEqual({ x: 0, width: 1 })
  expect(scale.place(item(null, '2027-04-30', { kind: 'gate' }))?.x).toBeCloseTo(29.5 / 30)
  expect(scale.place(item(null, null))).toBeNull()
})

test('what has begun and not ended has come to today', () => {
  const running = item('2027-04-01', '2027-04-30', { actualStartOn: '2027-04-04' })
  expect(timelineScale([running], '2027-04-09').placeActual(running)).toEqual({ x: 3 / 30, width: 6 / 30 })
  expect(timelineScale([running], '2027-04-09').placeActual(item('2027-04-01', '2027-04-30'))).toBeNull()
})

test('today is left out when it is far away, and is all there is without dates', () => {
  expect(timelineScale([item('2020-04-01', '2020-06-30')], '2027-04-09').todayAt).toBeNull()
  expect(timelineScale([item(null, null)], '2027-04-09')).toMatchObject({ from: '2027-04-01', to: '2027-05-01' })
})

test('everything with dates has its place within the calendar, and so have the ticks', () => {
  const span = fc.tuple(date, date, fc.option(date), fc.option(date), fc.constantFrom('task' as const, 'milestone' as const))
  fc.assert(
    fc.property(fc.array(span), date, (rows, today) => {
      const items = rows.map(([startOn, endOn, actualStartOn, actualEndOn, kind]) =>
        item(startOn, endOn, { actualStartOn, actualEndOn, kind }),
      )
      const scale = timelineScale(items, today)
      const places = items.flatMap((one) => [scale.place(one), scale.placeActual(one)]).filter((place) => place !== null)
      for (const { x, width } of places) {
        expect(x).toBeGreaterThanOrEqual(0)
        expect(x + width).toBeLessThanOrEqual(1 + 1e-9)
      }
      expect(items.every((one) => scale.place(one))).toBe(true)
      expect(scale.ticks.length).toBeGreaterThan(0)
      expect(scale.ticks.every(({ at }, index) => at >= 0 && at < 1 && at > (scale.ticks[index - 1]?.at ?? -1))).toBe(true)
      expect([scale.from.slice(8), scale.to.slice(8)]).toEqual(['01', '01'])
    }),
  )
})
