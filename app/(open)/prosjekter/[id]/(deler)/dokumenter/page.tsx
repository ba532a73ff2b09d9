import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { DocumentFilters } from '@/components/documents/document-filters'
import { DocumentTable } from '@/components/documents/document-table'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Pager, pagerTexts } from '@/components/ui/pager'
import { documentListQuery } from '@/lib/documents/input'
import { documentList } from '@/lib/documents/queries'
import { actorIn } from '@/lib/platform/auth/session'
import { getLocale, getTranslator } from '@/lib/platform/i18n'
import { headOf } from '../head'

interface Props {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('item.document.many') }
}

export default async function DocumentsPage({ params, searchParams }: Props) {
  const { id } = await params
  const head = await headOf(id)
  const query = documentListQuery.parse(await searchParams)
  const list = await documentList(await actorIn(id), id, query)
  if (!list) notFound()
  const [t, locale] = [await getTranslator(), await getLocale()]
  const texts = { t, locale, phases: list.phases }
  const here = `/prosjekter/${id}/dokumenter`
  const { side: _, ...filters } = query
  const isNarrowed = Boolean(query.type || query.fase)
  const add = list.may.change && (
    <Link href={`${here}/ny`} prefetch={false} className="ds-button">
      {t('item.document.add')}
    </Link>
  )
  return (
    <>
      <PageHeader title={t('item.document.many')} eyebrow={head.title} lead={t('item.document.intro')}>
        {(list.total > 0 || isNarrowed) && add}
      </PageHeader>
      {(list.total > 0 || isNarrowed) && <DocumentFilters texts={texts} href={here} query={query} />}
      {list.total > 0 && <DocumentTable texts={texts} projectId={id} documents={list.documents} mayUpload={list.may.change} />}
      {list.total === 0 && isNarrowed && (
        <EmptyState title={t('documents.noMatch')}>
          <Link href={here} prefetch={false} className="ds-button" data-variant="secondary">
            {t('documents.showAll')}
          </Link>
        </EmptyState>
      )}
      {list.total === 0 && !isNarrowed && <EmptyState title={t('item.document.empty')}>{add}</EmptyState>}
      <Pager
        page={list.page}
        pageCount={list.pageCount}
        href={(side) => `${here}?${new URLSearchParams({ ...filters, side: String(side) })}`}
        texts={pagerTexts(t, list.page, list.pageCount)}
      />
    </>
  )
}
