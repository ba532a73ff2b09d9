import { phaseName } from '@/components/templates/part-name'
import { Section } from '@/components/ui/section'
import type { Line, Piece } from '@/lib/experiences/versions/difference/rules'
import type { ComparedWords, FieldChange } from '@/lib/experiences/versions/rules'
import type { Translator } from '@/lib/platform/i18n'
import { formatNok, formatNumber, type Locale } from '@/lib/platform/locale'
import { told } from './effect-table'

/** What has been added and removed, field by field under the section it stands in. `lang`: what it is written in. */
export function VersionChanges({ t, changes, lang }: { t: Translator; changes: FieldChange[]; lang?: string }) {
  const sections = [...new Set(changes.map((change) => change.section))]
  return sections.map((section) => (
    <Section key={section} id={section} title={section === 'short' ? t('versions.short') : t(`choices.reportSection.${section}`)}>
      {changes
        .filter((change) => change.section === section)
        .map(({ field, lines }) => (
          <div key={field}>
            <h3 className="mb-1 text-lg">{t(`versions.field.${field}` as 'versions.field.title')}</h3>
            <div className="grid gap-2">
              {lines.map((line, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a text never change order
                <LineView key={index} t={t} line={line} lang={lang} />
              ))}
            </div>
          </div>
        ))}
    </Section>
  ))
}

function LineView({ t, line, lang }: { t: Translator; line: Line; lang?: string }) {
  if ('alike' in line) return <p className="text-sm muted">{t('versions.alike', { count: line.alike })}</p>
  const { pieces } = line
  return (
    <p lang={lang} className={isReplaced(pieces) ? 'prose replaced' : 'prose'}>
      {pieces.map((piece, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text never change order
        <PieceView key={index} t={t} piece={piece} />
      ))}
    </p>
  )
}

/** Nothing of the text is left: the old stands above the new. */
const isReplaced = (pieces: Piece[]) => pieces.length === 2 && pieces.every(({ kind }) => kind !== 'same')

/** The cells of a row, parted so that it shows. */
const cells = (text: string) => text.replaceAll('\t', '  |  ')

/** Colour is never alone: what is added is underlined, what is removed struck through, and both are said. */
function PieceView({ t, piece }: { t: Translator; piece: Piece }) {
  if (piece.kind === 'same') return cells(piece.text)
  const Mark = piece.kind === 'added' ? 'ins' : 'del'
  return (
    <Mark>
      <span className="sr-only"> {t(`versions.${piece.kind}`)} </span>
      {cells(piece.text)}
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
    effect: ({ title, unit, valueBefore, valueAfter, wordsBefore, wordsAfter, period, quality, result }) => {
      const text = t('versions.effect', {
        ...{ title, period },
        ...{ before: told(t, locale, valueBefore, wordsBefore, unit), after: told(t, locale, valueAfter, wordsAfter, unit) },
      })
      return `${text} (${[t(`choices.costQuality.${quality}`), result && t(`choices.effectResult.${result}`)].filter(Boolean).join(', ')})`
    },
    prerequisite: ({ text, kind, value }) =>
      `${text} (${[t(`choices.prerequisiteKind.${kind}`), value].filter(Boolean).join(': ')})`,
    part: (kind, items) =>
      `${t(`choices.partKind.${kind}`)}: ${items.map((item) => (kind === 'phases' ? phaseName(t, item) : item)).join('; ')}`,
  }
}
