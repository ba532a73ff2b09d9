import { z } from 'zod'
import {
  BenefitCategory,
  CostKind,
  EffectPer,
  EffectResult,
  FigureQuality,
  IndicatorUnit,
  PrerequisiteKind,
} from '@/generated/prisma/enums'
import { parseAmount } from '@/lib/platform/amount'

// What may stand in the fields of a report. Its lines of costs and effects are kept as they are typed while they are written, finished or
// not, and read as figures when they are published.

export const line = (max: number) => z.string().trim().max(max, 'errors.tooLong').default('')
export const prose = line(20_000)
export const required = (max: number) =>
  z.string({ error: 'errors.required' }).trim().min(1, 'errors.required').max(max, 'errors.tooLong')

/** The entries of a list, one a line or between other signs; blanks and repeats fall away. More, or longer, than this is no list. */
function entries(between: RegExp, most: number, longest: number) {
  const list = z.array(z.string().max(longest, 'errors.entryTooLong')).max(most, 'errors.tooManyEntries')
  return z
    .string()
    .max(2 * most * longest, 'errors.tooLong')
    .default('')
    .transform((typed, context) => {
      const found = [...new Set(typed.split(between).flatMap((entry) => entry.trim() || []))]
      const { error } = list.safeParse(found)
      if (!error) return found
      context.addIssue({ code: 'custom', message: error.issues[0]?.message })
      return z.NEVER
    })
}

/** Names, with commas or line breaks between. */
export const names = entries(/[\n,]/, 40, 100)
/** Sentences, one a line. */
export const lines = entries(/\n/, 40, 500)

const mostRows = 60

const typedCost = z.object({
  kind: z.enum(CostKind).catch('purchase'),
  year: line(20),
  planned: line(200),
  actual: line(200),
  quality: z.enum(FigureQuality).catch('measured'),
})
const typedEffect = z.object({
  category: z.enum(BenefitCategory).catch('time_saved'),
  title: line(200),
  unit: z.enum(IndicatorUnit).catch('hours'),
  valueBefore: line(200),
  valueAfter: line(200),
  per: z.enum(EffectPer).catch('other'),
  quality: z.enum(FigureQuality).catch('estimated'),
  result: z.enum(EffectResult).nullable().catch(null),
  period: line(100),
  source: line(200),
  beneficiary: line(200),
})

/** Lines as somebody types them: whatever stands in the fields. */
export type TypedCost = z.infer<typeof typedCost>
export type TypedEffect = z.infer<typeof typedEffect>

// The form always shows an empty row for one more, which is not input.
const isEmptyCost = ({ planned, actual }: TypedCost) => planned === '' && actual === ''
const isEmptyEffect = ({ title, valueBefore, valueAfter, period, source, beneficiary }: TypedEffect) =>
  [title, valueBefore, valueAfter, period, source, beneficiary].every((text) => text === '')

export const typedCosts = z
  .array(typedCost)
  .max(mostRows)
  .transform((rows) => rows.filter((row) => !isEmptyCost(row)))
  .default([])
export const typedEffects = z
  .array(typedEffect)
  .max(mostRows)
  .transform((rows) => rows.filter((row) => !isEmptyEffect(row)))
  .default([])

const amount = z
  .string()
  .default('')
  .transform((typed, context) => {
    if (typed.trim() === '') return null
    const value = parseAmount(typed)
    if (value === null || value < 0 || value > 1e11) {
      context.addIssue({ code: 'custom', message: 'errors.amount' })
      return z.NEVER
    }
    return value
  })

/** What stood before or after: a figure, or words where it is not counted. */
const measure = line(200).transform((typed, context) => {
  const value = parseAmount(typed)
  if (value !== null && Math.abs(value) > 1e13) {
    context.addIssue({ code: 'custom', message: 'errors.number' })
    return z.NEVER
  }
  return { value, words: value === null ? typed : '' }
})

const costLine = typedCost.extend({
  year: z.coerce.number({ error: 'errors.year' }).int('errors.year').min(2000, 'errors.year').max(2100, 'errors.year'),
  planned: amount,
  actual: amount,
})
const effect = typedEffect
  .extend({ title: required(200), valueBefore: measure, valueAfter: measure })
  .transform(({ valueBefore: before, valueAfter: after, ...told }) => ({
    ...told,
    ...{ valueBefore: before.value, valueAfter: after.value, wordsBefore: before.words, wordsAfter: after.words },
  }))

/** Rows keep their number, empty or not, so that what is wrong is told beside the row it is wrong in. */
function rowsOf<Row extends z.ZodType>(row: Row, isEmpty: (sent: unknown) => boolean) {
  return z
    .array(z.preprocess((sent) => (isEmpty(sent) ? null : sent), row.nullable()))
    .max(mostRows)
    .transform((rows) => rows.filter((one) => one !== null))
    .default([])
}

export const costLines = rowsOf(costLine, (sent) => {
  const { data } = typedCost.safeParse(sent)
  return data !== undefined && isEmptyCost(data)
})
export const effects = rowsOf(effect, (sent) => {
  const { data } = typedEffect.safeParse(sent)
  return data !== undefined && isEmptyEffect(data)
})

/** What the lines of what must be in place ask for, line by line. A kind there is none of is let go: the line is then read from its words. */
export const asks = z
  .array(
    z.object({ line: z.string().max(1000).default(''), kind: z.enum(PrerequisiteKind).nullable().catch(null), value: line(200) }),
  )
  .max(100)
  .default([])
