import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { z } from 'zod'
import { CompareVersions } from '@/components/experience/compare-versions'
import { comparedWords, VersionChanges } from '@/components/experience/version-changes'
import { VersionLines } from '@/components/experience/version-lines'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { versionPage } from '@/lib/experiences/versions/queries'
import { changesBetween } from '@/lib/experiences/versions/rules'
import { actor } from '@/lib/platform/auth/session'
import { getLocale, getTranslator } from '@/lib/platform/i18n'
import { formatDate } from '@/lib/platform/locale'

interface Props {
  params: Promise<{ slug: string; nummer: string }>
  /** `mot`: the version it is held against, where that is not the one before. */
  searchParams: Promise<{ mot?: string | string[] }>
}

const number = z
  .string()
  .regex(/^[1-9]\d{0,4}$/)
  .transform(Number)

const load = cache(async (slug: string, nummer: string, mot: number | undefined) => {
  const { data } = number.safeParse(nummer)
  return data === undefined ? null : versionPage(await actor(), slug, data, mot)
})

async function asked({ params, searchParams }: Props) {
  const [{ slug, nummer }, { mot }] = [await params, await searchParams]
  return { slug, page: await load(slug, nummer, number.optional().catch(undefined).parse(mot)) }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { page } = await asked(props)
  const t = await getTranslator()
  return page
    ? {
        title: `${t('versions.changesTitle', { number: page.version.number })} – ${page.current.title}`,
        robots: { index: false },
      }
    : {}
}

export default async function ChangesPage(props: Props) {
  const [t, locale, { slug, page }] = [await getTranslator(), await getLocale(), await asked(props)]
  // Without an earlier version that the reader may open there is nothing to compare with.
  if (!page?.before) notFound()
  const { version, before, current } = page
  const changes = changesBetween(before, version, comparedWords(t, locale))
  const dates = { before: formatDate(before.publishedOn, locale), after: formatDate(version.publishedOn, locale) }
  return (
    <div className="page">
      <PageHeader
        title={t('versions.changesTitle', { number: version.number })}
        eyebrow={current.title}
        crumbs={[
          { href: '/erfaringer', text: t('layout.experiences') },
          { href: `/erfaringer/${slug}`, text: current.title },
        ]}
        crumbsLabel={t('common.breadcrumbs')}
        lead={t('versions.compared', { from: before.number, to: version.number, ...dates })}
      />
      {version.note && <p className="panel-tinted mb-4 max-w-3xl">{version.note}</p>}
      <div className="grid gap-10 lg:grid-cols-[1fr_18rem]">
        <div className="changes min-w-0">
          <CompareVersions {...{ t, locale, slug, versions: page.versions }} from={before.number} to={version.number} />
          {changes.length > 0 ? (
            <VersionChanges t={t} changes={changes} lang={page.language} />
          ) : (
            <EmptyState title={t('versions.sameTitle')} text={t('versions.sameText')} />
          )}
        </div>
        <aside className="grid content-start gap-6 lg:pt-2">
          <VersionLines t={t} locale={locale} slug={slug} versions={page.versions} open={version.number} />
        </aside>
      </div>
    </div>
  )
}
