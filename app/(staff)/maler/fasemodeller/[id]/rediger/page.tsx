import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ClientTexts } from '@/components/layout/client-texts'
import { PhaseModelForm } from '@/components/phase-models/phase-model-form'
import { PageHeader } from '@/components/ui/page-header'
import { phaseModelPage } from '@/lib/phase-models/queries'
import { requireStaff } from '@/lib/platform/auth/session'
import { clientMessages, getLocale, getTranslator } from '@/lib/platform/i18n'
import { isUuid } from '@/lib/platform/ids'
import { change } from '../../actions'

interface Props {
  params: Promise<{ id: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('phaseModels.edit') }
}

export default async function EditPhaseModel({ params }: Props) {
  const { id } = await params
  const who = await requireStaff(`/maler/fasemodeller/${id}/rediger`)
  const model = isUuid(id) ? await phaseModelPage(who, id) : null
  if (!model?.may.change) notFound()
  const [t, locale] = [await getTranslator(), await getLocale()]
  const home = `/maler/fasemodeller/${model.id}`
  return (
    <>
      <PageHeader
        title={t('phaseModels.edit')}
        eyebrow={model.name}
        lead={t('phaseModels.affects', { projects: model.usage.projects, templates: model.usage.templates.length })}
        crumbs={[
          { href: '/maler/fasemodeller', text: t('phaseModels.title') },
          { href: home, text: model.name },
        ]}
        crumbsLabel={t('common.breadcrumbs')}
      />
      <ClientTexts locale={locale} messages={clientMessages(locale, ['common', 'errors', 'form', 'phaseModels'])}>
        <PhaseModelForm
          action={change}
          modelId={model.id}
          version={model.version}
          name={model.name}
          phases={model.phases}
          cancelHref={home}
        />
      </ClientTexts>
    </>
  )
}
