import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BenefitStatus, EconomyStatus, ProgressStatus, QualityStatus, RiskStatus } from '@/generated/prisma/enums'
import { worsenedSections } from './rules'

const one = <Value extends string>(values: Record<string, Value>) => fc.constantFrom(...Object.values(values))
const status = fc.record({
  progress: one(ProgressStatus),
  economy: one(EconomyStatus),
  quality: one(QualityStatus),
  risk: one(RiskStatus),
  benefit: one(BenefitStatus),
})

test('what is worse one way is not worse the other way, and what stands still is neither', () => {
  fc.assert(
    fc.property(status, status, (before, now) => {
      const [there, back] = [worsenedSections(before, now), worsenedSections(now, before)].map((sections) =>
        sections.map(({ section }) => section),
      ) as [string[], string[]]
      expect(there.filter((section) => back.includes(section))).toEqual([])
      expect(worsenedSections(now, now)).toEqual([])
    }),
  )
})

test('what was not known before has not become worse', () => {
  const before = { progress: 'ahead', economy: 'unknown', quality: 'better', risk: 'low', benefit: 'not_started' } as const
  const now = { progress: 'on_plan', economy: 'over_budget', quality: 'better', risk: 'low', benefit: 'delayed' } as const
  expect(worsenedSections(before, now)).toEqual([{ section: 'progress', before: 'ahead', now: 'on_plan' }])
})
