import Link from 'next/link'
import { TableScroll } from '@/components/ui/table-scroll'
import type { IdeaRow } from '@/lib/ideas/queries'
import type { Translator } from '@/lib/platform/i18n'
import { formatDate, formatNumber, type Locale } from '@/lib/platform/locale'
import { DecisionMark, RecommendationMark } from './idea-marks'

interface Props {
  t: Translator
  locale: Locale
  rows: IdeaRow[]
}

/** Ideas with what they scored, what that advises, and what was decided. */
export function IdeaTable({ t, locale, rows }: Props) {
  return (
    <TableScroll label={t('ideas.caption')}>
      <table className="ds-table" data-border="true">
        <caption className="sr-only">{t('ideas.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('ideas.idea')}</th>
            <th scope="col" className="figures">
              {t('ideas.score')}
            </th>
            <th scope="col">{t('ideas.recommendation')}</th>
            <th scope="col">{t('ideas.decision')}</th>
            <th scope="col">{t('ideas.author')}</th>
            <th scope="col">{t('ideas.registeredOn')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row" className="font-normal">
                <Link href={`/ideer/${row.id}`} prefetch={false} className="font-semibold underline underline-offset-4">
                  {row.title}
                </Link>
              </th>
              <td className="figures">{row.score === null ? '–' : formatNumber(row.score, locale, 0)}</td>
              <td>
                {row.recommendation ? (
                  <RecommendationMark t={t} value={row.recommendation} />
                ) : (
                  <span className="muted">{t('ideas.notScored')}</span>
                )}
              </td>
              <td>
                <DecisionMark t={t} value={row.decision} />
                {row.isProject && <span className="block text-sm muted">{t('ideas.isProject')}</span>}
              </td>
              <td>{row.author}</td>
              <td className="whitespace-nowrap">{formatDate(row.registeredOn, locale, 'short')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  )
}
