import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { IdeaForm } from '@/components/ideas/idea-form'
import { ClientTexts } from '@/components/layout/client-texts'
import { PageHeader } from '@/components/ui/page-header'
import { ideaPage } from '@/lib/ideas/queries'
import { requireStaff } from '@/lib/platform/auth/session'
import { clientMessages, getLocale, getTranslator } from '@/lib/platform/i18n'
import { isUuid } from '@/lib/platform/ids'
import { change } from '../../actions'

interface Props {
  params: Promise<{ id: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('ideas.edit') }
}

export default async function EditIdea({ params }: Props) {
  const { id } = await params
  const who = await requireStaff(`/ideer/${id}/rediger`)
  const idea = isUuid(id) ? await ideaPage(who, id) : null
  if (!idea?.may.edit) notFound()
  const [t, locale] = [await getTranslator(), await getLocale()]
  return (
    <>
      <PageHeader
        title={t('ideas.edit')}
        crumbs={[{ href: `/ideer/${id}`, text: idea.title }]}
        crumbsLabel={t('common.breadcrumbs')}
      />
      <ClientTexts locale={locale} messages={clientMessages(locale, ['common', 'errors', 'form', 'ideas'])}>
        <IdeaForm
          action={change}
          personId={who.personId}
          idea={{ id: idea.id, version: idea.version, title: idea.title, texts: idea.texts }}
        />
      </ClientTexts>
    </>
  )
}
