import fc from 'fast-check'
import { expect, test } from 'vitest'
import { evidenceOf } from './rules'

const nothing = { hasMeasuredCost: false, hasMeasuredEffect: false, confirmedBy: 0, evaluations: 0 }
const both = { hasMeasuredCost: true, hasMeasuredEffect: true }

test.each([
  [1, nothing],
  [1, { ...nothing, hasMeasuredCost: true }],
  [1, { ...nothing, hasMeasuredEffect: true }],
  [2, { ...nothing, ...both }],
  [3, { ...nothing, confirmedBy: 1 }],
  [3, { ...nothing, ...both, confirmedBy: 2 }],
  [4, { ...nothing, evaluations: 1 }],
  [4, { ...both, confirmedBy: 1, evaluations: 1 }],
] as const)('level %i for %o', (level, facts) => {
  expect(evidenceOf(facts).level).toBe(level)
})

test('what is said to lift it lifts it, and nothing that is met already is asked for', () => {
  const facts = fc.record({
    hasMeasuredCost: fc.boolean(),
    hasMeasuredEffect: fc.boolean(),
    confirmedBy: fc.nat(2),
    evaluations: fc.nat(1),
  })
  fc.assert(
    fc.property(facts, (given) => {
      const { level, lifts, reasons } = evidenceOf(given)
      for (const lift of lifts) {
        for (const reason of lift.by) expect(reasons).toContainEqual({ reason, isMet: false })
        const lifted = {
          hasMeasuredCost: given.hasMeasuredCost || lift.by.includes('cost'),
          hasMeasuredEffect: given.hasMeasuredEffect || lift.by.includes('effect'),
          confirmedBy: given.confirmedBy + (lift.by.includes('confirmed') ? 1 : 0),
          evaluations: given.evaluations + (lift.by.includes('evaluated') ? 1 : 0),
        }
        expect(lift.level).toBeGreaterThan(level)
        expect(evidenceOf(lifted).level).toBe(lift.level)
      }
      expect(lifts.length === 0).toBe(level === 4)
    }),
  )
})
