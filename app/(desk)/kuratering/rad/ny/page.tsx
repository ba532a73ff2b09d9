import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PlainForm } from '@/components/forms/plain-form'
import { PageHeader } from '@/components/ui/page-header'
import { adviceQuery } from '@/lib/advice/input'
import { projectToAdvise } from '@/lib/advice/queries'
import { requireAdvisor } from '@/lib/platform/auth/session'
import { getTranslator } from '@/lib/platform/i18n'
import { isUuid } from '@/lib/platform/ids'
import { send } from '../actions'

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('advice.new') }
}

export default async function NewAdvicePage({ searchParams }: Props) {
  const { prosjekt } = adviceQuery.parse(await searchParams)
  const who = await requireAdvisor(`/kuratering/rad/ny?prosjekt=${encodeURIComponent(prosjekt)}`)
  const project = isUuid(prosjekt) ? await projectToAdvise(who, prosjekt) : null
  if (!project) notFound()
  const t = await getTranslator()
  return (
    <div className="page pb-10">
      <PageHeader
        title={t('advice.newTo', { title: project.title })}
        eyebrow={project.municipality.displayName}
        lead={project.goal}
        crumbs={[{ href: `/prosjekter/${project.id}`, text: project.title }]}
        crumbsLabel={t('common.breadcrumbs')}
      />
      <PlainForm
        action={send}
        fields={[
          { name: 'title', input: 'line', label: t('advice.fields.title'), isRequired: true, initial: '' },
          {
            ...{ name: 'text', input: 'text', label: t('advice.fields.text'), hint: t('advice.hints.text') },
            ...{ isRequired: true, initial: '' },
          },
          { name: 'report', input: 'line', label: t('advice.fields.report'), hint: t('advice.hints.report'), initial: '' },
        ]}
        hidden={{ projectId: project.id }}
        draft={`${who.personId}:rad:${project.id}`}
        cancelHref={`/prosjekter/${project.id}`}
      />
    </div>
  )
}
