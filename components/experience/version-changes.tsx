import { Section } from '@/components/ui/section'
import type { ComparedWords, FieldChange, Piece } from '@/lib/experiences/versions/rules'
import type { Translator } from '@/lib/platform/i18n'
import { formatNok, formatNumber, type Locale } from '@/lib/platform/locale'
import { measured } from './effect-table'

/** What has been added and removed, field by field under the section it stands in. */
export function VersionChanges({ t, changes }: { t: Translator; changes: FieldChange[] }) {
  const sections = [...new Set(changes.map((change) => change.section))]
  return sections.map((section) => (
    <Section key={section} id={section} title={section === 'short' ? t('versions.short') : t(`choices.reportSection.${section}`)}>
      {changes
        .filter((change) => change.section === section)
        .map(({ field, pieces }) => (
          <div key={field}>
            <h3 className="mb-1 text-lg">{t(`versions.field.${field}` as 'versions.field.title')}</h3>
            <p className="prose">
              {pieces.map((piece, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text never change order
                <PieceView key={index} t={t} piece={piece} />
              ))}
            </p>
          </div>
        ))}
    </Section>
  ))
}

/** Colour is never alone: what is added is underlined, what is removed struck through, and both are said. */
function PieceView({ t, piece }: { t: Translator; piece: Piece }) {
  if (piece.kind === 'same') return piece.text
  const Mark = piece.kind === 'added' ? 'ins' : 'del'
  return (
    <Mark>
      <span className="sr-only"> {t(`versions.${piece.kind}`)} </span>
      {piece.text}
      <span className="sr-only"> {t('versions.end')} </span>
    </Mark>
  )
}

/** The words that figures and choices are compared by. */
export function comparedWords(t: Translator, locale: Locale): ComparedWords {
  const figure = (kind: string, value: number | null) => {
    if (value === null) return '–'
    return kind === 'own_hours' ? t('common.hours', { amount: formatNumber(value, locale) }) : formatNok(value, locale)
  }
  return {
    outcome: (outcome) => t(`choices.reportOutcome.${outcome}`),
    theme: (code) => t(`choices.theme.${code}` as 'choices.theme.byggesak'),
    cost: ({ kind, year, planned, actual, quality }) =>
      t('versions.cost', {
        ...{ kind: t(`choices.costKind.${kind}`), year: String(year) },
        ...{ planned: figure(kind, planned), actual: figure(kind, actual), quality: t(`choices.costQuality.${quality}`) },
      }),
    effect: ({ title, unit, valueBefore, valueAfter, period }) =>
      t('versions.effect', {
        ...{ title, period, before: measured(t, locale, valueBefore, unit), after: measured(t, locale, valueAfter, unit) },
      }),
    part: (kind, items) => `${t(`choices.partKind.${kind}`)}: ${items.join('; ')}`,
  }
}
