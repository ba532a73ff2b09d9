import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { IdeaForm } from '@/components/ideas/idea-form'
import { ClientTexts } from '@/components/layout/client-texts'
import { PageHeader } from '@/components/ui/page-header'
import { mayRegisterIdea } from '@/lib/ideas/policy'
import { requireStaff } from '@/lib/platform/auth/session'
import { clientMessages, getLocale, getTranslator } from '@/lib/platform/i18n'
import { register } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('ideas.new') }
}

export default async function NewIdea() {
  const who = await requireStaff('/ideer/ny')
  if (!mayRegisterIdea(who)) notFound()
  const [t, locale] = [await getTranslator(), await getLocale()]
  return (
    <>
      <PageHeader
        title={t('ideas.new')}
        lead={t('ideas.newLead')}
        crumbs={[{ href: '/ideer', text: t('ideas.title') }]}
        crumbsLabel={t('common.breadcrumbs')}
      />
      <ClientTexts locale={locale} messages={clientMessages(locale, ['common', 'errors', 'form', 'ideas'])}>
        <IdeaForm action={register} personId={who.personId} />
      </ClientTexts>
    </>
  )
}
