import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { Suspense } from 'react'
import { sectionFields } from '@/components/collections/guide-fields'
import { MoveButtons } from '@/components/collections/move-buttons'
import { ButtonForm } from '@/components/forms/button-form'
import { PlainForm } from '@/components/forms/plain-form'
import { FlashNotice } from '@/components/layout/flash-notice'
import { PageHeader } from '@/components/ui/page-header'
import { SearchForm } from '@/components/ui/search-form'
import { Section } from '@/components/ui/section'
import { Tag } from '@/components/ui/tag'
import { guideQuery } from '@/lib/collections/input'
import { getTranslator } from '@/lib/platform/i18n'
import { addExample, changePart, moveExample, removeExample } from '../../actions'
import { guideOf } from '../guide'

interface Props {
  params: Promise<{ id: string; seksjon: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

async function load(id: string, sectionId: string, q = '') {
  const page = await guideOf(id, q)
  const section = page.guide.sections.find((found) => found.id === sectionId)
  if (!section) notFound()
  return { ...page, section }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id, seksjon } = await params
  return { title: (await load(id, seksjon)).section.title }
}

export default async function EditSectionPage({ params, searchParams }: Props) {
  const [{ id, seksjon }, typed] = [await params, await searchParams]
  const { q } = guideQuery.parse(typed)
  const [t, { guide, section, found, who }] = [await getTranslator(), await load(id, seksjon, q)]
  const [home, here] = [`/kuratering/samlinger/${id}`, `/kuratering/samlinger/${id}/${seksjon}`]
  const at = { collectionId: id, sectionId: seksjon, version: String(guide.version) }
  const chosen = found.find(({ slug }) => slug === typed.rapport)
  return (
    <div className="page pb-10">
      <Suspense>
        <FlashNotice texts={{ lagret: t('notice.saved') }} />
      </Suspense>
      <PageHeader
        title={section.title}
        eyebrow={guide.title}
        crumbs={[{ href: home, text: guide.title }]}
        crumbsLabel={t('common.breadcrumbs')}
      >
        <Link href={`${here}/slett`} prefetch={false} className="ds-button" data-variant="tertiary" data-color="danger">
          {t('guides.removeSection')}
        </Link>
      </PageHeader>
      {chosen ? (
        <Section id="velg" title={t('guides.addExampleOf', { title: chosen.title })}>
          <PlainForm
            action={addExample}
            fields={[
              {
                ...{ name: 'partKind', input: 'select', label: t('guides.fields.part'), hint: t('guides.hints.part') },
                ...{ initial: '', empty: t('guides.wholeCase') },
                choices: chosen.parts.map((value) => ({ value, text: t(`choices.partKind.${value}`) })),
              },
              { name: 'note', input: 'text', label: t('guides.fields.note'), hint: t('guides.hints.note'), initial: '' },
            ]}
            hidden={{ collectionId: id, sectionId: seksjon, slug: chosen.slug }}
            version={guide.version}
            draft={`${who.personId}:samling:${seksjon}:eksempel`}
            cancelHref={here}
          />
        </Section>
      ) : (
        <Section id="ord" title={t('guides.words')}>
          <PlainForm
            action={changePart}
            fields={sectionFields(t, section)}
            hidden={{ collectionId: id, sectionId: seksjon }}
            version={guide.version}
            draft={`${who.personId}:samling:${seksjon}`}
            cancelHref={home}
          />
        </Section>
      )}
      <Section id="eksempler" title={t('guides.examples')}>
        {section.items.length === 0 && <p className="muted">{t('guides.noExamples')}</p>}
        <ol className="grid max-w-4xl gap-3">
          {section.items.map((item, index) => (
            <li key={item.id} className="panel grid gap-2">
              <p className="flex flex-wrap items-center gap-3">
                <Link href={`/erfaringer/${item.report.slug}`} prefetch={false} className="font-semibold underline">
                  {item.report.title}
                </Link>
                <span className="muted">{item.report.municipality}</span>
                {item.partKind && (
                  <Tag colour={item.canTake ? 'info' : 'warning'}>
                    {t(`choices.partKind.${item.partKind}`)}
                    {!item.canTake && ` – ${t('guides.noLongerShared')}`}
                  </Tag>
                )}
              </p>
              {item.note && <p>{item.note}</p>}
              <div className="flex flex-wrap gap-2">
                <MoveButtons
                  action={moveExample}
                  hidden={{ ...at, itemId: item.id }}
                  texts={{ up: t('guides.up'), down: t('guides.down') }}
                  of={item.report.title}
                  isFirst={index === 0}
                  isLast={index === section.items.length - 1}
                />
                <ButtonForm
                  action={removeExample}
                  hidden={{ ...at, itemId: item.id }}
                  text={t('guides.removeExample')}
                  of={item.report.title}
                />
              </div>
            </li>
          ))}
        </ol>
        <div className="max-w-xl">
          <SearchForm action={here} label={t('guides.findExample')} button={t('common.search')} value={q} />
        </div>
        {q && found.length === 0 && <p className="muted">{t('curation.noReports')}</p>}
        <ul className="grid max-w-4xl gap-2">
          {found.map((report) => (
            <li
              key={report.slug}
              className="flex flex-wrap items-center justify-between gap-3 border-b border-neutral-border-subtle py-2"
            >
              <span>
                <span className="font-semibold">{report.title}</span>
                <span className="block text-sm muted">{report.municipality}</span>
              </span>
              <Link
                href={`${here}?${new URLSearchParams({ q, rapport: report.slug })}#velg-tittel`}
                prefetch={false}
                className="ds-button"
                data-variant="secondary"
                aria-label={t('guides.addExampleOf', { title: report.title })}
              >
                {t('guides.use')}
              </Link>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  )
}
