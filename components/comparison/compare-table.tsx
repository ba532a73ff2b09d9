import Link from 'next/link'
import { TableScroll } from '@/components/ui/table-scroll'
import { Tag } from '@/components/ui/tag'
import type { ReportPage } from '@/lib/experiences/queries'
import type { Translator } from '@/lib/platform/i18n'
import type { Locale } from '@/lib/platform/locale'
import { type CompareRow, compareRows } from './compare-rows'

interface Props {
  t: Translator
  locale: Locale
  reports: ReportPage[]
}

/** Two to four reports beside each other, a row for what one wants to know of each; each row saying whether they differ. */
export function CompareTable({ t, locale, reports }: Props) {
  const hidden = ({ section }: CompareRow, { sections }: ReportPage) => section !== undefined && sections[section] === undefined
  return (
    <TableScroll label={t('comparison.compareTitle')}>
      <table className="ds-table compare-table">
        <thead>
          <tr>
            <td />
            {reports.map((report) => (
              <th key={report.slug} scope="col">
                <Link href={`/erfaringer/${report.slug}`} prefetch={false} className="inline-block py-1">
                  {report.title}
                </Link>
                <span className="block text-sm font-normal">{report.municipality.displayName}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {compareRows(t, locale).map((row) => (
            <tr key={row.name}>
              <th scope="row">
                {row.name}{' '}
                {isAlike(row, reports) ? <Tag>{t('comparison.alike')}</Tag> : <Tag colour="sun">{t('comparison.unlike')}</Tag>}
              </th>
              {reports.map((report) => (
                <td key={report.slug} lang={report.language} className="align-top whitespace-pre-line">
                  {hidden(row, report) ? (
                    <span className="muted">{t('comparison.notShared')}</span>
                  ) : (
                    row.text(report) || <span className="muted">{t('comparison.notTold')}</span>
                  )}
                  {row.link?.(report)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  )
}

/** Whether all of them say the same, and say something. */
function isAlike({ text }: CompareRow, [first, ...rest]: ReportPage[]): boolean {
  const said = first && text(first)
  return Boolean(said) && rest.every((report) => text(report) === said)
}
