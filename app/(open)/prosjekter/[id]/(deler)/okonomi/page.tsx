import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { BudgetTable } from '@/components/economy/budget-table'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { requireStaffIn } from '@/lib/platform/auth/session'
import { getLocale, getTranslator } from '@/lib/platform/i18n'
import { itemList } from '@/lib/projects/items/queries'
import { headOf } from '../head'

interface Props {
  params: Promise<{ id: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('projectNav.economy') }
}

export default async function EconomyPage({ params }: Props) {
  const { id } = await params
  const who = await requireStaffIn(id, `/prosjekter/${id}/okonomi`)
  const [head, list] = [await headOf(id), await itemList(who, { projectId: id, kind: 'budget', page: 1 })]
  if (!list) notFound()
  const [t, locale] = [await getTranslator(), await getLocale()]
  const add = list.may.change && (
    <Link href={`/prosjekter/${id}/budsjett/ny`} prefetch={false} className="ds-button">
      {t('item.budget.add')}
    </Link>
  )
  return (
    <>
      <PageHeader title={t('projectNav.economy')} eyebrow={head.title} lead={t('project.economyIntro')}>
        {list.total > 0 && add}
      </PageHeader>
      {list.total === 0 ? (
        <EmptyState title={t('project.noBudget')}>{add}</EmptyState>
      ) : (
        <BudgetTable t={t} locale={locale} projectId={id} rows={list.rows} />
      )}
    </>
  )
}
