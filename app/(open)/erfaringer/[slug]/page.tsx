import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound, redirect } from 'next/navigation'
import { cache, Suspense } from 'react'
import { CostBeside } from '@/components/comparison/cost-beside'
import { MergedHere } from '@/components/duplicates/merged-here'
import { Contents } from '@/components/experience/contents'
import { EvidenceBox } from '@/components/experience/evidence-box'
import { ReportSections, readableSections } from '@/components/experience/report-sections'
import { ReuseList } from '@/components/experience/reuse-list'
import { VersionLines } from '@/components/experience/version-lines'
import { FollowPanel } from '@/components/following/follow-button'
import { FlashNotice } from '@/components/layout/flash-notice'
import { Answered } from '@/components/questions/answered'
import { reachWords } from '@/components/sharing/lineage-tree'
import { Contacts } from '@/components/stewards/contacts'
import { PageHeader } from '@/components/ui/page-header'
import { Tag } from '@/components/ui/tag'
import { doubters, TruthPanel } from '@/components/upkeep/truth-panel'
import { costRange } from '@/lib/comparison/queries'
import { mayCurate } from '@/lib/curation/policy'
import { reportPage } from '@/lib/experiences/queries'
import { takenBack } from '@/lib/experiences/withdrawal/queries'
import { withFollows } from '@/lib/following/queries'
import { mayUseDesk } from '@/lib/municipalities/policy'
import { actor } from '@/lib/platform/auth/session'
import { getLocale, getTranslator, type Translator } from '@/lib/platform/i18n'
import { formatDate, type Locale } from '@/lib/platform/locale'
import { answeredOnReport } from '@/lib/questions/queries'
import { reachOfReport } from '@/lib/sharing/lineage/queries'
import { contactsOf } from '@/lib/stewards/contacts/queries'
import { truthOf } from '@/lib/upkeep/queries'
import { beginFollowing, endFollowing } from '../../following-actions'
import { About } from './about'
import { confirm } from './actions'
import { InShort } from './in-short'
import { ReportData } from './report-data'

interface Props {
  params: Promise<{ slug: string }>
}

const load = cache(async (slug: string) => reportPage(await actor(), slug))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params
  const report = await load(slug)
  if (!report) {
    const taken = await takenBack(await actor(), slug)
    return { title: (await getTranslator())(taken ? 'withdrawal.takenTitle' : 'errors.notFoundTitle') }
  }
  const { title, summary: description } = report
  const canonical = `/erfaringer/${report.slug}`
  return {
    ...{ title, description },
    alternates: { canonical },
    openGraph: {
      title,
      description,
      url: canonical,
      type: 'article',
      ...(report.publishedOn && { publishedTime: report.publishedOn }),
    },
    ...(report.visibility !== 'open' && { robots: { index: false } }),
  }
}

export default async function ReportPage({ params }: Props) {
  const [t, locale, who, { slug }] = [await getTranslator(), await getLocale(), await actor(), await params]
  const report = await load(slug)
  if (!report) notFound()
  if (report.mergedInto && !report.isOwn && !mayCurate(who)) redirect(`/erfaringer/${report.mergedInto.slug}?ok=sammen`)
  const { displayName, number } = report.municipality
  const reach = await reachOfReport(who, report.id)
  const [truth, answered, contacts] = [
    await truthOf(who, slug),
    await answeredOnReport(who, slug),
    await contactsOf(who, report.id),
  ]
  const others = report.cost.introduction && (await costRange(who, report.themeCode))
  const themeName = t(`choices.theme.${report.themeCode}` as 'choices.theme.byggesak')
  const followable = await withFollows(who, [
    { kind: 'report' as const, subject: report.id, name: t('following.report') },
    { kind: 'municipality' as const, subject: number, name: displayName },
    { kind: 'theme' as const, subject: report.themeCode, name: t('following.theme', { name: themeName }) },
    ...report.technologies.map((name) => ({ kind: 'technology' as const, subject: name, name })),
  ])
  const kinds = readableSections(report)
  const copyPath = `/prosjekter/${report.projectId}/kopier`
  return (
    <article className="page">
      <ReportData t={t} report={report} themeName={themeName} />
      <Suspense>
        <FlashNotice
          texts={{
            bekreftet: t('upkeep.confirmedNow'),
            forvalter: t('stewards.saved'),
            meldt: t('upkeep.flagged'),
            fulgt: t('upkeep.followedUp'),
            evaluert: t('upkeep.evaluationSaved'),
            sammen: t('duplicates.ledHere'),
          }}
        />
      </Suspense>
      <PageHeader
        title={report.title}
        lang={report.language}
        eyebrow={themeName}
        crumbs={[{ href: '/erfaringer', text: t('layout.experiences') }]}
        crumbsLabel={t('common.breadcrumbs')}
        lead={
          <p className="flex flex-wrap items-center gap-x-3 gap-y-2 text-base">
            {report.outcome && <Tag colour="primary">{t(`choices.reportOutcome.${report.outcome}`)}</Tag>}
            <Link href={`/kommuner/${number}`} prefetch={false} className="font-semibold underline underline-offset-4">
              {report.collaboration
                ? t('common.onBehalfOf', { municipality: displayName, collaboration: report.collaboration })
                : displayName}
            </Link>
            {report.publishedOn && <span>{dated(t, locale, report)}</span>}
          </p>
        }
      >
        {report.may.copy && (
          <Link href={copyPath} prefetch={false} className="ds-button">
            {t('experience.copy')}
          </Link>
        )}
        {who.kind === 'visitor' && report.parts.length > 0 && (
          <Link
            href={`/logg-inn?neste=${encodeURIComponent(copyPath)}`}
            prefetch={false}
            className="ds-button"
            data-variant="secondary"
          >
            {t('experience.copySignIn')}
          </Link>
        )}
        {report.status === 'published' && (
          <Link href={`/erfaringer/${slug}/sporsmal`} prefetch={false} className="ds-button" data-variant="secondary">
            {t(report.isOwn ? 'questions.link' : 'questions.title')}
          </Link>
        )}
        {report.may.write && (
          <Link
            href={`/prosjekter/${report.projectId}/erfaringsrapport`}
            prefetch={false}
            className="ds-button"
            data-variant="secondary"
          >
            {t('experience.edit')}
          </Link>
        )}
      </PageHeader>
      {report.status !== 'published' && (
        <p className="ds-alert mb-4" data-color="warning">
          {t('experience.notPublished')}
        </p>
      )}
      {report.mergedInto && (
        <p className="ds-alert mb-4" data-color="info">
          {t('duplicates.isMerged')}{' '}
          <Link href={`/erfaringer/${report.mergedInto.slug}`} prefetch={false}>
            {report.mergedInto.title}, {report.mergedInto.municipality.displayName}
          </Link>
        </p>
      )}
      {report.isOwn && report.changesWanted && (
        <p className="ds-alert mb-4" data-color="info">
          {t('reviews.waiting')}{' '}
          <Link href={`/erfaringer/${slug}/gjennomgang`} prefetch={false}>
            {t('reviews.seeComments')}
          </Link>
        </p>
      )}
      {report.isStale && (
        <p className="ds-alert mb-4" data-color="info">
          {t('experience.stale')}
        </p>
      )}
      {truth && truth.flags.open.length > 0 && (
        <p className="ds-alert mb-4" data-color="warning">
          {t('upkeep.flags', { count: doubters(truth.flags.open) })}. {t('upkeep.unanswered')}{' '}
          <Link href={`/erfaringer/${slug}/utdatert`} prefetch={false}>
            {t('upkeep.seeFlags')}
          </Link>
        </p>
      )}
      <div className="grid gap-10 lg:grid-cols-[1fr_18rem]">
        <div className="min-w-0">
          <InShort report={report} />
          <Contents t={t} kinds={kinds} isFolded className="mb-6 lg:hidden" />
          <p lang={report.language} className="prose border-b border-neutral-border-subtle pb-6 text-lg font-medium">
            {report.summary}
          </p>
          <ReportSections
            {...{ t, locale, report }}
            documentHref={(id) => `/erfaringer/${slug}/dokumenter/${id}`}
            after={{
              cost: <CostBeside {...{ t, locale, number }} cost={report.cost} themeCode={report.themeCode} others={others} />,
            }}
          />
          {answered && report.status === 'published' && <Answered t={t} locale={locale} slug={slug} answered={answered} />}
        </div>
        <aside className="grid content-start gap-6 lg:pt-2">
          <Contents t={t} kinds={kinds} className="hidden lg:block" />
          <Contacts t={t} contacts={contacts} />
          {truth && report.status === 'published' && (
            <TruthPanel {...{ t, locale, slug, truth, confirm }} source={displayName} isAdvisor={mayCurate(who)} />
          )}
          {followable.length > 0 && <FollowPanel t={t} things={followable} begin={beginFollowing} end={endFollowing} />}
          <ReuseList t={t} locale={locale} reuses={report.reuses} isVisitor={who.kind === 'visitor'} />
          <p className="grid gap-2">
            {mayUseDesk(who) && report.prerequisites.length > 0 && (
              <Link href={`/erfaringer/${slug}/passer`} prefetch={false} className="ds-button" data-variant="secondary">
                {t('fit.title')}
              </Link>
            )}
            <Link href={`/erfaringer/kostnader?tema=${report.themeCode}`} prefetch={false}>
              {t('comparison.link')}
            </Link>
            <Link
              href={`/erfaringer/sammenlign?${new URLSearchParams([['rapport', slug], ...report.lineage.flatMap(({ reportSlug }) => (reportSlug ? [['rapport', reportSlug]] : []))])}`}
              prefetch={false}
            >
              {t('comparison.compareLink')}
            </Link>
            <Link href={`/erfaringer/${report.slug}/opphav`} prefetch={false}>
              {reachWords(t, reach)}
            </Link>
            {report.status === 'published' && mayUseDesk(who) && (
              <Link href={`/erfaringer/${report.slug}/gjenbruk`} prefetch={false} className="ds-button" data-variant="secondary">
                {t(report.isOwn ? 'reuse.proposeLink' : 'reuse.sayLink')}
              </Link>
            )}
          </p>
          {report.lineage.length > 0 && (
            <section aria-labelledby="opphav" className="panel">
              <h2 id="opphav" className="mb-2 text-lg">
                {t('experience.lineageTitle')}
              </h2>
              <ol className="grid gap-2">
                {report.lineage.map((origin) => (
                  <li key={origin.projectId}>
                    <Link
                      href={origin.reportSlug ? `/erfaringer/${origin.reportSlug}` : `/prosjekter/${origin.projectId}`}
                      prefetch={false}
                      className="underline"
                    >
                      {t('experience.buildsOn', { title: origin.title, municipality: origin.municipality })}
                    </Link>
                  </li>
                ))}
              </ol>
            </section>
          )}
          {report.merged.length > 0 && <MergedHere t={t} merged={report.merged} />}
          <VersionLines t={t} locale={locale} slug={slug} versions={report.versions} />
          <EvidenceBox t={t} evidence={report.evidence} isOwn={report.isOwn} />
          <About t={t} locale={locale} report={report} />
        </aside>
      </div>
    </article>
  )
}

/** When it was published, and when it was last changed where that is another day. */
function dated(
  t: Translator,
  locale: Locale,
  { publishedOn, revisedOn }: { publishedOn: string | null; revisedOn: string | null },
) {
  if (!publishedOn) return ''
  const published = formatDate(publishedOn, locale)
  return revisedOn && revisedOn !== publishedOn
    ? t('experience.revised', { published, revised: formatDate(revisedOn, locale) })
    : published
}
