import type { PartKind } from '@/generated/prisma/enums'
import type { Translator } from '@/lib/platform/i18n'
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
