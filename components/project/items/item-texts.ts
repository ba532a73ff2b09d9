import type { FormField } from '@/components/forms/fields'
import type { Translator } from '@/lib/platform/i18n'
import { formatDate, formatNok, formatNumber, inLocale, type Locale } from '@/lib/platform/locale'
import { type Field, type ItemValue, type ItemValues, inputName, typedValue } from '@/lib/projects/items/fields'
import { type ItemKind, items } from '@/lib/projects/items/kinds'

export interface ItemTexts {
  t: Translator
  locale: Locale
  people: { id: string; name: string }[]
  phases: { id: string; stageName: string | null; names: Record<Locale, string> }[]
}

type Key = Parameters<Translator>[0]
const has = (t: Translator, key: string) => t.has(key as Key)

/** The label of a field: that of its kind where it has one, else the common one. */
export function fieldLabel(t: Translator, kind: ItemKind, name: string): string {
  const own = `item.${kind}.fields.${name}`
  return t((has(t, own) ? own : `item.fields.${name}`) as Key)
}

function fieldHint(t: Translator, kind: ItemKind, field: Field): string | undefined {
  const own = `item.${kind}.hints.${field.name}`
  if (has(t, own)) return t(own as Key)
  const common = `item.hints.${field.type}`
  return has(t, common) ? t(common as Key) : undefined
}

const inputs: Partial<Record<Field['type'], FormField['input']>> = {
  text: 'text',
  date: 'date',
  nok: 'figure',
  hours: 'figure',
  number: 'figure',
  percent: 'figure',
  year: 'figure',
  scale: 'select',
  choice: 'select',
  person: 'select',
  phase: 'select',
  choices: 'choices',
  check: 'check',
}

const scaleSteps = ['1', '2', '3', '4', '5']

function choicesOf(texts: ItemTexts, field: Field): { value: string; text: string }[] {
  const { t, locale, people, phases } = texts
  const word = (value: string) => t(`choices.${field.of}.${value}` as Key)
  if (field.type === 'person') return people.map(({ id, name }) => ({ value: id, text: name }))
  if (field.type === 'phase') return phases.map((phase) => ({ value: phase.id, text: phaseName(phase, locale) }))
  if (field.type === 'scale') return scaleSteps.map((step) => ({ value: step, text: `${step} – ${word(step)}` }))
  return (field.choices ?? []).map((value) => ({ value, text: word(value) }))
}

export function phaseName(phase: { stageName: string | null; names: Record<Locale, string> }, locale: Locale): string {
  return phase.stageName ? `${inLocale(phase.names, locale)}: ${phase.stageName}` : inLocale(phase.names, locale)
}

/** Fields ready for a form that begins with the given values; `words` says what each is called. */
export function fieldsOf(
  texts: ItemTexts,
  fields: readonly Field[],
  values: ItemValues,
  words: (name: string) => { label: string; hint?: string },
): FormField[] {
  const { t } = texts
  const yesNo = [
    { value: 'on', text: t('common.yes') },
    { value: '', text: t('common.no') },
  ]
  return fields.map((field) => {
    const initial = typedValue(field, values[field.name])
    return {
      name: inputName(field),
      input: inputs[field.type] ?? 'line',
      ...words(field.name),
      isRequired: field.isRequired && field.type !== 'check',
      initial,
      choices: field.type === 'check' ? yesNo : choicesOf(texts, field),
      empty: field.isRequired && initial !== '' ? undefined : field.type === 'person' ? t('item.nobody') : t('item.notChosen'),
    }
  })
}

/** The fields of a kind, ready for a form that begins with the given values. */
export function formFields(texts: ItemTexts, kind: ItemKind, values: ItemValues): FormField[] {
  const { fields } = items[kind]
  return fieldsOf(texts, fields, values, (name) => {
    const field = fields.find((known) => known.name === name)
    return { label: fieldLabel(texts.t, kind, name), hint: field && fieldHint(texts.t, kind, field) }
  })
}

/** A value in words: dates, money and choices as the reader writes them. Empty for nothing. */
export function shown(texts: ItemTexts, field: Field, value: ItemValue | undefined): string {
  const { t, locale } = texts
  if (value === null || value === undefined || value === '') return ''
  const word = (one: string) => choicesOf(texts, field).find((choice) => choice.value === one)?.text ?? ''
  switch (field.type) {
    case 'date':
      return formatDate(String(value), locale, 'short')
    case 'nok':
      return formatNok(Number(value), locale)
    case 'percent':
      return t('item.percent', { value: formatNumber(Number(value), locale, 0) })
    case 'hours':
    case 'number':
      return formatNumber(Number(value), locale)
    case 'check':
      return value === true ? t('common.yes') : t('common.no')
    case 'words':
      return [value].flat().join(', ')
    case 'choices':
      return [value]
        .flat()
        .map((one) => word(String(one)))
        .join(', ')
    case 'choice':
    case 'person':
    case 'phase':
    case 'scale':
      return word(String(value))
    default:
      return String(value)
  }
}

/** What an item is called: its title, or what stands for it. */
export function itemTitle(texts: ItemTexts, kind: ItemKind, values: ItemValues): string {
  const definition = items[kind]
  const field = definition.fields.find(({ name }) => name === definition.title)
  const title = field ? shown(texts, field, values[definition.title]) : ''
  const person = definition.fields.find(({ name }) => name === 'personId')
  return title || (person ? shown(texts, person, values.personId) : '') || texts.t(`item.${kind}.one` as Key)
}
