import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { ButtonForm } from '@/components/forms/button-form'
import { PageHeader } from '@/components/ui/page-header'
import { getTranslator } from '@/lib/platform/i18n'
import { remove } from '../../actions'
import { guideOf } from '../guide'

interface Props {
  params: Promise<{ id: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('guides.delete') }
}

export default async function DeleteGuidePage({ params }: Props) {
  const { id } = await params
  const [t, { guide }] = [await getTranslator(), await guideOf(id)]
  if (guide.status === 'published') notFound()
  const home = `/kuratering/samlinger/${id}`
  return (
    <div className="page pb-10">
      <PageHeader
        title={t('guides.deleteTitle', { title: guide.title })}
        lead={t('guides.deleteLead', { count: guide.sections.length })}
        crumbs={[{ href: home, text: guide.title }]}
        crumbsLabel={t('common.breadcrumbs')}
      />
      <div className="flex flex-wrap gap-3">
        <ButtonForm
          action={remove}
          hidden={{ collectionId: id, version: String(guide.version) }}
          text={t('guides.deleteYes')}
          of={guide.title}
        />
        <Link href={home} prefetch={false} className="ds-button" data-variant="tertiary">
          {t('common.cancel')}
        </Link>
      </div>
    </div>
  )
}
