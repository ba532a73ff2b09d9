import type { ListCell } from '@/components/table/list-table'
import type { CellValue } from '@/lib/lists/engine/queries'
import type { ListColumn } from '@/lib/lists/rules'
import type { Translator } from '@/lib/platform/i18n'
import { formatDate, formatNumber, formatThousands, inLocale, type Locale } from '@/lib/platform/locale'
import type { ListNames } from '@/lib/portfolio/lists/queries'
import { type Severity, type StatusValues, severityOf } from '@/lib/portfolio/rules'

export interface ListTexts {
  t: Translator
  locale: Locale
  names: ListNames
}

type Key = Parameters<Translator>[0]

/** What a column is called. */
export function columnTitle(t: Translator, key: string): string {
  return t(`lists.columns.${key}` as Key)
}

const statusSections = ['progress', 'economy', 'quality', 'risk', 'benefit']

/** How a value is drawn, where it is a status. */
export function severityOfCell(column: ListColumn, value: CellValue): Severity | undefined {
  if (typeof value !== 'string' || !column.of || !statusSections.includes(column.of)) return undefined
  return severityOf(column.of as keyof StatusValues, value as never)
}

/** A value in words of the reader's language. Empty for nothing; zero is 0. */
export function cellText({ t, locale, names }: ListTexts, column: ListColumn, value: CellValue, label: string | null): string {
  if (value === null || value === '') return ''
  switch (column.kind) {
    case 'choice':
      return column.of === 'probability' || column.of === 'consequence'
        ? `${value} ${t(`choices.${column.of}.${value}` as Key)}`
        : t(`choices.${column.of}.${value}` as Key)
    case 'entity':
      return entityText({ t, locale, names }, column, String(value), label)
    case 'date':
      return formatDate(String(value), locale, 'short')
    case 'nok':
      return formatThousands(Number(value), locale)
    case 'number':
      return column.key === 'ar' ? String(value) : formatNumber(Number(value), locale)
    case 'percent':
      return t('item.percent', { value: formatNumber(Number(value), locale, 0) })
    case 'boolean':
      return value === true ? t('common.yes') : t('common.no')
    case 'words':
      return [value].flat().join(', ')
    default:
      return String(value)
  }
}

function entityText({ t, locale, names }: ListTexts, column: ListColumn, value: string, label: string | null): string {
  if (column.set === 'themes') return t(`choices.theme.${value}` as Key)
  if (column.set === 'phases') {
    const phase = names.phases.find(({ code }) => code === value)
    return phase ? inLocale(phase.names, locale) : (label ?? value)
  }
  return label ?? ''
}

/** What a filter can choose from: value and word, in logical order. */
export function filterChoices({ t, locale, names }: ListTexts, column: ListColumn): { value: string; text: string }[] {
  if (column.kind === 'boolean')
    return [
      { value: 'ja', text: t('common.yes') },
      { value: 'nei', text: t('common.no') },
    ]
  if (column.choices) return column.choices.map((value) => ({ value, text: t(`choices.${column.of}.${value}` as Key) }))
  if (column.set === 'people') return names.people.map(({ id, name }) => ({ value: id, text: name }))
  if (column.set === 'programmes') return names.programmes.map(({ id, name }) => ({ value: id, text: name }))
  if (column.set === 'themes') return names.themes.map((code) => ({ value: code, text: t(`choices.theme.${code}` as Key) }))
  if (column.set === 'phases') return names.phases.map(({ code, names: of }) => ({ value: code, text: inLocale(of, locale) }))
  return []
}

export type { ListCell }
