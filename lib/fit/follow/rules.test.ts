import { expect, test } from 'vitest'
import { readPrerequisite } from '../prerequisite/rules'
import { fitOf, type OwnFacts } from '../rules'
import { dueOn, followUpsOf } from './rules'

const own: OwnFacts = {
  ...{ population: 4000, technologies: ['SvarUt'], collaborations: [], allCollaborations: [] },
  answers: new Map([['document:dpia', { holds: false, by: 'Kari', on: '2026-11-01' }]]),
}
const follow = (lines: string[], mustAdapt = '') =>
  followUpsOf(
    lines.map((line) => fitOf(readPrerequisite(line), own, null, '2026-11-30')),
    mustAdapt,
  )

test('what is missing and what nobody knows follows into a copy, what is met does not', () => {
  expect(follow(['Godkjent DPIA', 'ID-porten og SvarUt', 'SvarUt', 'Låst skap'])).toMatchObject([
    { why: 'change', line: 'Godkjent DPIA', isTask: true, isRisk: true },
    { why: 'unknown', line: 'ID-porten (ID-porten og SvarUt)', isTask: true, isRisk: false },
    { why: 'unknown', line: 'Låst skap' },
  ])
})

test('a size is a risk, and never a task', () => {
  expect(follow(['Minst 900 000 innbyggere'])).toMatchObject([{ why: 'change', isTask: false, isRisk: true }])
})

test('what two lines ask for follows once, and what must be adapted last', () => {
  expect(follow(['Godkjent DPIA', 'DPIA er gjort'], 'Lokale gebyrregler')).toMatchObject([
    { subject: 'document:dpia' },
    { why: 'adapt', line: 'Lokale gebyrregler', isTask: true, isRisk: false },
  ])
})

test('it is due a month after the start, or from today where the project is under way', () => {
  expect([dueOn('2027-01-04', '2026-11-30'), dueOn('2020-01-04', '2026-11-30')]).toEqual(['2027-02-03', '2026-12-30'])
})
