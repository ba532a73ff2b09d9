import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Pager, pagerTexts } from '@/components/ui/pager'
import { TableScroll } from '@/components/ui/table-scroll'
import { figureQuery } from '@/lib/curation/figures/input'
import { type FigureRow, figureRowsOf } from '@/lib/curation/figures/queries'
import { isFigure } from '@/lib/curation/figures/rules'
import { requireAdvisor } from '@/lib/platform/auth/session'
import { getLocale, getTranslator, type Translator } from '@/lib/platform/i18n'
import { formatDate, formatNumber, type Locale } from '@/lib/platform/locale'

interface Props {
  params: Promise<{ tall: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

function nameOf(tall: string) {
  if (!isFigure(tall)) notFound()
  return tall
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await getTranslator())(`figures.names.${nameOf((await params).tall)}`) }
}

export default async function FigurePage({ params, searchParams }: Props) {
  const name = nameOf((await params).tall)
  const who = await requireAdvisor(`/kuratering/tall/${name}`)
  const { side } = figureQuery.parse(await searchParams)
  const [t, locale, list] = [await getTranslator(), await getLocale(), await figureRowsOf(who, name, side)]
  if (!list) notFound()
  const columns = Object.keys(list.rows[0]?.cells ?? {})
  const title = (row: FigureRow) => (name === 'tema' ? t(`choices.theme.${row.title}` as 'choices.theme.byggesak') : row.title)
  return (
    <div className="page pb-10">
      <PageHeader
        title={t(`figures.names.${name}`)}
        lead={t(`figures.explained.${name}`)}
        crumbs={[{ href: '/kuratering#tall', text: t('layout.curation') }]}
        crumbsLabel={t('common.breadcrumbs')}
      />
      <p className="mb-3 font-semibold">{t('figures.rows', { count: list.total })}</p>
      {list.rows.length === 0 ? (
        <EmptyState title={t('figures.none')} />
      ) : (
        <TableScroll label={t(`figures.names.${name}`)}>
          <table className="ds-table" data-border="true">
            <thead>
              <tr>
                <th scope="col">{t(`figures.what.${name}`)}</th>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {t(`figures.columns.${column}` as 'figures.columns.reports')}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {list.rows.map((row) => (
                <tr key={`${row.title} ${row.href} ${Object.values(row.cells).join(' ')}`}>
                  <th scope="row" className="font-normal">
                    {row.href ? (
                      <Link href={row.href} prefetch={false} className="underline underline-offset-4">
                        {title(row)}
                      </Link>
                    ) : (
                      title(row)
                    )}
                  </th>
                  {columns.map((column) => (
                    <td key={column}>{shown(t, locale, column, row.cells[column] ?? null)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
      <Pager
        page={list.page}
        pageCount={list.pageCount}
        href={(number) => `/kuratering/tall/${name}?side=${number}`}
        texts={pagerTexts(t, list.page, list.pageCount)}
      />
    </div>
  )
}

function shown(t: Translator, locale: Locale, column: string, value: string | number | null): string {
  if (value === null) return '–'
  if (column === 'state') return t(`choices.reuseState.${value}` as 'choices.reuseState.planned')
  if (column === 'answer') return t(`choices.adviceAnswer.${value}` as 'choices.adviceAnswer.adopting')
  if (column.endsWith('On')) return formatDate(String(value), locale, 'short')
  return typeof value === 'number' ? formatNumber(value, locale) : value
}
