import { TableScroll } from '@/components/ui/table-scroll'
import type { BenefitCategory, IndicatorUnit } from '@/generated/prisma/enums'
import type { Translator } from '@/lib/platform/i18n'
import { formatNok, formatNumber, type Locale } from '@/lib/platform/locale'

interface Props {
  t: Translator
  locale: Locale
  effects: {
    category: BenefitCategory
    title: string
    unit: IndicatorUnit
    valueBefore: number
    valueAfter: number
    period: string
    source: string
    beneficiary: string
  }[]
}

/** A value with its unit: `45 %`, `12 000 kr`, `31 timer`. */
export function measured(t: Translator, locale: Locale, value: number, unit: IndicatorUnit): string {
  if (unit === 'nok') return formatNok(value, locale)
  if (unit === 'percent') return `${formatNumber(value, locale)}\u00a0%`
  if (unit === 'hours') return t('common.hours', { amount: formatNumber(value, locale) })
  return formatNumber(value, locale)
}

export function EffectTable({ t, locale, effects }: Props) {
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
            <th scope="col">{t('experience.period')}</th>
            <th scope="col">{t('experience.source')}</th>
            <th scope="col">{t('experience.beneficiary')}</th>
          </tr>
        </thead>
        <tbody>
          {effects.map((effect) => (
            <tr key={effect.title}>
              <th scope="row">
                {effect.title}
                <span className="block text-sm font-normal muted">{t(`choices.benefitCategory.${effect.category}`)}</span>
              </th>
              <td className="figures">{measured(t, locale, effect.valueBefore, effect.unit)}</td>
              <td className="figures font-semibold">{measured(t, locale, effect.valueAfter, effect.unit)}</td>
              <td>{effect.period}</td>
              <td>{effect.source}</td>
              <td>{effect.beneficiary}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  )
}
