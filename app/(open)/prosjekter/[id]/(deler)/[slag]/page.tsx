import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { ItemTable } from '@/components/project/items/item-table'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Pager, pagerTexts } from '@/components/ui/pager'
import { actorIn } from '@/lib/platform/auth/session'
import { getLocale, getTranslator } from '@/lib/platform/i18n'
import { items, kindOfSlug } from '@/lib/projects/items/kinds'
import { itemList } from '@/lib/projects/items/queries'
import { headOf } from '../head'

interface Props {
  params: Promise<{ id: string; slag: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const listQuery = z.object({ side: z.coerce.number().int().min(1).max(10_000).catch(1) })

/** The kinds that have a plain list of their own at their own address. */
const listed = ['task', 'stakeholder', 'communication', 'lesson', 'log', 'document'] as const

function listedKind(slug: string) {
  return listed.find((kind) => items[kind].slug === slug && kindOfSlug(slug) === kind) ?? null
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const kind = listedKind((await params).slag)
  return kind ? { title: (await getTranslator())(`item.${kind}.many`) } : {}
}

export default async function ItemListPage({ params, searchParams }: Props) {
  const { id, slag } = await params
  const kind = listedKind(slag)
  if (!kind) notFound()
  const head = await headOf(id)
  const list = await itemList(await actorIn(id), { projectId: id, kind, page: listQuery.parse(await searchParams).side })
  if (!list) notFound()
  const [t, locale] = [await getTranslator(), await getLocale()]
  const texts = { t, locale, ...list.choices }
  const add = list.may.change && (
    <Link href={`/prosjekter/${id}/${slag}/ny`} prefetch={false} className="ds-button">
      {t(`item.${kind}.add`)}
    </Link>
  )
  return (
    <>
      <PageHeader title={t(`item.${kind}.many`)} eyebrow={head.title} lead={t(`item.${kind}.intro`)}>
        {list.total > 0 && add}
      </PageHeader>
      {list.total === 0 ? (
        <EmptyState title={t(`item.${kind}.empty`)}>{add}</EmptyState>
      ) : (
        <ItemTable texts={texts} kind={kind} rows={list.rows} projectId={id} />
      )}
      <Pager
        page={list.page}
        pageCount={list.pageCount}
        href={(page) => `/prosjekter/${id}/${slag}?side=${page}`}
        texts={pagerTexts(t, list.page, list.pageCount)}
      />
    </>
  )
}
