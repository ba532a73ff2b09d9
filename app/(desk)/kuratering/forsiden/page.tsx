import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { Suspense } from 'react'
import { FeatureForm } from '@/components/curation/feature-form'
import { FeatureList } from '@/components/curation/feature-list'
import { ReportFinder } from '@/components/curation/report-finder'
import { ClientTexts } from '@/components/layout/client-texts'
import { FlashNotice } from '@/components/layout/flash-notice'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { featuresDesk } from '@/lib/curation/features/queries'
import { placesOnFront } from '@/lib/curation/features/rules'
import { findingQuery } from '@/lib/curation/finding/input'
import { chosenReport, findReports } from '@/lib/curation/finding/queries'
import { requireAdvisor } from '@/lib/platform/auth/session'
import { addDays, today } from '@/lib/platform/dates'
import { clientMessages, getLocale, getTranslator } from '@/lib/platform/i18n'
import { feature, move, unfeature } from './actions'

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('curation.frontTitle') }
}

export default async function FrontPageDesk({ searchParams }: Props) {
  const who = await requireAdvisor('/kuratering/forsiden')
  const [t, locale, query] = [await getTranslator(), await getLocale(), findingQuery.parse(await searchParams)]
  const [features, found, chosen] = [
    await featuresDesk(who),
    await findReports(who, query),
    await chosenReport(who, query.rapport),
  ]
  if (!features) notFound()
  const choose = (slug: string) =>
    `/kuratering/forsiden?${new URLSearchParams({ q: query.q, side: String(query.side), rapport: slug })}#loft-fram`
  return (
    <div className="page pb-10">
      <Suspense>
        <FlashNotice texts={{ lagret: t('notice.saved'), fjernet: t('curation.removed') }} />
      </Suspense>
      <PageHeader
        title={t('curation.frontTitle')}
        lead={t('curation.frontLead', { count: placesOnFront })}
        crumbs={[{ href: '/kuratering', text: t('layout.curation') }]}
        crumbsLabel={t('common.breadcrumbs')}
      />
      <ClientTexts locale={locale} messages={clientMessages(locale, ['common', 'errors', 'form', 'curation'])}>
        {chosen && (
          <section id="loft-fram" aria-labelledby="loft-fram-tittel" className="panel-tinted mb-6 grid gap-4">
            <h2 id="loft-fram-tittel" className="text-2xl">
              {t('curation.featureTitle', { title: chosen.title })}
            </h2>
            {chosen.visibility !== 'open' && <p>{t('curation.notOpenYet')}</p>}
            <FeatureForm
              action={feature}
              hidden={{ slug: chosen.slug }}
              values={{ reason: '', startsOn: today(), endsOn: addDays(today(), 30) }}
              submitText={t('curation.submit')}
            />
          </section>
        )}
        <Section id="utvalgte" title={t('curation.featured')}>
          {features.length === 0 && <EmptyState title={t('curation.noFeatured')} text={t('curation.noFeaturedText')} />}
          <FeatureList t={t} locale={locale} features={features} move={move} remove={unfeature} />
        </Section>
      </ClientTexts>
      <Section id="rapporter" title={t('curation.choose')}>
        <ReportFinder t={t} locale={locale} path="/kuratering/forsiden" q={query.q} found={found}>
          {({ slug, title }) => (
            <Link
              href={choose(slug)}
              prefetch={false}
              className="ds-button"
              data-variant="secondary"
              aria-label={t('curation.featureTitle', { title })}
            >
              {t('curation.feature')}
            </Link>
          )}
        </ReportFinder>
      </Section>
    </div>
  )
}
