import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { Suspense } from 'react'
import { ExampleList } from '@/components/collections/example-list'
import { exampleFields, otherExampleFields, sectionFields } from '@/components/collections/guide-fields'
import { ReportFinder } from '@/components/curation/report-finder'
import { PlainForm } from '@/components/forms/plain-form'
import { ClientTexts } from '@/components/layout/client-texts'
import { FlashNotice } from '@/components/layout/flash-notice'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { findingQuery } from '@/lib/curation/finding/input'
import { chosenReport, findReports } from '@/lib/curation/finding/queries'
import { clientMessages, getLocale, getTranslator } from '@/lib/platform/i18n'
import { addExample, addOther, changeExample, changePart, moveExample, removeExample } from '../../actions'
import { guideOf } from '../guide'

interface Props {
  params: Promise<{ id: string; seksjon: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

async function load(id: string, sectionId: string) {
  const page = await guideOf(id)
  const section = page.guide.sections.find((found) => found.id === sectionId)
  if (!section) notFound()
  return { ...page, section }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id, seksjon } = await params
  return { title: (await load(id, seksjon)).section.title }
}

export default async function EditSectionPage({ params, searchParams }: Props) {
  const { id, seksjon } = await params
  const query = findingQuery.parse(await searchParams)
  const [t, locale, { guide, section, who }] = [await getTranslator(), await getLocale(), await load(id, seksjon)]
  const [home, here] = [`/kuratering/samlinger/${id}`, `/kuratering/samlinger/${id}/${seksjon}`]
  const at = { collectionId: id, sectionId: seksjon, version: String(guide.version) }
  const chosen = await chosenReport(who, query.rapport)
  const found = query.q ? await findReports(who, query) : null
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
            fields={exampleFields(t, chosen.parts)}
            hidden={{ collectionId: id, sectionId: seksjon, slug: chosen.slug }}
            version={guide.version}
            draft={`${who.personId}:samling:${seksjon}:eksempel`}
            cancelHref={here}
          />
        </Section>
      ) : (
        <Section id="ord" title={t('guides.words')}>
          <ClientTexts locale={locale} messages={clientMessages(locale, ['common', 'errors', 'form', 'editor'])}>
            <PlainForm
              action={changePart}
              fields={sectionFields(t, section)}
              hidden={{ collectionId: id, sectionId: seksjon }}
              version={guide.version}
              draft={`${who.personId}:samling:${seksjon}`}
              cancelHref={home}
            />
          </ClientTexts>
        </Section>
      )}
      <Section id="eksempler" title={t('guides.examples')}>
        {section.items.length + section.gone.length === 0 && <p className="muted">{t('guides.noExamples')}</p>}
        <ExampleList
          t={t}
          items={section.items}
          gone={section.gone}
          at={at}
          draft={`${who.personId}:samling:eksempel`}
          actions={{ move: moveExample, remove: removeExample, change: changeExample }}
        />
        <ReportFinder t={t} locale={locale} path={here} q={query.q} found={found}>
          {({ slug, title }) => (
            <Link
              href={`${here}?${new URLSearchParams({ q: query.q, side: String(query.side), rapport: slug })}#velg`}
              prefetch={false}
              className="ds-button"
              data-variant="secondary"
              aria-label={t('guides.addExampleOf', { title })}
            >
              {t('guides.use')}
            </Link>
          )}
        </ReportFinder>
        <details className="max-w-3xl">
          <summary className="py-2 font-semibold">{t('guides.otherExample')}</summary>
          <PlainForm
            action={addOther}
            fields={otherExampleFields(t)}
            hidden={{ collectionId: id, sectionId: seksjon }}
            version={guide.version}
            draft={`${who.personId}:samling:${seksjon}:annet`}
            cancelHref={here}
          />
        </details>
      </Section>
    </div>
  )
}
