import Link from 'next/link'
import { RangeLine } from '@/components/charts/range-line'
import { TableScroll } from '@/components/ui/table-scroll'
import type { Range } from '@/lib/comparison/rules'
import type { Translator } from '@/lib/platform/i18n'
import type { Locale } from '@/lib/platform/locale'
import { measureWords } from './measure-words'

interface Props {
  t: Translator
  locale: Locale
  themes: { themeCode: string; range: Range | null; isMeasured: boolean; municipalities: number }[]
}

/** The themes to choose between, each with its range: what a water meter costs says nothing of a school app. */
export function ThemeTable({ t, locale, themes }: Props) {
  const shown = measureWords(t, locale, 'introduction')
  return (
    <TableScroll label={t('comparison.chooseTheme')}>
      <table className="ds-table">
        <thead>
          <tr>
            <th scope="col">{t('common.theme')}</th>
            <th scope="col">{t('comparison.spread')}</th>
            <th scope="col">{t('comparison.perInhabitant')}</th>
            <th scope="col" className="figures">
              {t('comparison.municipalities')}
            </th>
          </tr>
        </thead>
        <tbody>
          {themes.map(({ themeCode, range, isMeasured, municipalities }) => (
            <tr key={themeCode}>
              <th scope="row">
                <Link href={`/erfaringer/kostnader?tema=${themeCode}`} prefetch={false} className="inline-block py-1">
                  {t(`choices.theme.${themeCode}` as 'choices.theme.byggesak')}
                </Link>
              </th>
              <td className="min-w-40">
                {range && (
                  <RangeLine scale={range} dots={range.dots} middle={range.middle} label={t('comparison.spread')} isSmall />
                )}
              </td>
              <td>
                {range ? (
                  <>
                    {shown(range.low)} – {shown(range.high)}{' '}
                    <span className="text-sm muted">
                      ({t(isMeasured ? 'comparison.measured' : 'comparison.estimated').toLowerCase()})
                    </span>
                  </>
                ) : (
                  <span className="muted">{t('comparison.fewSoFar', { count: municipalities })}</span>
                )}
              </td>
              <td className="figures">{municipalities}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  )
}
