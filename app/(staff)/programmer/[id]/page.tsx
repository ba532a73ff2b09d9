import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { Suspense } from 'react'
import { ButtonForm } from '@/components/forms/button-form'
import { FlashNotice } from '@/components/layout/flash-notice'
import { ListView } from '@/components/lists/list-view'
import { AddProjectForm } from '@/components/programmes/add-project-form'
import { Facts } from '@/components/ui/facts'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { type Address, listQuery } from '@/lib/lists/rules'
import type { Staff } from '@/lib/platform/actor'
import { requireStaff } from '@/lib/platform/auth/session'
import { getLocale, getTranslator, type Translator } from '@/lib/platform/i18n'
import { isUuid } from '@/lib/platform/ids'
import { formatDate, type Locale } from '@/lib/platform/locale'
import { projectList } from '@/lib/portfolio/lists/columns'
import { programmeList } from '@/lib/portfolio/lists/queries'
import { listHrefs } from '@/lib/portfolio/lists/rules'
import { type ProgrammeView, programmeView } from '@/lib/programmes/queries'
import { add, remove } from '../actions'

interface Props {
  params: Promise<{ id: string }>
  searchParams: Promise<Address>
}

async function load(who: Staff, id: string) {
  const programme = isUuid(id) ? await programmeView(who, id) : null
  if (!programme) notFound()
  return programme
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params
  return { title: (await load(await requireStaff(`/programmer/${id}`), id)).title }
}

export default async function ProgrammePage({ params, searchParams }: Props) {
  const { id } = await params
  const who = await requireStaff(`/programmer/${id}`)
  const programme = await load(who, id)
  const definition = { ...projectList, path: `/programmer/${id}` }
  const query = listQuery(definition, await searchParams)
  const [t, locale, page] = [await getTranslator(), await getLocale(), await programmeList(who, id, query)]
  return (
    <div className="page-wide pb-10">
      <Suspense>
        <FlashNotice texts={{ lagret: t('notice.saved') }} />
      </Suspense>
      <PageHeader
        title={programme.title}
        eyebrow={t('programmes.one')}
        lead={programme.goal}
        crumbs={[{ href: '/programmer', text: t('programmes.title') }]}
        crumbsLabel={t('common.breadcrumbs')}
      >
        {programme.may.change && (
          <Link href={`/programmer/${id}/rediger`} prefetch={false} className="ds-button" data-variant="secondary">
            {t('common.edit')}
          </Link>
        )}
      </PageHeader>
      <Facts facts={factsOf(t, locale, programme)} />
      <Section id="prosjekter" title={t('layout.projects')}>
        <ListView
          texts={{ t, locale, names: page.names }}
          definition={definition}
          query={query}
          page={page}
          hrefOf={listHrefs.prosjekter}
          exportHref={null}
        />
      </Section>
      {programme.may.change && (
        <Section id="innhold" title={t('programmes.content')}>
          <ul className="grid max-w-3xl gap-2">
            {page.rows.map((row) => (
              <li key={row.id} className="flex flex-wrap items-center justify-between gap-3">
                <span>{row.extra.title}</span>
                <ButtonForm
                  action={remove}
                  hidden={{ programmeId: id, projectId: row.id }}
                  text={t('programmes.removeProject')}
                  asks={t('asks.programmeProject')}
                  of={row.extra.title ?? ''}
                />
              </li>
            ))}
          </ul>
          <AddProjectForm
            action={add}
            programmeId={id}
            projects={programme.candidates.map((project) => ({
              value: project.id,
              text: project.isOwn ? project.title : `${project.title} (${project.municipality})`,
            }))}
            texts={{
              project: t('programmes.addLabel'),
              hint: t('programmes.addHint'),
              add: t('programmes.addProject'),
              choose: t('item.notChosen'),
            }}
          />
        </Section>
      )}
    </div>
  )
}

function factsOf(t: Translator, locale: Locale, programme: ProgrammeView) {
  return [
    { term: t('programmes.manager'), value: programme.manager },
    { term: t('item.fields.startOn'), value: programme.startOn && formatDate(programme.startOn, locale) },
    { term: t('item.fields.endOn'), value: programme.endOn && formatDate(programme.endOn, locale) },
  ]
}
