import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ChecklistStatus, GateOutcome } from '@/generated/prisma/enums'
import { asksForExperience, asksForReport, type GateAnswers, gateLabel, leadsOn, phasesLeft, problemsOf } from './rules'

const phases = ['BP1', 'BP2', 'BP3', 'BP4', 'BP5', 'BP6'].map((gate, index) => ({ id: `p${index}`, position: index + 1, gate }))
const idsOf = (left: { id: string }[]) => left.map(({ id }) => id)

describe('the phases that are left', () => {
  test('are the one you stand in, and those you jump over', () => {
    expect(idsOf(phasesLeft(phases, 'p0', 'p1'))).toEqual(['p0'])
    expect(idsOf(phasesLeft(phases, 'p1', 'p4'))).toEqual(['p1', 'p2', 'p3'])
    expect(idsOf(phasesLeft(phases, 'p5', null))).toEqual(['p5'])
  })

  test('are none where the way leads back, nowhere, or from a phase that is not there', () => {
    for (const [from, to] of [
      ['p2', 'p2'],
      ['p2', 'p1'],
      ['p2', 'elsewhere'],
      ['elsewhere', 'p2'],
    ] as const)
      expect(phasesLeft(phases, from, to)).toEqual([])
  })

  test('are the same whether you go in one move or in two', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(5), { minLength: 3, maxLength: 3 }), (chosen) => {
        const [from, by, to] = chosen.toSorted((a, b) => a - b).map((index) => `p${index}`) as [string, string, string]
        const inTwo = [...phasesLeft(phases, from, by), ...phasesLeft(phases, by, to)]
        expect(phasesLeft(phases, from, to)).toEqual(inTwo)
        expect(phasesLeft(phases.toReversed(), from, to)).toHaveLength(inTwo.length)
      }),
    )
  })
})

test('a decision is called by its gate, or by the first and last of those it jumps over', () => {
  const gated = (...gates: (string | null)[]) => gateLabel(gates.map((gate, position) => ({ id: `${position}`, position, gate })))
  expect(gated('BP1')).toBe('BP1')
  expect(gated('BP2', 'BP3')).toBe('BP2–BP3')
  expect(gated('BP2', null, 'BP4')).toBe('BP2–BP4')
  // Two stages of one phase share its gate.
  expect(gated('BP4', 'BP4')).toBe('BP4')
  expect(gated(null)).toBe('')
  expect(gated()).toBe('')
})

test('others’ experience is asked for at the first two gates, also where they are jumped over', () => {
  const gates = ['BP1', 'BP2', 'BP1–BP3', 'BP2–BP4', 'BP3', 'BP3–BP5', 'BP10', 'BP21', '']
  expect(gates.filter(asksForExperience)).toEqual(['BP1', 'BP2', 'BP1–BP3', 'BP2–BP4'])
})

test('one’s own experience is asked for when the project closes', () => {
  expect(['BP4', 'BP5', 'BP4–BP5', 'BP6', ''].filter(asksForReport)).toEqual(['BP5', 'BP4–BP5'])
})

const today = '2026-11-23'
const item = (status: ChecklistStatus, reason = '', isMandatory = true) => ({ id: 'i', status, reason, isMandatory })
const answers = (change: Partial<GateAnswers> = {}): GateAnswers => ({
  outcome: 'approved',
  items: [],
  conditions: [],
  decidedOn: today,
  ...change,
})

describe('what stands in the way of a decision', () => {
  test('nothing, where everything is done', () => {
    expect(problemsOf(answers({ items: [item('done'), item('not_relevant', 'Vi kjøper ikke noe')] }), today)).toEqual({})
  })

  test('what is not done without a reason is pointed out where it stands', () => {
    const items = [item('done'), item('open', '', false), item('not_relevant')]
    expect(problemsOf(answers({ items }), today)).toEqual({
      'items.1.reason': 'errors.reasonNeeded',
      'items.2.reason': 'errors.reasonNeeded',
    })
  })

  test.each<[GateOutcome, boolean]>([
    ['approved', true],
    ['approved_with_conditions', false],
    ['postponed', false],
    ['rejected', false],
  ])('%s with a mandatory item open: in the way is %s', (outcome, isInTheWay) => {
    const conditions = [{ text: 'Lukk punktet', owner: 'Per', dueOn: '2026-12-01' }]
    const problems = problemsOf(answers({ outcome, conditions, items: [item('open', 'Venter på svar')] }), today)
    expect(problems).toEqual(isInTheWay ? { 'items.0.status': 'errors.mandatoryOpen' } : {})
  })

  test('approved with conditions takes at least one, and each has somebody and a day', () => {
    const conditions = (...list: GateAnswers['conditions']) =>
      problemsOf(answers({ outcome: 'approved_with_conditions', conditions: list }), today)
    expect(conditions()).toEqual({ 'conditions.0.text': 'errors.conditionNeeded' })
    expect(conditions({ text: 'Prøv', owner: '', dueOn: null })).toEqual({
      'conditions.0.owner': 'errors.required',
      'conditions.0.dueOn': 'errors.date',
    })
    expect(conditions({ text: 'Prøv', owner: 'Per', dueOn: today }, { text: '', owner: 'Per', dueOn: null })).toEqual({
      'conditions.1.text': 'errors.required',
    })
    expect(conditions({ text: 'Prøv', owner: 'Per', dueOn: today }, { text: '', owner: '', dueOn: null })).toEqual({})
  })

  test('a decision is taken today or earlier', () => {
    expect(problemsOf(answers(), today)).toEqual({})
    expect(problemsOf(answers({ decidedOn: '2026-11-24' }), today)).toEqual({ decidedOn: 'errors.dateInFuture' })
  })

  test('only an approval leads on, and an answered item with a reason is never in the way of anything else', () => {
    const outcomes = fc.constantFrom<GateOutcome>('approved', 'approved_with_conditions', 'postponed', 'rejected')
    const statuses = fc.constantFrom<ChecklistStatus>('open', 'done', 'not_relevant')
    const items = fc.array(
      fc.record({ id: fc.uuid(), status: statuses, reason: fc.constant('Fordi'), isMandatory: fc.boolean() }),
    )
    fc.assert(
      fc.property(outcomes, items, (outcome, given) => {
        const conditions = [{ text: 'Vilkår', owner: 'Per', dueOn: today }]
        const problems = Object.keys(problemsOf(answers({ outcome, items: given, conditions }), today))
        const inTheWay = given.flatMap(({ status, isMandatory }, index) =>
          outcome === 'approved' && isMandatory && status === 'open' ? [`items.${index}.status`] : [],
        )
        expect(problems).toEqual(inTheWay)
        expect(leadsOn(outcome)).toBe(outcome.startsWith('approved'))
      }),
    )
  })
})
