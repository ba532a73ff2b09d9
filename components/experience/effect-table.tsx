import { TableScroll } from '@/components/ui/table-scroll'
import { Tag } from '@/components/ui/tag'
import type { IndicatorUnit } from '@/generated/prisma/enums'
import type { Effect } from '@/lib/experiences/rules'
import type { Translator } from '@/lib/platform/i18n'
import { formatNok, formatNumber, type Locale } from '@/lib/platform/locale'

interface Props {
  t: Translator
  locale: Locale
  effects: Effect[]
  /** What the effects are told in. */
  lang?: string
}

const resultColours = { better: 'success', unchanged: 'neutral', worse: 'warning' } as const

/** A value with its unit: `45 %`, `12 000 kr`, `31 timer`. */
export function measured(t: Translator, locale: Locale, value: number, unit: IndicatorUnit): string {
  if (unit === 'nok') return formatNok(value, locale)
  if (unit === 'percent') return `${formatNumber(value, locale)}\u00a0%`
  if (unit === 'hours') return t('common.hours', { amount: formatNumber(value, locale) })
  return formatNumber(value, locale)
}

/** What stood before or after: the figure, the words where it is not counted, or a dash where it is not known. */
export function told(t: Translator, locale: Locale, value: number | null, words: string, unit: IndicatorUnit): string {
  return value === null ? words || '–' : measured(t, locale, value, unit)
}

export function EffectTable({ t, locale, effects, lang }: Props) {
  return (
    <TableScroll label={t('choices.reportSection.effect')}>
      <table className="ds-table" data-border="true">
        <thead>
          <tr>
            <th scope="col">{t('experience.effect')}</th>
            <th scope="col" className="figures">
              {t('experience.before')}
            </th>
            <th scope="col" className="figures">
              {t('experience.after')}
            </th>
            <th scope="col">{t('experience.figureQuality')}</th>
            <th scope="col">{t('experience.period')}</th>
            <th scope="col">{t('experience.source')}</th>
            <th scope="col">{t('experience.beneficiary')}</th>
          </tr>
        </thead>
        <tbody>
          {effects.map((effect, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two effects may have one name, and they never change order
            <tr key={index}>
              <th scope="row">
                <span lang={lang}>{effect.title}</span>
                <span className="block text-sm font-normal muted">{t(`choices.benefitCategory.${effect.category}`)}</span>
                {effect.result && <Tag colour={resultColours[effect.result]}>{t(`choices.effectResult.${effect.result}`)}</Tag>}
              </th>
              <td className={effect.valueBefore === null ? undefined : 'figures'}>
                {told(t, locale, effect.valueBefore, effect.wordsBefore, effect.unit)}
              </td>
              <td className={effect.valueAfter === null ? 'font-semibold' : 'figures font-semibold'}>
                {told(t, locale, effect.valueAfter, effect.wordsAfter, effect.unit)}
                {effect.per !== 'other' && (
                  <span className="block text-sm font-normal muted">{t(`choices.effectPer.${effect.per}`)}</span>
                )}
              </td>
              <td>{t(`choices.costQuality.${effect.quality}`)}</td>
              <td lang={lang}>{effect.period}</td>
              <td lang={lang}>{effect.source}</td>
              <td lang={lang}>{effect.beneficiary}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  )
}
