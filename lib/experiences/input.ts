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
import { version } from '@/lib/platform/input'
import { type RichField, richFields, wishes } from './sections'
import { isEmptyText, parseText, plainText, richText } from './text/rules'

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
  version: version.catch(0),
  themeCode: required(60),
  technologies: list,
  suppliers: list,
  need: richText,
  affected: prose,
  alternatives: richText,
  solutionVersion: line(200),
  standards: prose,
  steps: richText,
  costs: costLines,
  costComment: prose,
  effects,
  unintended: prose,
  worked: richText,
  didNotWork: richText,
  prerequisites: lines,
  mustAdapt: richText,
  maySkip: prose,
  leastResources: richText,
  parts: z.array(z.enum(PartKind)).default([]),
  partsComment: prose,
  standIn: line(200),
  askAbout: prose,
  wants: z.array(z.enum(wishes)).default([]),
  audiences: z.partialRecord(z.enum(SectionKind), sectionAudience).default({}),
}

const target = { projectId: z.uuid('errors.unknown') }

const draftFields = z.object({
  ...body,
  title: required(200),
  summary: line(2000),
  outcome: z.preprocess((typed) => typed || null, z.enum(ReportOutcome).nullable()),
  wouldChange: richText,
  firstSteps: lines,
  role: line(200),
  contact: line(300),
  visibility: z.enum(Visibility, { error: 'errors.required' }).default('municipalities'),
})

const publishFields = draftFields.extend({
  summary: required(2000),
  outcome: z.enum(ReportOutcome, { error: 'errors.required' }),
  wouldChange: richText.refine((text) => !isEmptyText(text), 'errors.required'),
  firstSteps: lines.refine((steps) => steps.length > 0, 'errors.required'),
  role: required(200),
  contact: required(300),
  visibility: z.enum(Visibility, { error: 'errors.required' }),
})

/** A draft needs a name to be found by, and nothing more. */
export const draftInput = z.preprocess(withTexts, draftFields)
/** What must be there before others read it: the fields marked ★ in the form. */
export const publishInput = z.preprocess(withTexts, publishFields)
/** The same as they are sent from the form of a project. */
export const draftForm = z.preprocess(withTexts, draftFields.extend(target))
export const publishForm = z.preprocess(withTexts, publishFields.extend(target))

export const withdrawForm = z.object(target)

/** What is confirmed on the step before publication: the draft that was looked over, and the findings that may stay. */
export const confirmForm = z.object({
  ...target,
  version: version.refine((number) => number > 0),
  keep: z.array(z.string().max(400)).max(500).default([]),
  note: line(300),
  hideEarlier: z.literal('on').optional(),
})

export type DraftInput = z.infer<typeof draftFields>
export type PublishInput = z.infer<typeof publishFields>
export type ConfirmInput = z.infer<typeof confirmForm>

const words = (text: string) => text.replace(/\s+/g, ' ').trim()

/**
 * A long answer comes twice: as plain text, and under `rich` as the editor has it. The nodes count as long as they hold the same
 * words; where the plain text was changed by itself, before or without the editor, it is what the writer wants.
 */
function withTexts(sent: unknown): unknown {
  if (typeof sent !== 'object' || sent === null || !('rich' in sent)) return sent
  const { rich, ...fields } = sent as { rich: Partial<Record<RichField, unknown>> } & Record<string, unknown>
  const texts = richFields.flatMap((name) => {
    const [nodes, plain] = [rich[name], fields[name]]
    if (typeof nodes !== 'string' || nodes === '') return []
    const parsed = parseText(nodes)
    if (!parsed.success) return plain === undefined ? [] : [[name, unreadable(nodes, plain)]]
    return plain === undefined || words(String(plain)) === words(plainText(parsed.data)) ? [[name, parsed.data]] : []
  })
  return { ...fields, ...Object.fromEntries(texts) }
}

/** Nodes that break a rule are answered as such, rather than quietly replaced by their words. */
function unreadable(nodes: string, plain: unknown): unknown {
  try {
    return JSON.parse(nodes)
  } catch {
    return plain
  }
}
