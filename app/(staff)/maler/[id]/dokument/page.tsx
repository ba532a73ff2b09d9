import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { fileHint } from '@/components/documents/document-texts'
import { ClientTexts } from '@/components/layout/client-texts'
import { fieldLabel } from '@/components/project/items/item-texts'
import { DocumentForm } from '@/components/templates/document-form'
import { PageHeader } from '@/components/ui/page-header'
import { DocumentType } from '@/generated/prisma/enums'
import { requireStaff } from '@/lib/platform/auth/session'
import { config } from '@/lib/platform/config'
import { acceptedExtensions } from '@/lib/platform/files/types'
import { clientMessages, getLocale, getTranslator } from '@/lib/platform/i18n'
import { isUuid } from '@/lib/platform/ids'
import { inLocale } from '@/lib/platform/locale'
import { templatePage } from '@/lib/templates/queries'
import { addDocument } from '../../actions'

interface Props {
  params: Promise<{ id: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('templates.addDocument') }
}

export default async function AddTemplateDocument({ params }: Props) {
  const { id } = await params
  const who = await requireStaff(`/maler/${id}/dokument`)
  const template = isUuid(id) ? await templatePage(who, { id, number: null }) : null
  if (!template?.may.manage || !template.shown) notFound()
  const [t, locale, { maxBytes }] = [await getTranslator(), await getLocale(), config().files]
  return (
    <>
      <PageHeader
        title={t('templates.addDocument')}
        eyebrow={template.name}
        lead={t('templates.addDocumentLead')}
        crumbs={[
          { href: '/maler', text: t('templates.title') },
          { href: `/maler/${id}`, text: template.name },
        ]}
        crumbsLabel={t('common.breadcrumbs')}
      />
      <ClientTexts locale={locale} messages={clientMessages(locale, ['common', 'errors', 'form'])}>
        <DocumentForm
          action={addDocument}
          templateId={id}
          types={Object.values(DocumentType).map((value) => ({ value, text: t(`choices.documentType.${value}`) }))}
          phases={template.shown.phases.map(({ code, names }) => ({ value: code, text: inLocale(names, locale) }))}
          file={{
            label: t('documents.fileOptional'),
            hint: fileHint(t, maxBytes),
            chooseAgain: t('documents.chooseAgain'),
            accept: acceptedExtensions,
            maxBytes,
          }}
          labels={{
            title: fieldLabel(t, 'document', 'title'),
            type: fieldLabel(t, 'document', 'type'),
            phase: fieldLabel(t, 'document', 'projectPhaseId'),
            isArchivable: fieldLabel(t, 'document', 'isArchivable'),
          }}
          cancelHref={`/maler/${id}`}
        />
      </ClientTexts>
    </>
  )
}
