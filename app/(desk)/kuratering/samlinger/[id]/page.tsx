import type { Metadata } from 'next'
import Link from 'next/link'
import { Suspense } from 'react'
import { MoveButtons } from '@/components/collections/move-buttons'
import { ButtonForm } from '@/components/forms/button-form'
import { FlashNotice } from '@/components/layout/flash-notice'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { Tag } from '@/components/ui/tag'
import { getTranslator } from '@/lib/platform/i18n'
import { movePart, publish } from '../actions'
import { guideOf } from './guide'

interface Props {
  params: Promise<{ id: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await guideOf((await params).id)).guide.title }
}

export default async function EditGuidePage({ params }: Props) {
  const { id } = await params
  const [t, { guide }] = [await getTranslator(), await guideOf(id)]
  const isPublished = guide.status === 'published'
  const at = { collectionId: id, version: String(guide.version) }
  const home = `/kuratering/samlinger/${id}`
  return (
    <div className="page pb-10">
      <Suspense>
        <FlashNotice texts={{ lagret: t('notice.saved') }} />
      </Suspense>
      <PageHeader
        title={guide.title}
        lead={
          <>
            <Tag colour={isPublished ? 'success' : 'neutral'}>{t(`guides.status.${guide.status}`)}</Tag>
            {guide.lead && <p className="mt-2">{guide.lead}</p>}
          </>
        }
        crumbs={[{ href: '/kuratering/samlinger', text: t('guides.deskTitle') }]}
        crumbsLabel={t('common.breadcrumbs')}
      >
        <Link href={`${home}/rediger`} prefetch={false} className="ds-button" data-variant="secondary">
          {t('common.edit')}
        </Link>
        <Link href={`/samlinger/${guide.slug}`} prefetch={false} className="ds-button" data-variant="secondary">
          {t('guides.preview')}
        </Link>
        {guide.sections.length > 0 && (
          <ButtonForm
            action={publish}
            hidden={{ ...at, status: isPublished ? 'draft' : 'published' }}
            text={t(isPublished ? 'guides.withdraw' : 'guides.publish')}
            variant={isPublished ? 'secondary' : 'primary'}
          />
        )}
        {!isPublished && (
          <Link href={`${home}/slett`} prefetch={false} className="ds-button" data-variant="tertiary" data-color="danger">
            {t('guides.delete')}
          </Link>
        )}
      </PageHeader>
      <Section id="deler" title={t('guides.sections')}>
        {guide.sections.length === 0 && <p className="muted">{t('guides.noSections')}</p>}
        <ol className="grid max-w-4xl gap-3">
          {guide.sections.map((section, index) => (
            <li key={section.id} id={`del-${section.id}`} className="panel flex flex-wrap items-center justify-between gap-3">
              <span>
                <Link
                  href={`${home}/${section.id}`}
                  prefetch={false}
                  className="text-lg font-semibold underline underline-offset-4"
                >
                  {section.title}
                </Link>
                <span className="block text-sm muted">
                  {section.phaseCode ? t(`choices.phase.${section.phaseCode}` as 'choices.phase.idea') : t('guides.allPhases')} ·{' '}
                  {t('guides.exampleCount', { count: section.items.length })}
                </span>
              </span>
              <MoveButtons
                action={movePart}
                hidden={{ ...at, sectionId: section.id }}
                texts={{ up: t('guides.up'), down: t('guides.down') }}
                of={section.title}
                isFirst={index === 0}
                isLast={index === guide.sections.length - 1}
              />
            </li>
          ))}
        </ol>
        <p>
          <Link href={`${home}/ny`} prefetch={false} className="ds-button" data-variant="secondary">
            {t('guides.addSection')}
          </Link>
        </p>
      </Section>
    </div>
  )
}
