import type { PartKind } from '@/generated/prisma/enums'
import type { Translator } from '@/lib/platform/i18n'
import { fieldsWith, type Sides } from '@/lib/sharing/merging/rules'
import type { PartItem } from '@/lib/sharing/parts'
import { itemName } from '@/lib/sharing/rules'
import { phaseName } from '../../templates/part-name'

/** The section of `choices` that names the values of a field. */
const choices: Record<string, string> = {
  proximity: 'proximity',
  strategy: 'strategy',
  category: 'benefitCategory',
  group: 'stakeholderGroup',
  audience: 'stakeholderGroup',
  affected: 'degree',
  influence: 'degree',
  unit: 'indicatorUnit',
}

/** What an item is called on the page. */
export function nameOf(t: Translator, kind: PartKind, item: PartItem): string {
  return kind === 'phases' ? phaseName(t, itemName(item)) : itemName(item)
}

/** What a field of an item says, in words; nothing where there is no item. */
export function fieldWords(t: Translator, kind: PartKind, item: PartItem | null, field: string): string {
  if (item === null) return t('improvements.nothing')
  return words(t, kind, field, Object.entries(item).find(([name]) => name === field)?.[1])
}

/** The fields that both sides have changed, with what each says. Those that belong together are one. */
export function conflictsIn(t: Translator, kind: PartKind, { theirs, mine, conflicts }: Sides & { conflicts: string[] }) {
  return conflicts.map((field) => {
    const fields = fieldsWith(field, theirs)
    const says = (item: PartItem | null) => fields.map((one) => fieldWords(t, kind, item, one)).join(' – ')
    return { field, label: fields.map((one) => fieldName(t, one)).join(', '), theirs: says(theirs), mine: says(mine) }
  })
}

/** What the item will be, with the fields that must be chosen between first. */
export function resultOf(
  t: Translator,
  { theirs, merged, conflicts }: { theirs: PartItem | null; merged: PartItem | null; conflicts: string[] },
) {
  return { heading: t('improvements.result'), item: merged, open: conflicts.flatMap((field) => fieldsWith(field, theirs)) }
}

/** What a field is called. */
export function fieldName(t: Translator, field: string): string {
  return t(`improvements.field.${field}` as 'improvements.field.title')
}

function words(t: Translator, kind: PartKind, field: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return '–'
  if (Array.isArray(value)) return value.map((one) => words(t, kind, field, one)).join('; ') || '–'
  if (typeof value === 'boolean') return t(value ? 'improvements.yes' : 'improvements.no')
  if (typeof value === 'number') return field.endsWith('Days') ? t('improvements.day', { day: value }) : String(value)
  if (field === 'phase') return phaseName(t, String(value))
  if (typeof value === 'object') {
    const { title, unit, start, target } = value as { title: string; unit: string; start: number; target: number }
    return `${title}: ${start} → ${target} ${t(`choices.indicatorUnit.${unit}` as 'choices.indicatorUnit.hours')}`
  }
  const section = field === 'kind' ? (kind === 'benefits' ? 'benefitKind' : 'uncertaintyKind') : choices[field]
  const key = `choices.${section}.${value}` as 'choices.degree.high'
  return section && t.has(key) ? t(key) : String(value)
}
