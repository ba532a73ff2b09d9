import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mostNeeded, type Need, needKinds, urgency } from './rules'

const today = '2026-11-23'
const need = (over: Partial<Need>): Need => ({
  ...{ kind: 'review', subject: 'a', title: 'Byggesak', municipality: null, href: '/a', count: 1, since: today },
  ...over,
})
const needs = fc.array(
  fc.record({
    kind: fc.constantFrom(...needKinds),
    subject: fc.string(),
    title: fc.string(),
    municipality: fc.constant(null),
    href: fc.string(),
    count: fc.integer({ min: 1, max: 100 }),
    since: fc.option(fc.constantFrom('2025-01-01', '2026-11-01', today)),
  }),
)

test('somebody who waits for an answer comes before what could be better', () => {
  const chosen = mostNeeded([need({ kind: 'stale' }), need({ kind: 'reply' }), need({ kind: 'search' })], today)
  expect(chosen.map(({ kind }) => kind)).toEqual(['reply', 'search', 'stale'])
})

test('waiting and number count, up to a limit', () => {
  expect(urgency(need({ since: '2026-11-13' }), today)).toBe(28)
  expect(urgency(need({ since: '2020-01-01' }), today)).toBe(78)
  expect(urgency(need({ since: null, count: 3 }), today)).toBe(22)
  expect(urgency(need({ count: 1000 }), today)).toBe(58)
})

test('ten as long as there are ten, each of what was given, the most urgent first', () => {
  fc.assert(
    fc.property(needs, (given) => {
      const chosen = mostNeeded(given, today)
      expect(chosen.length).toBe(Math.min(10, given.length))
      for (const one of chosen) expect(given).toContain(one)
      const scores = chosen.map((one) => urgency(one, today))
      expect(scores).toEqual([...scores].sort((a, b) => b - a))
    }),
  )
})

test('no kind takes more than four places that another kind could have', () => {
  fc.assert(
    fc.property(needs, (given) => {
      const chosen = mostNeeded(given, today)
      const most = Math.max(0, ...needKinds.map((kind) => chosen.filter((one) => one.kind === kind).length))
      const isLeftOut = (kind: string) => {
        const ofKind = (list: Need[]) => list.filter((one) => one.kind === kind).length
        return ofKind(chosen) < Math.min(4, ofKind(given))
      }
      if (needKinds.some(isLeftOut)) expect(most).toBeLessThanOrEqual(4)
    }),
  )
})
