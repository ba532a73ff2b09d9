import type { Metadata } from 'next'
import Link from 'next/link'
import { ProjectCard } from '@/components/project/project-card'
import { EmptyState } from '@/components/ui/empty-state'
import { FilterSelect } from '@/components/ui/filter-select'
import { PageHeader } from '@/components/ui/page-header'
import { Pager, pagerTexts } from '@/components/ui/pager'
import { Lifecycle } from '@/generated/prisma/enums'
import { actor } from '@/lib/platform/auth/session'
import { getLocale, getTranslator } from '@/lib/platform/i18n'
import { projectListQuery } from '@/lib/projects/input'
import { sharedProjects } from '@/lib/projects/list/queries'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('projects.title'), alternates: { canonical: '/prosjekter' } }
}

export default async function ProjectsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const [t, locale, who, query] = [
    await getTranslator(),
    await getLocale(),
    await actor(),
    projectListQuery.parse(await searchParams),
  ]
  const { projects, total, page, pageCount, themes } = await sharedProjects(who, query)
  const { side: _, ...filters } = query
  const href = (side: number) => `/prosjekter?${new URLSearchParams({ ...filters, side: String(side) })}`
  return (
    <div className="page">
      <PageHeader title={t('projects.title')} lead={t('projects.lead')} />
      {who.kind === 'visitor' && <p className="mb-5 border-l-4 border-sky-border-default pl-4">{t('projects.signInHint')}</p>}
      <form action="/prosjekter" className="flex flex-wrap items-end gap-3 pb-6">
        <div className="ds-field grow basis-60">
          <label className="ds-label" htmlFor="q">
            {t('projects.search')}
          </label>
          <input id="q" name="q" type="search" defaultValue={query.q} className="ds-input" />
        </div>
        <FilterSelect
          name="tema"
          label={t('common.theme')}
          value={query.tema}
          all={t('common.allValues')}
          choices={themes.map((code) => ({ value: code, text: t(`choices.theme.${code}` as 'choices.theme.byggesak') }))}
        />
        <FilterSelect
          name="tilstand"
          label={t('projects.lifecycle')}
          value={query.tilstand}
          all={t('common.allValues')}
          choices={Object.values(Lifecycle).map((code) => ({ value: code, text: t(`choices.lifecycle.${code}`) }))}
        />
        <button type="submit" className="ds-button">
          {t('common.search')}
        </button>
      </form>
      <p className="mb-4 font-semibold" role="status">
        {t('projects.count', { count: total })}
      </p>
      {projects.length === 0 ? (
        <EmptyState title={t('projects.emptyTitle')} text={t('projects.emptyText')}>
          <Link href="/erfaringer" prefetch={false} className="ds-button">
            {t('projects.emptySearch')}
          </Link>
        </EmptyState>
      ) : (
        <div className="grid gap-5 md:grid-cols-2 lg:grid-cols-3">
          {projects.map((project) => (
            <ProjectCard key={project.id} t={t} locale={locale} project={project} />
          ))}
        </div>
      )}
      <Pager page={page} pageCount={pageCount} href={href} texts={pagerTexts(t, page, pageCount)} />
    </div>
  )
}
