import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import { CompareVersions } from '@/components/experience/compare-versions'
import { VersionsTold } from '@/components/experience/version-lines'
import { PageHeader } from '@/components/ui/page-header'
import { versionList } from '@/lib/experiences/versions/queries'
import { actor } from '@/lib/platform/auth/session'
import { getLocale, getTranslator } from '@/lib/platform/i18n'

interface Props {
  params: Promise<{ slug: string }>
  searchParams: Promise<Record<string, string | string[]>>
}

const number = z.coerce.number().int().min(1).max(99_999)
const chosen = z.object({ fra: number, til: number }).nullable().catch(null)

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('versions.title'), robots: { index: false } }
}

/** Every version of a report, and any two of them against each other. */
export default async function VersionsPage({ params, searchParams }: Props) {
  const [{ slug }, two] = [await params, chosen.parse(await searchParams)]
  const list = await versionList(await actor(), slug)
  if (!list || list.versions.length === 0) notFound()
  if (two && two.fra !== two.til) {
    const [from, to] = [Math.min(two.fra, two.til), Math.max(two.fra, two.til)]
    redirect(`/erfaringer/${slug}/versjon/${to}/endringer?mot=${from}`)
  }
  const [t, locale] = [await getTranslator(), await getLocale()]
  return (
    <div className="page pb-10">
      <PageHeader
        title={t('versions.title')}
        eyebrow={list.title}
        lead={t('versions.lead')}
        crumbs={[
          { href: '/erfaringer', text: t('layout.experiences') },
          { href: `/erfaringer/${slug}`, text: list.title },
        ]}
        crumbsLabel={t('common.breadcrumbs')}
      />
      <div className="grid max-w-3xl gap-8">
        <CompareVersions t={t} locale={locale} slug={slug} versions={list.versions} isSame={two !== null} />
        <VersionsTold t={t} locale={locale} slug={slug} versions={list.versions} />
      </div>
    </div>
  )
}
