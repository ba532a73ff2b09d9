import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { UncertaintyMatrices, UncertaintyTable } from '@/components/project/uncertainty-section'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { actorIn } from '@/lib/platform/auth/session'
import { getLocale, getTranslator } from '@/lib/platform/i18n'
import { uncertaintyPage } from '@/lib/uncertainty/queries'
import { headOf } from '../head'

interface Props {
  params: Promise<{ id: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('projectNav.uncertainties') }
}

export default async function UncertaintiesPage({ params }: Props) {
  const { id } = await params
  const head = await headOf(id)
  const page = await uncertaintyPage(await actorIn(id), id)
  if (!page) notFound()
  const [t, locale] = [await getTranslator(), await getLocale()]
  const numbered = page.uncertainties.map((uncertainty, index) => ({
    ...uncertainty,
    number: index + 1,
    href: `/prosjekter/${id}/usikkerheter/${uncertainty.id}`,
  }))
  const groups = [
    { kind: 'risk', id: 'risikoer', title: t('project.risks') },
    { kind: 'opportunity', id: 'muligheter', title: t('project.opportunities') },
  ] as const
  const add = page.may.change && (
    <Link href={`/prosjekter/${id}/usikkerheter/ny`} prefetch={false} className="ds-button">
      {t('item.uncertainty.add')}
    </Link>
  )
  return (
    <>
      <PageHeader title={t('projectNav.uncertainties')} eyebrow={head.title} lead={t('project.uncertaintyIntro')}>
        {numbered.length > 0 && add}
      </PageHeader>
      {numbered.length === 0 && <EmptyState title={t('project.noUncertainties')}>{add}</EmptyState>}
      <UncertaintyMatrices t={t} uncertainties={numbered} />
      {groups.map((group) => {
        const own = numbered.filter(({ kind }) => kind === group.kind)
        if (own.length === 0) return null
        return (
          <Section key={group.kind} id={group.id} title={group.title}>
            <UncertaintyTable t={t} locale={locale} label={group.title} uncertainties={own} showsHistory={page.isOwn} />
          </Section>
        )
      })}
    </>
  )
}
