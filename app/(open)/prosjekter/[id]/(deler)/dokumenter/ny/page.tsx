import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { UploadForm } from '@/components/documents/upload-form'
import { formFields } from '@/components/project/items/item-texts'
import { PageHeader } from '@/components/ui/page-header'
import { requireStaffIn } from '@/lib/platform/auth/session'
import { today } from '@/lib/platform/dates'
import { getLocale, getTranslator } from '@/lib/platform/i18n'
import { items } from '@/lib/projects/items/kinds'
import { newItemPage } from '@/lib/projects/items/queries'
import { initialValues } from '@/lib/projects/items/rules'
import { headOf } from '../../head'
import { upload } from '../actions'
import { fileFieldOf, uploadTexts } from '../upload-texts'

interface Props {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('item.document.add') }
}

export default async function NewDocumentPage({ params, searchParams }: Props) {
  const [{ id }, { fase }] = [await params, await searchParams]
  const who = await requireStaffIn(id, `/prosjekter/${id}/dokumenter/ny`)
  const head = await headOf(id)
  const page = await newItemPage(who, { projectId: id, kind: 'document', under: null })
  if (!page) notFound()
  const [t, locale] = [await getTranslator(), await getLocale()]
  const { choices } = page
  const chosen = choices.phases.find((phase) => phase.id === fase)?.id ?? null
  const fields = formFields({ t, locale, ...choices }, 'document', {
    ...initialValues(items.document, today()),
    projectPhaseId: chosen,
  })
  const back = { href: `/prosjekter/${id}/dokumenter`, text: t('item.document.many') }
  return (
    <>
      <PageHeader title={t('item.document.add')} eyebrow={head.title} crumbs={[back]} crumbsLabel={t('common.breadcrumbs')} />
      <UploadForm
        action={upload}
        hidden={{ projectId: id }}
        file={fileFieldOf(t)}
        fields={fields.map((field) =>
          field.name === 'title' ? { ...field, isRequired: false, hint: t('documents.titleHint') } : field,
        )}
        texts={uploadTexts(t)}
        cancelHref={back.href}
      />
    </>
  )
}
