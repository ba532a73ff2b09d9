import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { Suspense } from 'react'
import { PlainForm } from '@/components/forms/plain-form'
import { FlashNotice } from '@/components/layout/flash-notice'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Pager, pagerTexts } from '@/components/ui/pager'
import { Section } from '@/components/ui/section'
import { RecommendationList } from '@/components/upkeep/recommendation-list'
import { mayUseDesk } from '@/lib/municipalities/policy'
import { actor } from '@/lib/platform/auth/session'
import { getLocale, getTranslator } from '@/lib/platform/i18n'
import { recommendationQuery } from '@/lib/upkeep/recommendations/input'
import { recommendationPage } from '@/lib/upkeep/recommendations/queries'
import { leadOn } from '../lead-on'
import { reply, say, takeBack, takeBackReply } from './actions'

interface Props {
  params: Promise<{ slug: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const words = ['yes', 'adapted', 'wait', 'no'] as const

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('upkeep.recommendations') }
}

export default async function RecommendationsPage({ params, searchParams }: Props) {
  const [{ slug }, query, who] = [await params, recommendationQuery.parse(await searchParams), await actor()]
  const page = await recommendationPage(who, slug, query)
  if (!page) notFound()
  const { ours, isThread } = page
  if (!ours) await leadOn(who, slug, 'anbefalinger')
  const [t, locale] = [await getTranslator(), await getLocale()]
  const personId = who.kind === 'visitor' ? '' : who.personId
  const path = `/erfaringer/${slug}/anbefalinger`
  const pageHref = (side: number) =>
    `${path}?${new URLSearchParams({ ...(isThread && { trad: query.trad }), side: String(side) })}`
  return (
    <div className="page pb-10">
      <Suspense>
        <FlashNotice texts={{ sagt: t('upkeep.recommended'), svart: t('upkeep.replied'), tatt: t('upkeep.takenBack') }} />
      </Suspense>
      <PageHeader
        title={t('upkeep.recommendations')}
        eyebrow={page.report.title}
        lead={t('upkeep.recommendLead', { municipality: page.report.municipality })}
        crumbs={[
          { href: `/erfaringer/${slug}`, text: page.report.title },
          ...(isThread ? [{ href: path, text: t('upkeep.recommendations') }] : []),
        ]}
        crumbsLabel={t('common.breadcrumbs')}
      >
        {mayUseDesk(who) && !page.usesIt && !page.isOwn && (
          <Link href={`/erfaringer/${slug}/gjenbruk`} prefetch={false} className="ds-button" data-variant="secondary">
            {t('reuse.sayLink')}
          </Link>
        )}
      </PageHeader>
      {page.may.recommend && !isThread && (
        <Section id="si" title={t('upkeep.recommend')}>
          <PlainForm
            action={say}
            fields={[
              {
                ...{
                  name: 'answer',
                  input: 'radio',
                  label: t('upkeep.recommend'),
                  isRequired: true,
                  initial: ours?.answer ?? '',
                },
                choices: words.map((value) => ({ value, text: t(`choices.recommendation.${value}`) })),
              },
              { name: 'comment', input: 'text', label: t('upkeep.recommendComment'), initial: ours?.comment ?? '' },
            ]}
            hidden={{ slug }}
            draft={`${personId}:anbefaling:${slug}`}
            cancelHref={`/erfaringer/${slug}`}
            submitText={t('upkeep.recommendSend')}
          />
        </Section>
      )}
      {page.recommendations.length === 0 && (
        <EmptyState title={t('upkeep.noRecommendations')} text={t('upkeep.noRecommendationsText')} />
      )}
      <RecommendationList
        {...{ t, locale, path, personId }}
        recommendations={page.recommendations}
        reply={page.may.reply ? reply : null}
        withdraw={takeBack}
        withdrawReply={takeBackReply}
      />
      <Pager page={page.page} pageCount={page.pageCount} href={pageHref} texts={pagerTexts(t, page.page, page.pageCount)} />
    </div>
  )
}
