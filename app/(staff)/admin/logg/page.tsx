import type { Metadata } from 'next'
import { LogDays } from '@/components/log/log-days'
import { LogTable } from '@/components/log/log-table'
import { EmptyState } from '@/components/ui/empty-state'
import { FilterSelect } from '@/components/ui/filter-select'
import { PageHeader } from '@/components/ui/page-header'
import { StepLinks } from '@/components/ui/step-links'
import { type LogQuery, logQuery } from '@/lib/people/administration/input'
import { logGroups } from '@/lib/people/administration/log/rules'
import { logOf } from '@/lib/people/administration/queries'
import { requireAdministrator } from '@/lib/platform/auth/session'
import { getLocale, getTranslator, type Translator } from '@/lib/platform/i18n'

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('log.title') }
}

export default async function LogPage({ searchParams }: Props) {
  const who = await requireAdministrator('/admin/logg')
  const [t, locale, query] = [await getTranslator(), await getLocale(), logQuery.parse(await searchParams)]
  const { lines, hasMore } = await logOf(who, query)
  const { side: _, ...kept } = query
  const isNarrowed = Object.values(kept).some((value) => value !== '')
  return (
    <div className="page pb-10">
      <PageHeader
        title={t('log.title')}
        lead={t('log.lead', { municipality: who.municipality.name })}
        crumbs={[{ href: '/admin', text: t('admin.title') }]}
        crumbsLabel={t('common.breadcrumbs')}
      />
      <Narrowing t={t} query={query} />
      {lines.length === 0 ? (
        <EmptyState title={t('log.empty')} text={t(isNarrowed ? 'log.noneText' : 'log.emptyText')} />
      ) : (
        <LogTable t={t} locale={locale} lines={lines} />
      )}
      <StepLinks
        page={query.side}
        hasMore={hasMore}
        href={(side) => `/admin/logg?${new URLSearchParams({ ...kept, side: String(side) })}`}
        texts={{ label: t('common.pages'), newer: t('log.newer'), older: t('log.older') }}
      />
    </div>
  )
}

function Narrowing({ t, query }: { t: Translator; query: LogQuery }) {
  return (
    <form action="/admin/logg" method="get" className="mb-6 flex flex-wrap items-end gap-4">
      <div className="ds-field">
        <label className="ds-label" htmlFor="q">
          {t('log.search')}
        </label>
        <input id="q" name="q" type="search" defaultValue={query.q} maxLength={100} className="ds-input" />
      </div>
      <FilterSelect
        name="type"
        label={t('log.type')}
        value={query.type}
        all={t('log.all')}
        choices={logGroups.map((value) => ({ value, text: t(`log.group.${value}`) }))}
      />
      <LogDays t={t} from={query.fra} until={query.til} />
      <button type="submit" className="ds-button" data-variant="secondary">
        {t('common.search')}
      </button>
    </form>
  )
}
