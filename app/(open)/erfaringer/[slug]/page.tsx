import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { ReportSections, readableSections } from '@/components/experience/report-sections'
import { ReuseList } from '@/components/experience/reuse-list'
import { VersionLines } from '@/components/experience/version-lines'
import { reachWords } from '@/components/sharing/lineage-tree'
import { Facts } from '@/components/ui/facts'
import { PageHeader } from '@/components/ui/page-header'
import { Tag } from '@/components/ui/tag'
import { reportPage } from '@/lib/experiences/queries'
import { actor } from '@/lib/platform/auth/session'
import { getLocale, getTranslator } from '@/lib/platform/i18n'
import { formatDate } from '@/lib/platform/locale'
import { reachOfReport } from '@/lib/sharing/lineage/queries'

interface Props {
  params: Promise<{ slug: string }>
}

const load = cache(async (slug: string) => reportPage(await actor(), slug))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const report = await load((await params).slug)
  return report ? { title: report.title, description: report.summary } : {}
}

export default async function ReportPage({ params }: Props) {
  const [t, locale, who, { slug }] = [await getTranslator(), await getLocale(), await actor(), await params]
  const report = await load(slug)
  if (!report) notFound()
  const { displayName, number } = report.municipality
  const reach = await reachOfReport(who, report.id)
  const copyPath = `/prosjekter/${report.projectId}/kopier`
  return (
    <article className="page" lang={report.language}>
      <PageHeader
        title={report.title}
        eyebrow={t(`choices.theme.${report.themeCode}` as 'choices.theme.byggesak')}
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
            {report.publishedOn && <span>{formatDate(report.publishedOn, locale)}</span>}
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
        {report.isOwn && (
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
      <div className="grid gap-10 lg:grid-cols-[1fr_18rem]">
        <div className="min-w-0">
          <p className="prose border-b border-neutral-border-subtle pb-6 text-lg font-medium">{report.summary}</p>
          <ReportSections t={t} locale={locale} report={report} />
        </div>
        <aside className="grid content-start gap-6 lg:pt-2">
          <nav aria-label={t('experience.contents')} className="panel no-print">
            <h2 className="mb-2 text-lg">{t('experience.contents')}</h2>
            <ul className="grid gap-1">
              {readableSections(report).map((kind) => (
                <li key={kind}>
                  <a href={`#${kind}-tittel`}>{t(`choices.reportSection.${kind}`)}</a>
                </li>
              ))}
            </ul>
          </nav>
          <ReuseList t={t} locale={locale} reuses={report.reuses} isVisitor={who.kind === 'visitor'} />
          <p className="grid gap-2">
            <Link href={`/erfaringer/${report.slug}/opphav`} prefetch={false}>
              {reachWords(t, reach)}
            </Link>
            {report.status === 'published' && who.kind === 'staff' && (
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
                  <li key={origin.reportSlug}>
                    <Link href={`/erfaringer/${origin.reportSlug}`} prefetch={false} className="underline">
                      {t('experience.buildsOn', { title: origin.title, municipality: origin.municipality })}
                    </Link>
                  </li>
                ))}
              </ol>
            </section>
          )}
          <VersionLines t={t} locale={locale} slug={slug} versions={report.versions} />
          <section aria-labelledby="om" className="panel">
            <h2 id="om" className="mb-2 text-lg">
              {t('experience.keptTitle')}
            </h2>
            <Facts
              facts={[
                { term: t('experience.evidence'), value: t(`experience.evidence${report.evidence}`) },
                { term: t('experience.confirmed'), value: report.confirmedOn && formatDate(report.confirmedOn, locale) },
                { term: t('experience.visibility'), value: t(`choices.visibility.${report.visibility}`) },
                { term: t('experience.language'), value: t(`choices.language.${report.language}`) },
                { term: t('experience.version'), value: report.versions[0]?.number },
                {
                  term: t('experience.project'),
                  value: report.project && <Link href={`/prosjekter/${report.project.id}`}>{report.project.title}</Link>,
                },
              ]}
            />
          </section>
        </aside>
      </div>
    </article>
  )
}
