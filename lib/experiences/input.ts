import { z } from 'zod'
import {
  BenefitCategory,
  CostKind,
  FigureQuality,
  IndicatorUnit,
  PartKind,
  ReportOutcome,
  SectionKind,
  Visibility,
} from '@/generated/prisma/enums'
import { parseAmount } from '@/lib/platform/amount'
import { wishes } from './sections'

const line = (max: number) => z.string().trim().max(max, 'errors.tooLong').default('')
const prose = line(20_000)
const required = (max: number) =>
  z.string({ error: 'errors.required' }).trim().min(1, 'errors.required').max(max, 'errors.tooLong')

/** One entry a line or a comma; blanks and repeats fall away. */
const list = z
  .string()
  .default('')
  .transform((typed) => [
    ...new Set(
      typed
        .split(/[\n,]/)
        .map((entry) => entry.trim())
        .filter(Boolean),
    ),
  ])
const lines = z
  .string()
  .default('')
  .transform((typed) =>
    typed
      .split('\n')
      .map((entry) => entry.trim())
      .filter(Boolean),
  )

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
const figure = z.string().transform((typed, context) => {
  const value = parseAmount(typed)
  if (value === null || Math.abs(value) > 1e13) {
    context.addIssue({ code: 'custom', message: 'errors.number' })
    return z.NEVER
  }
  return value
})

const costLine = z.object({
  kind: z.enum(CostKind),
  year: z.coerce.number({ error: 'errors.year' }).int('errors.year').min(2000, 'errors.year').max(2100, 'errors.year'),
  planned: amount,
  actual: amount,
  quality: z.enum(FigureQuality),
})

const effect = z.object({
  category: z.enum(BenefitCategory),
  title: required(200),
  unit: z.enum(IndicatorUnit),
  valueBefore: figure,
  valueAfter: figure,
  period: line(100),
  source: line(200),
  beneficiary: line(200),
})

type Row = Record<string, unknown>
const typedIn = (row: Row, fields: string[]) => fields.some((field) => String(row[field] ?? '').trim() !== '')

/** The form always shows empty rows for one more; they are not input. */
const costLines = z
  .preprocess(
    (rows) => (Array.isArray(rows) ? rows.filter((row: Row) => typedIn(row, ['planned', 'actual'])) : []),
    z.array(costLine).max(60),
  )
  .superRefine((rows, context) => {
    const seen = new Set<string>()
    rows.forEach((row, index) => {
      const key = `${row.kind} ${row.year}`
      if (seen.has(key)) context.addIssue({ code: 'custom', path: [index, 'year'], message: 'errors.sameCostTwice' })
      seen.add(key)
    })
  })
const effects = z.preprocess(
  (rows) => (Array.isArray(rows) ? rows.filter((row: Row) => typedIn(row, ['title', 'valueBefore', 'valueAfter'])) : []),
  z.array(effect).max(60),
)

/** `same`: the audience of the report. */
export const sectionAudience = z.enum(['same', ...Object.values(Visibility)])

const body = {
  version: z.coerce.number().int().min(0).catch(0),
  themeCode: required(60),
  technologies: list,
  suppliers: list,
  need: prose,
  affected: prose,
  alternatives: prose,
  solutionVersion: line(200),
  standards: prose,
  steps: prose,
  costs: costLines,
  costComment: prose,
  effects,
  unintended: prose,
  worked: prose,
  didNotWork: prose,
  prerequisites: lines,
  mustAdapt: prose,
  maySkip: prose,
  leastResources: prose,
  parts: z.array(z.enum(PartKind)).default([]),
  partsComment: prose,
  standIn: line(200),
  askAbout: prose,
  wants: z.array(z.enum(wishes)).default([]),
  audiences: z.partialRecord(z.enum(SectionKind), sectionAudience).default({}),
}

/** A draft needs a name to be found by, and nothing more. */
export const draftInput = z.object({
  ...body,
  title: required(200),
  summary: line(2000),
  outcome: z.preprocess((typed) => typed || null, z.enum(ReportOutcome).nullable()),
  wouldChange: prose,
  firstSteps: lines,
  role: line(200),
  contact: line(300),
})

/** What must be there before others read it: the fields marked ★ in the form. */
export const publishInput = z.object({
  ...body,
  title: required(200),
  summary: required(2000),
  outcome: z.enum(ReportOutcome, { error: 'errors.required' }),
  wouldChange: required(20_000),
  firstSteps: lines.refine((steps) => steps.length > 0, 'errors.required'),
  role: required(200),
  contact: required(300),
  visibility: z.enum(Visibility, { error: 'errors.required' }),
})

export type DraftInput = z.infer<typeof draftInput>
export type PublishInput = z.infer<typeof publishInput>
