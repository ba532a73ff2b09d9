import type { Metadata } from 'next'
import Link from 'next/link'
import { type PortfolioHeading, PortfolioTable, type PortfolioTableRow } from '@/components/table/portfolio-table'
import { EmptyState } from '@/components/ui/empty-state'
import { FilterSelect } from '@/components/ui/filter-select'
import { PageHeader } from '@/components/ui/page-header'
import { Pager } from '@/components/ui/pager'
import { Lifecycle } from '@/generated/prisma/enums'
import { requireStaff } from '@/lib/platform/auth/session'
import { getLocale, getTranslator, type Translator } from '@/lib/platform/i18n'
import { formatDate, formatThousands, inLocale, type Locale } from '@/lib/platform/locale'
import { type PortfolioQuery, pageSizes, portfolioQuery, type SortKey } from '@/lib/portfolio/input'
import { type PortfolioPage, type PortfolioRow, portfolioPage } from '@/lib/portfolio/queries'
import { nextSort, portfolioHref, severityOf, statusSections } from '@/lib/portfolio/rules'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('portfolio.title') }
}

const defaults = portfolioQuery.parse({})

export default async function Portfolio({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const query = portfolioQuery.parse(await searchParams)
  const who = await requireStaff(portfolioHref(query, { side: query.side }, defaults))
  const [t, locale, portfolio] = [await getTranslator(), await getLocale(), await portfolioPage(who, query)]
  const isFiltered = query.q !== '' || query.fase !== '' || query.tilstand !== '' || query.tema !== '' || query.leder !== ''
  const { page, pageCount } = portfolio
  const amount = (nok: number) => formatThousands(nok, locale)
  return (
    <div className="page">
      <PageHeader title={t('portfolio.titleOf', { municipality: who.municipality.name })} lead={t('portfolio.lead')} />
      <Filters t={t} locale={locale} query={query} choices={portfolio.choices} />
      <p className="mb-3 flex flex-wrap gap-x-4">
        <span className="font-semibold" role="status">
          {t('portfolio.count', { count: portfolio.total })}
        </span>
        <span className="muted">{t('portfolio.thousands')}</span>
      </p>
      {portfolio.total === 0 ? (
        <EmptyState
          title={isFiltered ? t('portfolio.emptyTitle') : t('portfolio.emptyAllTitle')}
          text={isFiltered ? undefined : t('portfolio.emptyAllText')}
        >
          <Link href={isFiltered ? '/portefolje' : '/erfaringer'} prefetch={false} className="ds-button">
            {isFiltered ? t('portfolio.reset') : t('portfolio.findExperience')}
          </Link>
        </EmptyState>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        <section className="table-scroll" aria-label={t('portfolio.caption')} tabIndex={0}>
          <PortfolioTable
            caption={t('portfolio.caption')}
            headings={headingsOf(t, query)}
            rows={portfolio.rows.map((row) => tableRow(t, locale, row))}
            sums={{
              label: t('portfolio.sum'),
              budget: amount(portfolio.sums.budgetNok),
              cost: amount(portfolio.sums.costNok),
              forecast: amount(portfolio.sums.forecastNok),
            }}
          />
        </section>
      )}
      <Pager
        page={page}
        pageCount={pageCount}
        href={(side) => portfolioHref(query, { side }, defaults)}
        texts={{
          label: t('common.pages'),
          previous: t('common.previous'),
          next: t('common.next'),
          position: t('common.pageOf', { page, pageCount }),
        }}
      />
    </div>
  )
}

function Filters({
  t,
  locale,
  query,
  choices,
}: {
  t: Translator
  locale: Locale
  query: PortfolioQuery
  choices: PortfolioPage['choices']
}) {
  const all = t('common.allValues')
  return (
    <form action="/portefolje" className="flex flex-wrap items-end gap-3 pb-5 no-print">
      <div className="ds-field grow basis-60">
        <label className="ds-label" htmlFor="q">
          {t('portfolio.search')}
        </label>
        <input id="q" name="q" type="search" defaultValue={query.q} className="ds-input" />
      </div>
      <FilterSelect
        name="fase"
        label={t('portfolio.phase')}
        value={query.fase}
        all={all}
        choices={choices.phases.map(({ code, names }) => ({ value: code, text: inLocale(names, locale) }))}
      />
      <FilterSelect
        name="tilstand"
        label={t('portfolio.lifecycle')}
        value={query.tilstand}
        all={all}
        choices={Object.values(Lifecycle).map((code) => ({ value: code, text: t(`choices.lifecycle.${code}`) }))}
      />
      <FilterSelect
        name="tema"
        label={t('common.theme')}
        value={query.tema}
        all={all}
        choices={choices.themes.map((code) => ({ value: code, text: t(`choices.theme.${code}` as 'choices.theme.byggesak') }))}
      />
      <FilterSelect
        name="leder"
        label={t('portfolio.manager')}
        value={query.leder}
        all={all}
        choices={choices.managers.map(({ id, name }) => ({ value: id, text: name }))}
      />
      <div className="ds-field">
        <label className="ds-label" htmlFor="antall">
          {t('portfolio.rows')}
        </label>
        <select key={query.antall} id="antall" name="antall" defaultValue={query.antall} className="ds-input">
          {pageSizes.map((size) => (
            <option key={size}>{size}</option>
          ))}
        </select>
      </div>
      {query.sorter !== defaults.sorter && <input type="hidden" name="sorter" value={query.sorter} />}
      <button type="submit" className="ds-button">
        {t('common.filter')}
      </button>
    </form>
  )
}

type Headings = React.ComponentProps<typeof PortfolioTable>['headings']

function headingsOf(t: Translator, query: PortfolioQuery): Headings {
  const heading = (text: string, key: SortKey): PortfolioHeading => ({
    text,
    href: portfolioHref(query, { sorter: nextSort(query.sorter, key) as PortfolioQuery['sorter'] }, defaults),
    sorted: query.sorter === key ? 'ascending' : query.sorter === `-${key}` ? 'descending' : undefined,
  })
  return {
    number: heading(t('portfolio.number'), 'nummer'),
    title: heading(t('portfolio.project'), 'tittel'),
    phase: heading(t('portfolio.phase'), 'fase'),
    status: heading(t('portfolio.status'), 'status'),
    manager: heading(t('portfolio.manager'), 'leder'),
    budget: heading(t('portfolio.budget'), 'budsjett'),
    cost: heading(t('portfolio.cost'), 'kostnad'),
    forecast: heading(t('portfolio.forecast'), 'prognose'),
    reportedOn: heading(t('portfolio.reported'), 'rapportert'),
  }
}

function tableRow(t: Translator, locale: Locale, row: PortfolioRow): PortfolioTableRow {
  const { status } = row
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    lifecycle: t(`choices.lifecycle.${row.lifecycle}`),
    phase: row.phase ? inLocale(row.phase.names, locale) : '',
    manager: row.manager ?? '',
    status: status
      ? statusSections.map((name) => ({
          section: t(`choices.statusSection.${name}`),
          severity: severityOf(name, status[name]),
          word: t(`choices.${name}.${status[name]}` as 'choices.risk.low'),
        }))
      : [],
    notReported: t('portfolio.notReported'),
    budget: formatThousands(row.budgetNok, locale),
    cost: formatThousands(row.costNok, locale),
    forecast: formatThousands(row.forecastNok, locale),
    reportedOn: row.reportedOn ? formatDate(row.reportedOn, locale, 'short') : '',
  }
}
