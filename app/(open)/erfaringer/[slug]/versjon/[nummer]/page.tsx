import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { ReportSections } from '@/components/experience/report-sections'
import { VersionLines } from '@/components/experience/version-lines'
import { PageHeader } from '@/components/ui/page-header'
import { Tag } from '@/components/ui/tag'
import { versionPage } from '@/lib/experiences/versions/queries'
import { actor } from '@/lib/platform/auth/session'
import { getLocale, getTranslator } from '@/lib/platform/i18n'
import { formatDate } from '@/lib/platform/locale'

interface Props {
  params: Promise<{ slug: string; nummer: string }>
}

const load = cache(async (slug: string, number: string) =>
  /^[1-9]\d{0,4}$/.test(number) ? versionPage(await actor(), slug, Number(number)) : null,
)

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, nummer } = await params
  const page = await load(slug, nummer)
  if (!page) return {}
  const t = await getTranslator()
  // What is old is found through what stands.
  return {
    title: `${page.version.title} – ${t('versions.number', { number: page.version.number })}`,
    robots: { index: false },
    alternates: { canonical: `/erfaringer/${slug}` },
  }
}

export default async function VersionPage({ params }: Props) {
  const [t, locale, { slug, nummer }] = [await getTranslator(), await getLocale(), await params]
  const page = await load(slug, nummer)
  if (!page) notFound()
  const { version, current, municipality, collaboration } = page
  return (
    <article className="page">
      <PageHeader
        title={version.title}
        lang={page.language}
        eyebrow={t('versions.number', { number: version.number })}
        crumbs={[
          { href: '/erfaringer', text: t('layout.experiences') },
          { href: `/erfaringer/${slug}`, text: current.title },
        ]}
        crumbsLabel={t('common.breadcrumbs')}
        lead={
          <p className="flex flex-wrap items-center gap-x-3 gap-y-2 text-base">
            {version.outcome && <Tag colour="primary">{t(`choices.reportOutcome.${version.outcome}`)}</Tag>}
            <Link
              href={`/kommuner/${municipality.number}`}
              prefetch={false}
              className="font-semibold underline underline-offset-4"
            >
              {collaboration
                ? t('common.onBehalfOf', { municipality: municipality.displayName, collaboration })
                : municipality.displayName}
            </Link>
            <span>{formatDate(version.publishedOn, locale)}</span>
          </p>
        }
      />
      <p className="ds-alert mb-4" data-color={version.number === current.number ? 'info' : 'warning'}>
        {t(version.number === current.number ? 'versions.isCurrent' : 'versions.isOld', { number: current.number })}{' '}
        <Link href={`/erfaringer/${slug}`} prefetch={false}>
          {t('versions.toCurrent')}
        </Link>
      </p>
      <div className="grid gap-10 lg:grid-cols-[1fr_18rem]">
        <div className="min-w-0">
          <p lang={page.language} className="prose border-b border-neutral-border-subtle pb-6 text-lg font-medium">
            {version.summary}
          </p>
          <ReportSections t={t} locale={locale} report={{ ...version, language: page.language }} />
        </div>
        <aside className="grid content-start gap-6 lg:pt-2">
          <VersionLines t={t} locale={locale} slug={slug} versions={page.versions} open={version.number} />
        </aside>
      </div>
    </article>
  )
}
