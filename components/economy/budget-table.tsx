import Link from 'next/link'
import { TableScroll } from '@/components/ui/table-scroll'
import type { Translator } from '@/lib/platform/i18n'
import { formatNok, formatNumber, type Locale } from '@/lib/platform/locale'
import type { ItemValues } from '@/lib/projects/items/fields'

interface Props {
  t: Translator
  locale: Locale
  projectId: string
  rows: { id: string; values: ItemValues }[]
}

const kroner = ['budgetNok', 'costNok', 'forecastNok'] as const
const hours = ['budgetHours', 'costHours', 'forecastHours'] as const

/** Budget, cost and forecast year by year, with sums and what the forecast leaves; in hours as well where anybody has counted them. */
export function BudgetTable({ t, locale, projectId, rows }: Props) {
  const sum = (name: string) => rows.reduce((total, { values }) => total + Number(values[name]), 0)
  const shown = (name: string, value: number) =>
    name.endsWith('Nok') ? formatNok(value, locale) : formatNumber(value, locale, 1)
  const figures = hours.some((name) => sum(name) !== 0) ? [...kroner, ...hours] : kroner
  const rest = (get: (name: string) => number) => get('budgetNok') - get('forecastNok')
  return (
    <TableScroll label={t('projectNav.economy')}>
      <table className="ds-table" data-border="true">
        <thead>
          <tr>
            <th scope="col">{t('project.year')}</th>
            {figures.map((name) => (
              <th key={name} scope="col" className="figures">
                {t(`item.fields.${name}`)}
              </th>
            ))}
            <th scope="col" className="figures">
              {t('project.restOfBudget')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, values }) => (
            <tr key={id}>
              <th scope="row">
                <Link href={`/prosjekter/${projectId}/budsjett/${id}`} prefetch={false} className="underline underline-offset-4">
                  {String(values.year)}
                </Link>
              </th>
              {figures.map((name) => (
                <td key={name} className="figures">
                  {shown(name, Number(values[name]))}
                </td>
              ))}
              <td className="figures">
                {formatNok(
                  rest((name) => Number(values[name])),
                  locale,
                )}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('project.sum')}</th>
            {figures.map((name) => (
              <td key={name} className="figures">
                {shown(name, sum(name))}
              </td>
            ))}
            <td className="figures">{formatNok(rest(sum), locale)}</td>
          </tr>
        </tfoot>
      </table>
    </TableScroll>
  )
}
