import { TableScroll } from '@/components/ui/table-scroll'
import type { Following } from '@/lib/operation/reform/queries'
import type { Translator } from '@/lib/platform/i18n'
import { formatNumber, type Locale } from '@/lib/platform/locale'

const counted = ['people', 'projects', 'reports', 'doors', 'files', 'sessions', 'sameNumbers'] as const

/** What would follow from each municipality, in numbers. */
export function ReformFollows({ t, locale, rows }: { t: Translator; locale: Locale; rows: Following[] }) {
  return (
    <TableScroll label={t('reform.title')}>
      <table className="ds-table w-full max-w-4xl">
        <thead>
          <tr>
            <th scope="col">{t('log.municipality')}</th>
            {counted.map((what) => (
              <th key={what} scope="col">
                {t(`reform.count.${what}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.number}>
              <th scope="row">
                {row.name} ({row.number})
              </th>
              {counted.map((what) => (
                <td key={what}>{formatNumber(row[what], locale, 0)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  )
}
