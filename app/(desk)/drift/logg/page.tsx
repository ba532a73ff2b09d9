import type { Metadata } from 'next'
import Link from 'next/link'
import { LogDays } from '@/components/log/log-days'
import { LogTable } from '@/components/log/log-table'
import { EmptyState } from '@/components/ui/empty-state'
import { FilterSelect } from '@/components/ui/filter-select'
import { PageHeader } from '@/components/ui/page-header'
import { StepLinks } from '@/components/ui/step-links'
import { nationalLogQuery } from '@/lib/operation/input'
import { type NationalLine, nationalLog } from '@/lib/operation/queries'
import { requireOperator } from '@/lib/platform/auth/session'
import { getLocale, getTranslator } from '@/lib/platform/i18n'

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('log.title') }
}

const kinds = ['session', 'person', 'connection', 'municipality'] as const

export default async function NationalLogPage({ searchParams }: Props) {
  const who = await requireOperator('/drift/logg')
  const [t, locale, query] = [await getTranslator(), await getLocale(), nationalLogQuery.parse(await searchParams)]
  const { lines, hasMore } = await nationalLog(who, query)
  const { side: _, ...kept } = query
  const isNarrowed = Object.values(kept).some((value) => value !== '')
  return (
    <div className="page pb-10">
      <PageHeader
        title={t('log.title')}
        lead={t('log.nationalLead')}
        crumbs={[{ href: '/drift', text: t('operation.title') }]}
        crumbsLabel={t('common.breadcrumbs')}
      />
      <form action="/drift/logg" method="get" className="mb-6 flex flex-wrap items-end gap-4">
        <FilterSelect
          name="type"
          label={t('log.type')}
          value={query.type}
          all={t('log.all')}
          choices={kinds.map((value) => ({ value, text: t(`log.kind.${value}`) }))}
        />
        <div className="ds-field">
          <label className="ds-label" htmlFor="q">
            {t('log.municipality')}
          </label>
          <input id="q" name="q" type="search" defaultValue={query.q} maxLength={100} className="ds-input" />
        </div>
        <LogDays t={t} from={query.fra} until={query.til} />
        <div className="ds-field">
          <label className="ds-label" htmlFor="ref">
            {t('errors.reference')}
          </label>
          <input id="ref" name="ref" type="search" defaultValue={query.ref} maxLength={40} className="ds-input" />
        </div>
        {query.hvem && <input type="hidden" name="hvem" value={query.hvem} />}
        <button type="submit" className="ds-button" data-variant="secondary">
          {t('common.search')}
        </button>
        {isNarrowed && (
          <Link href="/drift/logg" prefetch={false} className="ds-button" data-variant="tertiary">
            {t('log.showAll')}
          </Link>
        )}
      </form>
      {lines.length === 0 ? (
        <EmptyState title={t('log.empty')} text={t(isNarrowed ? 'log.noneNational' : 'log.emptyText')} />
      ) : (
        <LogTable t={t} locale={locale} lines={lines.map(withWay)} hasMunicipality />
      )}
      <StepLinks
        page={query.side}
        hasMore={hasMore}
        href={(side) => `/drift/logg?${new URLSearchParams({ ...kept, side: String(side) })}`}
        texts={{ label: t('common.pages'), newer: t('log.newer'), older: t('log.older') }}
      />
    </div>
  )
}

/** With the way to all that the same person has done. */
const withWay = (line: NationalLine) => ({ ...line, ...(line.actorId && { whoHref: `/drift/logg?hvem=${line.actorId}` }) })
