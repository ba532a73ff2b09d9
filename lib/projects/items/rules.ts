import type { Field, ItemValue, ItemValues } from './fields'
import type { ItemDefinition } from './kinds'

export type Changes = Record<string, [before: ItemValue, after: ItemValue]>

const isSame = (a: ItemValue | undefined, b: ItemValue | undefined) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/** The fields that differ, with the value before and after. */
export function changesBetween(definition: Pick<ItemDefinition, 'fields'>, before: ItemValues, after: ItemValues): Changes {
  const changed = definition.fields.filter(({ name }) => !isSame(before[name], after[name]))
  return Object.fromEntries(changed.map(({ name }) => [name, [before[name] ?? null, after[name] ?? null]]))
}

/** What a new item begins with. */
export function initialValues(definition: ItemDefinition, today: string): ItemValues {
  const beginning = (field: Field): ItemValue => {
    if (field.initial !== undefined) return field.initial
    if (field.type === 'check') return false
    if (field.type === 'words' || field.type === 'choices') return []
    if (field.isRequired && field.type === 'date' && ['loggedOn', 'measuredOn'].includes(field.name)) return today
    return field.type === 'line' || field.type === 'text' ? '' : null
  }
  return Object.fromEntries(definition.fields.map((field) => [field.name, beginning(field)]))
}

/** How long what was deleted can be put back, in days. */
export const keptDays = 30

/** What was deleted before this cannot be put back any more. */
export function keptSince(now: Date): Date {
  return new Date(now.getTime() - keptDays * 86_400_000)
}

const kindOfLesson: Record<string, string> = { deviation: 'went_wrong', change_request: 'would_do_differently' }

/** What a lesson made from a log entry begins with: nobody writes the same twice. */
export function lessonFrom(entry: ItemValues): ItemValues {
  const text = String(entry.text ?? '')
  const [sentence = ''] = text.split(/(?<=[.!?])\s/)
  return {
    title: sentence.slice(0, 120),
    kind: kindOfLesson[String(entry.kind)] ?? null,
    whatHappened: text,
    effect: String(entry.consequence ?? ''),
    recommendation: String(entry.recommendation ?? ''),
  }
}
