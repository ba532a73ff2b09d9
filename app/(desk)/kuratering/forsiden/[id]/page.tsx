import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { FeatureForm } from '@/components/curation/feature-form'
import { ClientTexts } from '@/components/layout/client-texts'
import { PageHeader } from '@/components/ui/page-header'
import { featureToChange } from '@/lib/curation/features/queries'
import { requireAdvisor } from '@/lib/platform/auth/session'
import { clientMessages, getLocale, getTranslator } from '@/lib/platform/i18n'
import { isUuid } from '@/lib/platform/ids'
import { change } from '../actions'

interface Props {
  params: Promise<{ id: string }>
}

const load = cache(async (id: string) => {
  const who = await requireAdvisor(`/kuratering/forsiden/${id}`)
  const feature = isUuid(id) ? await featureToChange(who, id) : null
  if (!feature) notFound()
  return feature
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await getTranslator())('curation.changeOf', { title: (await load((await params).id)).report.title }) }
}

export default async function ChangeFeaturePage({ params }: Props) {
  const { id, version, report, ...values } = await load((await params).id)
  const [t, locale] = [await getTranslator(), await getLocale()]
  return (
    <div className="page pb-10">
      <PageHeader
        title={t('curation.changeOf', { title: report.title })}
        eyebrow={report.municipality}
        crumbs={[{ href: '/kuratering/forsiden', text: t('curation.frontTitle') }]}
        crumbsLabel={t('common.breadcrumbs')}
      />
      <ClientTexts locale={locale} messages={clientMessages(locale, ['common', 'errors', 'form', 'curation'])}>
        <FeatureForm
          action={change}
          hidden={{ featureId: id }}
          version={version}
          values={values}
          submitText={t('curation.saveFeature')}
        />
      </ClientTexts>
    </div>
  )
}
