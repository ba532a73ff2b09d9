import type { Metadata } from 'next'
import Link from 'next/link'
import { MoveButtons } from '@/components/collections/move-buttons'
import { NationalFigures } from '@/components/curation/national-figures'
import { NeedList } from '@/components/curation/need-list'
import { ButtonForm } from '@/components/forms/button-form'
import { FeatureForm } from '@/components/forms/feature-form'
import { ClientTexts } from '@/components/layout/client-texts'
import { PageHeader } from '@/components/ui/page-header'
import { Pager, pagerTexts } from '@/components/ui/pager'
import { SearchForm } from '@/components/ui/search-form'
import { Section } from '@/components/ui/section'
import { Tag } from '@/components/ui/tag'
import { cockpit } from '@/lib/curation/cockpit/queries'
import { nationalFigures } from '@/lib/curation/figures/queries'
import { curationQuery } from '@/lib/curation/input'
import { curationDesk } from '@/lib/curation/queries'
import { requireAdvisor } from '@/lib/platform/auth/session'
import { addDays, today } from '@/lib/platform/dates'
import { clientMessages, getLocale, getTranslator } from '@/lib/platform/i18n'
import { formatDate } from '@/lib/platform/locale'
import { feature, move, unfeature } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('curation.title') }
}

const stateColours = { showing: 'success', waiting: 'warning', upcoming: 'info', ended: 'neutral' } as const

export default async function CurationPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const who = await requireAdvisor('/kuratering')
  const [t, locale, query] = [await getTranslator(), await getLocale(), curationQuery.parse(await searchParams)]
  const { features, reports, page, pageCount } = await curationDesk(who, query)
  const [needs, figures] = [await cockpit(who), await nationalFigures(who)]
  const shown = features.filter(({ state }) => state !== 'ended')
  const chosen = reports.find((report) => report.slug === query.rapport)
  const href = (change: { rapport?: string; side?: number }) => {
    const parameters = new URLSearchParams({
      q: query.q,
      side: String(change.side ?? page),
      ...(change.rapport && { rapport: change.rapport }),
    })
    return `/kuratering?${parameters}`
  }
  return (
    <div className="page">
      <PageHeader title={t('curation.title')} lead={t('curation.lead')}>
        <Link href="/kuratering/gjennomgang" prefetch={false} className="ds-button" data-variant="secondary">
          {t('reviews.title')}
        </Link>
        <Link href="/kuratering/samlinger" prefetch={false} className="ds-button" data-variant="secondary">
          {t('guides.deskTitle')}
        </Link>
        <Link href="/kuratering/rad" prefetch={false} className="ds-button" data-variant="secondary">
          {t('advice.sentTitle')}
        </Link>
      </PageHeader>
      {needs && <NeedList t={t} locale={locale} needs={needs} />}
      {figures && <NationalFigures t={t} locale={locale} figures={figures} />}
      <ClientTexts locale={locale} messages={clientMessages(locale, ['common', 'errors', 'form', 'curation'])}>
        {chosen && (
          <section id="loft-fram" aria-labelledby="loft-fram-tittel" className="panel-tinted mb-6 grid gap-4">
            <h2 id="loft-fram-tittel" className="text-2xl">
              {t('curation.featureTitle', { title: chosen.title })}
            </h2>
            <FeatureForm action={feature} slug={chosen.slug} startsOn={today()} endsOn={addDays(today(), 30)} />
          </section>
        )}
        <Section id="utvalgte" title={t('curation.featured')}>
          {features.length === 0 && <p className="muted">{t('curation.noFeatured')}</p>}
          <ul className="grid gap-3">
            {features.map(({ id, report, reason, startsOn, endsOn, state }) => (
              <li key={id} className="panel grid gap-2">
                <p className="flex flex-wrap items-center gap-3">
                  <Link href={`/erfaringer/${report.slug}`} prefetch={false} className="font-semibold underline">
                    {report.title}
                  </Link>
                  <span>{report.municipality}</span>
                  <Tag colour={stateColours[state]}>{t(`curation.state.${state}`)}</Tag>
                  <span className="text-sm muted">
                    {t('curation.period', { start: formatDate(startsOn, locale), end: formatDate(endsOn, locale) })}
                  </span>
                </p>
                <p>{reason}</p>
                <div className="flex flex-wrap gap-2">
                  {state !== 'ended' && (
                    <MoveButtons
                      action={move}
                      hidden={{ featureId: id }}
                      texts={{ up: t('guides.up'), down: t('guides.down') }}
                      of={report.title}
                      isFirst={shown[0]?.id === id}
                      isLast={shown.at(-1)?.id === id}
                    />
                  )}
                  <ButtonForm
                    action={unfeature}
                    hidden={{ featureId: id }}
                    text={t('curation.remove')}
                    asks={t('asks.unfeature')}
                    of={report.title}
                  />
                </div>
              </li>
            ))}
          </ul>
        </Section>
      </ClientTexts>
      <Section id="rapporter" title={t('curation.choose')}>
        <div className="max-w-xl">
          <SearchForm action="/kuratering" label={t('curation.find')} button={t('common.search')} value={query.q} />
        </div>
        {reports.length === 0 && <p className="muted">{t('curation.noReports')}</p>}
        <ul className="grid gap-2">
          {reports.map((report) => (
            <li
              key={report.slug}
              className="flex flex-wrap items-center justify-between gap-3 border-b border-neutral-border-subtle py-2"
            >
              <span>
                <Link href={`/erfaringer/${report.slug}`} prefetch={false} className="font-semibold underline">
                  {report.title}
                </Link>
                <span className="block text-sm muted">
                  {report.municipality} · {t(`choices.visibility.${report.visibility}`)}
                  {report.publishedOn && ` · ${formatDate(report.publishedOn, locale)}`}
                </span>
              </span>
              <Link
                href={`${href({ rapport: report.slug })}#loft-fram`}
                prefetch={false}
                className="ds-button"
                data-variant="secondary"
                aria-label={t('curation.featureTitle', { title: report.title })}
              >
                {t('curation.feature')}
              </Link>
            </li>
          ))}
        </ul>
        <Pager page={page} pageCount={pageCount} href={(side) => href({ side })} texts={pagerTexts(t, page, pageCount)} />
      </Section>
    </div>
  )
}
