import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ClientTexts } from '@/components/layout/client-texts'
import { partChoices } from '@/components/templates/part-name'
import { VersionForm } from '@/components/templates/version-form'
import { PageHeader } from '@/components/ui/page-header'
import { requireStaff } from '@/lib/platform/auth/session'
import { clientMessages, getLocale, getTranslator } from '@/lib/platform/i18n'
import { isUuid } from '@/lib/platform/ids'
import { templateKinds } from '@/lib/templates/content'
import { projectChoices, templatePage } from '@/lib/templates/queries'
import { publish } from '../../actions'

interface Props {
  params: Promise<{ id: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('templates.newVersion') }
}

export default async function NewTemplateVersion({ params }: Props) {
  const { id } = await params
  const who = await requireStaff(`/maler/${id}/ny-versjon`)
  const template = isUuid(id) ? await templatePage(who, { id, number: null }) : null
  if (!template?.may.manage) notFound()
  const [t, locale, projects] = [await getTranslator(), await getLocale(), await projectChoices(who)]
  return (
    <>
      <PageHeader
        title={t('templates.newVersion')}
        eyebrow={template.name}
        lead={t('templates.newVersionLead')}
        crumbs={[
          { href: '/maler', text: t('templates.title') },
          { href: `/maler/${id}`, text: template.name },
        ]}
        crumbsLabel={t('common.breadcrumbs')}
      />
      <ClientTexts locale={locale} messages={clientMessages(locale, ['common', 'errors', 'templates'])}>
        <VersionForm action={publish} templateId={id} projects={projects} kinds={partChoices(t, templateKinds)} />
      </ClientTexts>
    </>
  )
}
