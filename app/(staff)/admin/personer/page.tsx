import type { Metadata } from 'next'
import Link from 'next/link'
import { EmptyState } from '@/components/ui/empty-state'
import { FilterSelect } from '@/components/ui/filter-select'
import { PageHeader } from '@/components/ui/page-header'
import { Pager, pagerTexts } from '@/components/ui/pager'
import { Tag } from '@/components/ui/tag'
import { peopleQuery } from '@/lib/people/administration/input'
import { peopleOf } from '@/lib/people/administration/queries'
import { requireAdministrator } from '@/lib/platform/auth/session'
import { getLocale, getTranslator } from '@/lib/platform/i18n'
import { formatDateTime } from '@/lib/platform/locale'

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('people.title') }
}

export default async function PeoplePage({ searchParams }: Props) {
  const who = await requireAdministrator('/admin/personer')
  const [t, locale, query] = [await getTranslator(), await getLocale(), peopleQuery.parse(await searchParams)]
  const { people, count, page, pageCount } = await peopleOf(who, query)
  const statuses = ['active', 'pending', 'deactivated'] as const
  return (
    <div className="page pb-10">
      <PageHeader
        title={t('people.title')}
        lead={t('people.lead', { municipality: who.municipality.name })}
        crumbs={[{ href: '/admin', text: t('admin.title') }]}
        crumbsLabel={t('common.breadcrumbs')}
      >
        <Link href="/admin/personer/ny" prefetch={false} className="ds-button">
          {t('people.invite')}
        </Link>
      </PageHeader>
      <form action="/admin/personer" method="get" className="mb-6 flex flex-wrap items-end gap-4">
        <div className="ds-field">
          <label className="ds-label" htmlFor="q">
            {t('people.search')}
          </label>
          <input id="q" name="q" type="search" defaultValue={query.q} maxLength={100} className="ds-input" />
        </div>
        <FilterSelect
          name="status"
          label={t('people.statusFilter')}
          value={query.status}
          all={t('people.all')}
          choices={statuses.map((value) => ({ value, text: t(`people.status.${value}`) }))}
        />
        <button type="submit" className="ds-button" data-variant="secondary">
          {t('common.search')}
        </button>
      </form>
      <p role="status" className="mb-3 muted">
        {t('people.count', { count })}
      </p>
      {people.length === 0 && <EmptyState title={t('people.none')} text={t('people.noneText')} />}
      <ul className="grid gap-2">
        {people.map(({ id, name, email, jobTitle, status, roles, lastSignIn }) => (
          <li key={id} className="panel flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
            <div className="grid gap-0.5">
              <span className="flex flex-wrap items-center gap-2">
                <Link href={`/admin/personer/${id}`} prefetch={false} className="font-semibold underline underline-offset-4">
                  {name}
                </Link>
                {status !== 'active' && (
                  <Tag colour={status === 'pending' ? 'warning' : 'neutral'}>{t(`people.status.${status}`)}</Tag>
                )}
                {roles
                  .filter(({ role }) => role !== 'member')
                  .map(({ role }) => (
                    <Tag key={role} colour="primary">
                      {t(`choices.role.${role}`)}
                    </Tag>
                  ))}
              </span>
              <span className="break-words text-sm muted">{[jobTitle, email].filter(Boolean).join(' · ')}</span>
            </div>
            <span className="text-sm muted">
              {lastSignIn ? t('people.lastSignIn', { at: formatDateTime(lastSignIn, locale) }) : t('people.never')}
            </span>
          </li>
        ))}
      </ul>
      <Pager
        page={page}
        pageCount={pageCount}
        href={(side) => `/admin/personer?${new URLSearchParams({ q: query.q, status: query.status, side: String(side) })}`}
        texts={pagerTexts(t, page, pageCount)}
      />
    </div>
  )
}
