import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import type { FormField } from '@/components/forms/fields'
import { PlainForm } from '@/components/forms/plain-form'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Pager, pagerTexts } from '@/components/ui/pager'
import { SearchForm } from '@/components/ui/search-form'
import { adviceQuery } from '@/lib/advice/input'
import { projectsToAdvise, projectToAdvise } from '@/lib/advice/queries'
import { requireAdvisor } from '@/lib/platform/auth/session'
import { getTranslator, type Translator } from '@/lib/platform/i18n'
import { isUuid } from '@/lib/platform/ids'
import { send } from '../actions'

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('advice.new') }
}

export default async function NewAdvicePage({ searchParams }: Props) {
  const { prosjekt, q, side } = adviceQuery.parse(await searchParams)
  const who = await requireAdvisor(`/kuratering/rad/ny?${new URLSearchParams({ prosjekt, q })}`)
  const t = await getTranslator()
  if (prosjekt === '') {
    const found = await projectsToAdvise(who, { q, side })
    if (!found) notFound()
    return <ChooseProject t={t} q={q} found={found} />
  }
  const project = isUuid(prosjekt) ? await projectToAdvise(who, prosjekt) : null
  if (!project) notFound()
  return (
    <div className="page pb-10">
      <PageHeader
        title={t('advice.newTo', { title: project.title })}
        eyebrow={project.municipality.displayName}
        lead={project.goal}
        crumbs={[
          { href: '/kuratering/rad', text: t('advice.sentTitle') },
          { href: `/prosjekter/${project.id}`, text: project.title },
        ]}
        crumbsLabel={t('common.breadcrumbs')}
      />
      <PlainForm
        action={send}
        fields={adviceFields(t)}
        hidden={{ projectId: project.id }}
        draft={`${who.personId}:rad:${project.id}`}
        cancelHref={`/prosjekter/${project.id}`}
      />
    </div>
  )
}

function adviceFields(t: Translator): FormField[] {
  return [
    { name: 'title', input: 'line', label: t('advice.fields.title'), isRequired: true, initial: '' },
    {
      ...{ name: 'text', input: 'text', label: t('advice.fields.text'), hint: t('advice.hints.text') },
      ...{ isRequired: true, initial: '' },
    },
    { name: 'report', input: 'line', label: t('advice.fields.report'), hint: t('advice.hints.report'), initial: '' },
  ]
}

interface ChooseProps {
  t: Translator
  q: string
  found: NonNullable<Awaited<ReturnType<typeof projectsToAdvise>>>
}

/** The first step, where no project was chosen on the way here. */
function ChooseProject({ t, q, found }: ChooseProps) {
  return (
    <div className="page pb-10">
      <PageHeader
        title={t('advice.new')}
        lead={t('advice.chooseLead')}
        crumbs={[{ href: '/kuratering/rad', text: t('advice.sentTitle') }]}
        crumbsLabel={t('common.breadcrumbs')}
      />
      <div className="mb-4 max-w-xl">
        <SearchForm action="/kuratering/rad/ny" label={t('advice.findProject')} button={t('common.search')} value={q} />
      </div>
      {found.projects.length === 0 && <EmptyState title={t('advice.noProjects')} text={t('advice.noProjectsText')} />}
      <ul className="grid gap-2">
        {found.projects.map(({ id, title, municipality, themeCode }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-3 border-b border-neutral-border-subtle py-2">
            <span>
              <Link href={`/prosjekter/${id}`} prefetch={false} className="font-semibold underline">
                {title}
              </Link>
              <span className="block text-sm muted">
                {municipality} · {t(`choices.theme.${themeCode}` as 'choices.theme.byggesak')}
              </span>
            </span>
            <Link
              href={`/kuratering/rad/ny?prosjekt=${id}`}
              prefetch={false}
              className="ds-button"
              data-variant="secondary"
              aria-label={t('advice.newTo', { title })}
            >
              {t('advice.new')}
            </Link>
          </li>
        ))}
      </ul>
      <Pager
        page={found.page}
        pageCount={found.pageCount}
        href={(side) => `/kuratering/rad/ny?${new URLSearchParams({ q, side: String(side) })}`}
        texts={pagerTexts(t, found.page, found.pageCount)}
      />
    </div>
  )
}
