import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ClientTexts } from '@/components/layout/client-texts'
import { TemplateEditForm } from '@/components/templates/template-edit-form'
import { PageHeader } from '@/components/ui/page-header'
import { requireStaff } from '@/lib/platform/auth/session'
import { clientMessages, getLocale, getTranslator } from '@/lib/platform/i18n'
import { isUuid } from '@/lib/platform/ids'
import { templatePage } from '@/lib/templates/queries'
import { change } from '../../actions'

interface Props {
  params: Promise<{ id: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('templates.edit') }
}

export default async function EditTemplate({ params }: Props) {
  const { id } = await params
  const who = await requireStaff(`/maler/${id}/rediger`)
  const template = isUuid(id) ? await templatePage(who, { id, number: null }) : null
  if (!template?.may.manage) notFound()
  const [t, locale] = [await getTranslator(), await getLocale()]
  return (
    <>
      <PageHeader
        title={t('templates.edit')}
        lead={t('templates.editLead')}
        crumbs={[
          { href: '/maler', text: t('templates.title') },
          { href: `/maler/${id}`, text: template.name },
        ]}
        crumbsLabel={t('common.breadcrumbs')}
      />
      <ClientTexts locale={locale} messages={clientMessages(locale, ['common', 'errors', 'form', 'templates'])}>
        <TemplateEditForm action={change} template={template} cancelHref={`/maler/${id}`} />
      </ClientTexts>
    </>
  )
}
