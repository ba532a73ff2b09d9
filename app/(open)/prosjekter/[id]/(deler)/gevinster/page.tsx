import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { ChangeCard } from '@/components/benefits/change-card'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { benefitPage } from '@/lib/benefits/queries'
import { actorIn } from '@/lib/platform/auth/session'
import { getLocale, getTranslator } from '@/lib/platform/i18n'
import { headOf } from '../head'

interface Props {
  params: Promise<{ id: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('projectNav.benefits') }
}

export default async function BenefitsPage({ params }: Props) {
  const { id } = await params
  const head = await headOf(id)
  const page = await benefitPage(await actorIn(id), id)
  if (!page) notFound()
  const [t, locale] = [await getTranslator(), await getLocale()]
  const add = page.may.change && (
    <Link href={`/prosjekter/${id}/endringer/ny`} prefetch={false} className="ds-button">
      {t('item.change.add')}
    </Link>
  )
  return (
    <>
      <PageHeader title={t('projectNav.benefits')} eyebrow={head.title} lead={t('project.benefitIntro')}>
        {page.changes.length > 0 && add}
      </PageHeader>
      {page.changes.length === 0 && (
        <EmptyState title={t('project.noBenefits')} text={t('project.noBenefitsText')}>
          {add}
        </EmptyState>
      )}
      <div className="grid gap-8">
        {page.changes.map((change) => (
          <ChangeCard
            key={change.id}
            t={t}
            locale={locale}
            projectId={id}
            change={change}
            isOwn={page.isOwn}
            mayChange={page.may.change}
          />
        ))}
      </div>
    </>
  )
}
