import { z } from 'zod'
import { parseAmount } from '@/lib/platform/amount'
import type { IsoDate } from '@/lib/platform/dates'
import { day } from '@/lib/platform/input'

/** What kind of thing a field holds, and so how it is asked for, read and shown. */
export type FieldType =
  | 'line'
  | 'text'
  | 'date'
  | 'nok'
  | 'hours'
  | 'number'
  | 'percent'
  | 'scale'
  | 'year'
  | 'choice'
  | 'choices'
  | 'check'
  | 'person'
  | 'phase'
  | 'words'

export interface Field {
  /** The name in the database, in the form and in the messages. */
  name: string
  type: FieldType
  isRequired?: boolean
  /** The section of `choices` in the messages that names what can be chosen. */
  of?: string
  choices?: readonly string[]
  /** What a new item begins with. */
  initial?: ItemValue
}

/** Dates as ISO dates, kroner, hours and per cent as numbers, empty as null. */
export type ItemValue = string | number | boolean | string[] | null
export type ItemValues = Record<string, ItemValue>

const longest = { line: 200, text: 10_000 } as const

const line = z.string().trim().max(longest.line, 'errors.tooLong')
const text = z.string().trim().max(longest.text, 'errors.tooLong')
const typed = z.string().trim()

function figure(message: string, isValid: (value: number) => boolean) {
  return typed.transform((value, context) => {
    if (value === '') return null
    const amount = parseAmount(value)
    if (amount !== null && isValid(amount)) return amount
    context.addIssue({ code: 'custom', message })
    return z.NEVER
  })
}

const whole = (from: number, to: number) => (value: number) => Number.isInteger(value) && value >= from && value <= to

const emptyAsNull = (value: string) => (value === '' ? null : value)

const schemas: Record<FieldType, (field: Field) => z.ZodType<ItemValue>> = {
  line: () => line,
  text: () => text,
  date: () => z.union([z.literal('').transform(() => null), day], 'errors.date'),
  nok: () => figure('errors.amount', (value) => value >= 0 && value < 1e12),
  hours: () => figure('errors.number', (value) => value >= 0 && value < 1e8),
  number: () => figure('errors.number', (value) => Math.abs(value) < 1e13),
  percent: () => figure('errors.percent', whole(1, 100)),
  scale: () => figure('errors.scale', whole(1, 5)),
  year: () => figure('errors.year', whole(2000, 2100)),
  choice: (field) => z.union([z.literal(''), z.enum(field.choices ?? [])], 'errors.unknown').transform(emptyAsNull),
  choices: (field) => z.array(z.enum(field.choices ?? [], 'errors.unknown')),
  check: () => z.enum(['', 'on']).transform((value) => value === 'on'),
  person: () => z.union([z.literal(''), z.uuid('errors.unknown')], 'errors.unknown').transform(emptyAsNull),
  phase: () => z.union([z.literal(''), z.uuid('errors.unknown')], 'errors.unknown').transform(emptyAsNull),
  words: () =>
    z
      .string()
      .max(1000, 'errors.tooLong')
      .transform((value) => [...new Set(value.split(',').map((word) => word.trim().slice(0, 100)))].filter(Boolean)),
}

/** Reads what was typed in one field. A required field that is empty says so. */
export function fieldSchema(field: Field): z.ZodType<ItemValue> {
  const schema = schemas[field.type](field)
  const read = z.preprocess((value) => value ?? (field.type === 'choices' ? [] : ''), schema) as z.ZodType<ItemValue>
  if (!field.isRequired) return read
  return read.refine(
    (value) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0),
    'errors.required',
  )
}

/** The value as it stands in the form. */
export function typedValue(field: Field, value: ItemValue | undefined): string | string[] {
  if (field.type === 'check') return value === true ? 'on' : ''
  if (field.type === 'words') return Array.isArray(value) ? value.join(', ') : ''
  if (field.type === 'choices') return Array.isArray(value) ? value : []
  if (value === null || value === undefined) return ''
  return typeof value === 'number' ? String(value).replace('.', ',') : String(value)
}

/** The name of the field in the form: many-choice fields carry `[]`. */
export function inputName(field: Field): string {
  return field.type === 'choices' ? `${field.name}[]` : field.name
}

/** Whether the period runs backwards. Open ends never do. */
export function isBackwards(startOn: ItemValue | undefined, endOn: ItemValue | undefined): boolean {
  return typeof startOn === 'string' && typeof endOn === 'string' && (endOn as IsoDate) < startOn
}
