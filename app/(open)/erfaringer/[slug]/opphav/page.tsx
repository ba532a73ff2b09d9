import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { LineagePicture } from '@/components/sharing/lineage-picture'
import { LineageTree, reachWords } from '@/components/sharing/lineage-tree'
import { PageHeader } from '@/components/ui/page-header'
import { actor } from '@/lib/platform/auth/session'
import { getTranslator } from '@/lib/platform/i18n'
import { lineagePage } from '@/lib/sharing/lineage/queries'
import { leadOn } from '../lead-on'

interface Props {
  params: Promise<{ slug: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('lineage.title') }
}

export default async function ReportLineagePage({ params }: Props) {
  const [t, who, { slug }] = [await getTranslator(), await actor(), await params]
  const page = await lineagePage(who, slug)
  if (!page) notFound()
  await leadOn(who, slug, 'opphav')
  return (
    <div className="page">
      <PageHeader
        title={t('lineage.title')}
        lead={`${reachWords(t, page.reach)}. ${t('lineage.lead')}`}
        crumbs={[{ href: `/erfaringer/${page.report.slug}`, text: page.report.title }]}
        crumbsLabel={t('common.breadcrumbs')}
      />
      <LineagePicture t={t} nodes={page.tree} currentId={page.report.projectId} />
      <LineageTree t={t} nodes={page.tree} currentId={page.report.projectId} changes={page.changes} />
    </div>
  )
}
