'use client'
import { RichField } from '@/components/text/rich-field'
import { fromPlain, parseText } from '@/lib/experiences/text/rules'
import { Checkbox, type Choice, Choices, Select, TextArea, TextField } from './field'

/** A field in words: what a server component knows of it, ready to be shown. */
export interface FormField {
  /** As it is sent; ends in `[]` where several can be chosen. */
  name: string
  /** Where the page has several forms with the same field. */
  id?: string
  input: 'line' | 'text' | 'date' | 'figure' | 'select' | 'radio' | 'choices' | 'check' | 'rich'
  label: string
  hint?: string
  isRequired?: boolean
  /** Of a rich text, its nodes as JSON. */
  initial: string | string[]
  choices?: Choice[]
  /** The word for no choice. */
  empty?: string
}

const isWide = (field: FormField) => ['text', 'rich', 'choices', 'check'].includes(field.input) || field.name === 'title'

/** Fields two and two where they are short, each over the full width where they are long or there is little room. */
export function Fields({ fields, isNarrow = false }: { fields: FormField[]; isNarrow?: boolean }) {
  return (
    <div className={isNarrow ? 'grid gap-6' : 'grid gap-6 sm:grid-cols-2'}>
      {fields.map((field) => (
        <div key={field.name} className={isWide(field) && !isNarrow ? 'sm:col-span-2' : ''}>
          <OneField {...field} />
        </div>
      ))}
    </div>
  )
}

function OneField({ input, initial, choices = [], empty, ...field }: FormField) {
  const single = String(initial)
  switch (input) {
    case 'text':
      return <TextArea {...field} initial={single} />
    case 'date':
      return <TextField {...field} initial={single} type="date" />
    case 'figure':
      return <TextField {...field} initial={single} inputMode="decimal" />
    case 'select':
      return <Select {...field} initial={single} choices={choices} empty={empty} />
    case 'radio':
      return <Choices {...field} legend={field.label} initial={[single]} choices={choices} type="radio" />
    case 'choices':
      return <Choices {...field} legend={field.label} initial={[initial].flat()} choices={choices} />
    case 'rich':
      return <RichField {...field} text={current(single)} />
    case 'check':
      return <Checkbox {...field} initial={single} />
    default:
      return <TextField {...field} initial={single} />
  }
}

function current(nodes: string) {
  const parsed = parseText(nodes)
  return parsed.success ? parsed.data : fromPlain('')
}

/** Field name to label, for the summary of errors. */
export function labelsOf(fields: FormField[]): Record<string, string> {
  return Object.fromEntries(fields.map((field) => [field.name, field.label]))
}

/** Where a field is in the page, for those that are not at their name. */
export function anchorsOf(fields: FormField[]): Record<string, string> {
  return Object.fromEntries(fields.flatMap(({ name, id }) => (id ? [[name, id]] : [])))
}

/** The words for what can be chosen, by field. */
export function wordsOf(fields: FormField[]): Record<string, Record<string, string>> {
  return Object.fromEntries(
    fields.map((field) => [field.name, Object.fromEntries((field.choices ?? []).map(({ value, text }) => [value, text]))]),
  )
}
