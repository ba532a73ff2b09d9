import { TableScroll } from '@/components/ui/table-scroll'
import type { CostKind, FigureQuality } from '@/generated/prisma/enums'
import type { Translator } from '@/lib/platform/i18n'
import { formatNok, formatNumber, type Locale } from '@/lib/platform/locale'

interface Props {
  t: Translator
  locale: Locale
  costs: { kind: CostKind; year: number; planned: number | null; actual: number | null; quality: FigureQuality }[]
  totals: { plannedNok: number | null; actualNok: number | null; plannedHours: number | null; actualHours: number | null }
}

export function CostTable({ t, locale, costs, totals }: Props) {
  const money = (value: number | null) => (value === null ? '–' : formatNok(value, locale))
  const hours = (value: number | null) => (value === null ? '–' : t('common.hours', { amount: formatNumber(value, locale) }))
  return (
    <TableScroll label={t('choices.reportSection.cost')}>
      <table className="ds-table" data-border="true">
        <thead>
          <tr>
            <th scope="col">{t('experience.costKind')}</th>
            <th scope="col">{t('experience.year')}</th>
            <th scope="col" className="figures">
              {t('experience.planned')}
            </th>
            <th scope="col" className="figures">
              {t('experience.actual')}
            </th>
            <th scope="col">{t('experience.figureQuality')}</th>
          </tr>
        </thead>
        <tbody>
          {costs.map((line, index) => {
            const show = line.kind === 'own_hours' ? hours : money
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: two lines may be of one kind and year, and they never change order
              <tr key={index}>
                <th scope="row">{t(`choices.costKind.${line.kind}`)}</th>
                <td>{line.year}</td>
                <td className="figures">{show(line.planned)}</td>
                <td className="figures">{show(line.actual)}</td>
                <td>{t(`choices.costQuality.${line.quality}`)}</td>
              </tr>
            )
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('experience.total')}</th>
            <td />
            <td className="figures">{money(totals.plannedNok)}</td>
            <td className="figures">{money(totals.actualNok)}</td>
            <td />
          </tr>
          {(totals.plannedHours !== null || totals.actualHours !== null) && (
            <tr>
              <th scope="row">{t('experience.totalHours')}</th>
              <td />
              <td className="figures">{hours(totals.plannedHours)}</td>
              <td className="figures">{hours(totals.actualHours)}</td>
              <td />
            </tr>
          )}
        </tfoot>
      </table>
    </TableScroll>
  )
}
