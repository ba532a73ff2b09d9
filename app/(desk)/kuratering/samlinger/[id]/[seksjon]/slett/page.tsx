import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { ButtonForm } from '@/components/forms/button-form'
import { PageHeader } from '@/components/ui/page-header'
import { getTranslator } from '@/lib/platform/i18n'
import { removePart } from '../../../actions'
import { guideOf } from '../../guide'

interface Props {
  params: Promise<{ id: string; seksjon: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('guides.removeSection') }
}

export default async function RemoveSectionPage({ params }: Props) {
  const { id, seksjon } = await params
  const [t, { guide }] = [await getTranslator(), await guideOf(id)]
  const section = guide.sections.find((found) => found.id === seksjon)
  if (!section) notFound()
  const home = `/kuratering/samlinger/${id}/${seksjon}`
  return (
    <div className="page pb-10">
      <PageHeader
        title={t('guides.removeSectionTitle', { title: section.title })}
        lead={t('guides.removeSectionLead', { count: section.items.length })}
        crumbs={[{ href: home, text: section.title }]}
        crumbsLabel={t('common.breadcrumbs')}
      />
      <div className="flex flex-wrap gap-3">
        <ButtonForm
          action={removePart}
          hidden={{ collectionId: id, sectionId: seksjon, version: String(guide.version) }}
          text={t('guides.removeSectionYes')}
          of={section.title}
        />
        <Link href={home} prefetch={false} className="ds-button" data-variant="tertiary">
          {t('common.cancel')}
        </Link>
      </div>
    </div>
  )
}
