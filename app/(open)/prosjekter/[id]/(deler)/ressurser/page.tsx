import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { ItemTable } from '@/components/project/items/item-table'
import { LoadTable } from '@/components/resources/load-table'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { requireStaffIn } from '@/lib/platform/auth/session'
import { getLocale, getTranslator } from '@/lib/platform/i18n'
import { itemList } from '@/lib/projects/items/queries'
import { projectLoad } from '@/lib/resources/queries'
import { headOf } from '../head'

interface Props {
  params: Promise<{ id: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('projectNav.resources') }
}

export default async function ResourcesPage({ params }: Props) {
  const { id } = await params
  const who = await requireStaffIn(id, `/prosjekter/${id}/ressurser`)
  const head = await headOf(id)
  const list = await itemList(who, { projectId: id, kind: 'allocation', page: 1 })
  const load = await projectLoad(who, id)
  if (!list || !load) notFound()
  const [t, locale] = [await getTranslator(), await getLocale()]
  const add = list.may.change && (
    <Link href={`/prosjekter/${id}/ressurser/ny`} prefetch={false} className="ds-button">
      {t('item.allocation.add')}
    </Link>
  )
  const over = load.people.filter(({ weeks }) => weeks.some(({ isOver }) => isOver))
  return (
    <>
      <PageHeader title={t('projectNav.resources')} eyebrow={head.title} lead={t('item.allocation.intro')}>
        {list.total > 0 && add}
      </PageHeader>
      {over.length > 0 && (
        <p className="ds-alert mb-6" data-color="warning">
          {t('resources.over', { names: over.map(({ name }) => name).join(', ') })}
        </p>
      )}
      {list.total === 0 ? (
        <EmptyState title={t('item.allocation.empty')}>{add}</EmptyState>
      ) : (
        <ItemTable texts={{ t, locale, ...list.choices }} kind="allocation" rows={list.rows} projectId={id} />
      )}
      {load.people.length > 0 && (
        <Section id="belastning" title={t('resources.load')} intro={t('resources.loadIntro')}>
          <LoadTable t={t} locale={locale} weeks={load.weeks} people={load.people} />
        </Section>
      )}
    </>
  )
}
