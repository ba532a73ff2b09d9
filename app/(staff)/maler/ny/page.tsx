import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ClientTexts } from '@/components/layout/client-texts'
import { partChoices } from '@/components/templates/part-name'
import { TemplateForm } from '@/components/templates/template-form'
import { PageHeader } from '@/components/ui/page-header'
import { requireStaff } from '@/lib/platform/auth/session'
import { clientMessages, getLocale, getTranslator } from '@/lib/platform/i18n'
import { templateKinds } from '@/lib/templates/content'
import { mayManageTemplates } from '@/lib/templates/policy'
import { projectChoices } from '@/lib/templates/queries'
import { create } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('templates.new') }
}

export default async function NewTemplate() {
  const who = await requireStaff('/maler/ny')
  if (!mayManageTemplates(who)) notFound()
  const [t, locale, projects] = [await getTranslator(), await getLocale(), await projectChoices(who)]
  return (
    <>
      <PageHeader
        title={t('templates.new')}
        lead={t('templates.newLead')}
        crumbs={[{ href: '/maler', text: t('templates.title') }]}
        crumbsLabel={t('common.breadcrumbs')}
      />
      <ClientTexts locale={locale} messages={clientMessages(locale, ['common', 'errors', 'templates'])}>
        <TemplateForm action={create} projects={projects} kinds={partChoices(t, templateKinds)} />
      </ClientTexts>
    </>
  )
}
