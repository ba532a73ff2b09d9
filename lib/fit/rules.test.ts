import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { askedIn, readPrerequisite } from './prerequisite/rules'
import { type Answer, fitOf, isOld, type OwnFacts, scaleOf } from './rules'

const today = '2026-11-30'
const allCollaborations = ['IKT Agder', 'IKT Orkidé']
const own = (more: Partial<OwnFacts> = {}): OwnFacts => ({
  ...{ population: 4000, technologies: [], collaborations: [], allCollaborations, answers: new Map() },
  ...more,
})
const held = (text: string, more: Partial<OwnFacts> = {}, collaboration: string | null = null) =>
  fitOf(readPrerequisite(text), own(more), collaboration, today)
const verdict = (...input: Parameters<typeof held>) => held(...input).verdict
const said = (text: string, holds: boolean, on = '2026-10-01') => ({
  answers: new Map<string, Answer>(askedIn(readPrerequisite(text)).map(({ subject }) => [subject, { holds, by: 'Kari', on }])),
})

describe('whether a prerequisite holds', () => {
  test('on size is held against the population, and may be overruled by hand', () => {
    const line = 'Minst 5 000 innbyggere'
    expect([verdict(line), verdict('Inntil 5 000 innbyggere')]).toEqual(['change', 'met'])
    expect(held(line, said(line, true))).toMatchObject({ verdict: 'met', checks: [{ basis: 'answer' }] })
  })

  test('on several systems is met when all of them are in use, and says what is missing', () => {
    const line = 'ID-porten og SvarUt i bruk'
    expect(verdict(line)).toBe('unknown')
    const half = held(line, { technologies: ['SvarUt'] })
    expect([half.verdict, half.checks.map((check) => check.verdict)]).toEqual(['unknown', ['unknown', 'met']])
    expect(verdict(line, { technologies: ['SvarUt', 'ID-porten 2'] })).toBe('met')
    expect(verdict(line, { ...said('ID-porten', false), technologies: ['SvarUt'] })).toBe('change')
  })

  test('on working together is of the collaboration that is named, or the one of the report', () => {
    expect(verdict('Samarbeid med IKT Agder', { collaborations: ['IKT Agder'] })).toBe('met')
    expect(verdict('Samarbeid med IKT Agder', { collaborations: ['IKT Orkidé'] })).toBe('change')
    expect(verdict('Avtale med nabokommunen', { collaborations: ['IKT Agder'] })).toBe('unknown')
    expect(verdict('Avtale med nabokommunen', { collaborations: ['IKT Agder'] }, 'IKT Orkidé')).toBe('unknown')
    expect(held('Avtale med nabokommunen', { collaborations: ['IKT Agder'] }, 'IKT Agder')).toMatchObject({
      ...{ verdict: 'met', checks: [{ basis: 'collaboration', found: 'IKT Agder' }] },
    })
  })

  test('that nothing is known of is unknown until somebody says, and again a year later', () => {
    const line = 'Godkjent DPIA'
    expect(verdict(line)).toBe('unknown')
    expect(verdict(line, said(line, true))).toBe('met')
    expect(verdict(line, said(line, false))).toBe('change')
    expect(held(line, said(line, true, '2025-11-30'))).toMatchObject({ verdict: 'unknown', checks: [{ basis: 'old' }] })
    expect(isOld({ holds: true, by: null, on: '2025-12-01' }, today)).toBe(false)
  })

  test('is never unknown once one’s own municipality has answered all it asks for', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 100 }), fc.boolean(), (text, holds) => {
        expect(verdict(text, said(text, holds))).toBe(holds ? 'met' : 'change')
      }),
    )
  })
})

test('another scale is three times as big, or as small', () => {
  expect([scaleOf(4000, 12_001), scaleOf(4000, 12_000), scaleOf(40_000, 9000)]).toEqual(['smaller', 'alike', 'bigger'])
})
