import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nested } from '@/lib/platform/form'
import { newPhaseModelInput } from './input'
import { formValues, isBlankPhase, phasesOf, withCodes } from './rules'

const text = fc.string({ maxLength: 60 })
const phase = fc.record({
  code: fc.constantFrom('', 'idea', 'concept', 'egen'),
  nameNb: text,
  nameNn: text,
  nameEn: text,
  gate: fc.string({ maxLength: 20 }),
  hasStages: fc.boolean(),
  checklist: fc.array(fc.record({ textNb: text, textNn: text, isMandatory: fc.boolean() }), { maxLength: 3 }),
})
const phases = fc.array(phase, { maxLength: 6 })
const blank = { code: '', nameNb: '', nameNn: '', nameEn: '', gate: '', hasStages: false, checklist: [] }

describe('the phases of a model', () => {
  test('get a code each, and those that have one keep it', () => {
    fc.assert(
      fc.property(phases, (typed) => {
        const coded = withCodes(typed)
        const codes = coded.map((one) => one.code)
        expect(new Set(codes).size).toBe(typed.length)
        expect(codes.every((code) => code !== '')).toBe(true)
        for (const known of new Set(typed.map((one) => one.code).filter(Boolean)))
          expect(codes[typed.findIndex((one) => one.code === known)]).toBe(known)
        expect(withCodes(coded)).toEqual(coded)
      }),
    )
  })

  test('come back from a form as they were typed', () => {
    fc.assert(
      fc.property(phases, (typed) => {
        expect(phasesOf(formValues({ name: 'Modell', phases: typed }))).toEqual(typed)
      }),
    )
  })

  test('a new one is called what its name says', () => {
    expect(
      withCodes([
        { code: '', nameNb: 'Kjøp, og kontrakt' },
        { code: '', nameNb: 'Kjøp og kontrakt' },
      ]).map(({ code }) => code),
    ).toEqual(['Kjøp og kontrakt', 'Kjøp og kontrakt 2'])
  })
})

describe('what is sent', () => {
  const parse = (typed: (typeof blank)[]) => newPhaseModelInput.safeParse(nested(formValues({ name: 'Modell', phases: typed })))

  test('leaves out what is blank, and says what is missing where it stands', () => {
    expect(isBlankPhase({ ...blank, checklist: [{ textNb: ' ', textNn: '', isMandatory: true }] })).toBe(true)
    const start = { ...blank, nameNb: 'Start', nameNn: 'Start' }
    expect(parse([blank, start]).data?.phases).toMatchObject([{ nameNb: 'Start', nameEn: 'Start' }])
    expect(parse([blank, { ...start, nameNn: '' }]).error?.issues.map(({ path }) => path.join('.'))).toEqual(['phases.1.nameNn'])
    expect(parse([blank]).error?.issues).toMatchObject([{ path: ['phases', 0, 'nameNb'], message: 'errors.required' }])
  })
})
