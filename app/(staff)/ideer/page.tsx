import type { Metadata } from 'next'
import Link from 'next/link'
import { IdeaTable } from '@/components/ideas/idea-table'
import { EmptyState } from '@/components/ui/empty-state'
import { FilterSelect } from '@/components/ui/filter-select'
import { PageHeader } from '@/components/ui/page-header'
import { Pager, pagerTexts } from '@/components/ui/pager'
import { IdeaDecision } from '@/generated/prisma/enums'
import { type IdeasQuery, ideaOrders, ideasQuery } from '@/lib/ideas/input'
import { ideasPage } from '@/lib/ideas/queries'
import { ideasHref } from '@/lib/ideas/rules'
import { requireStaff } from '@/lib/platform/auth/session'
import { getLocale, getTranslator, type Translator } from '@/lib/platform/i18n'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('ideas.title') }
}

const defaults = ideasQuery.parse({})

export default async function Ideas({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const query = ideasQuery.parse(await searchParams)
  const who = await requireStaff(ideasHref(query, { side: query.side }, defaults))
  const [t, locale, ideas] = [await getTranslator(), await getLocale(), await ideasPage(who, query)]
  const isFiltered = query.q !== '' || query.beslutning !== ''
  const { page, pageCount, may } = ideas
  const isEmpty = ideas.total === 0 && !isFiltered
  const add = may.register && (
    <Link href="/ideer/ny" prefetch={false} className="ds-button">
      {t('ideas.new')}
    </Link>
  )
  return (
    <>
      <PageHeader title={t('ideas.titleOf', { municipality: who.municipality.name })} lead={t('ideas.lead')}>
        {!isEmpty && add}
      </PageHeader>
      {isEmpty ? (
        <EmptyState title={t('ideas.emptyTitle')} text={may.register ? t('ideas.emptyText') : t('ideas.emptyReaderText')}>
          {add}
        </EmptyState>
      ) : (
        <>
          <Filters t={t} query={query} />
          <p className="mb-3 font-semibold" role="status">
            {t('ideas.count', { count: ideas.total })}
          </p>
          {ideas.total === 0 ? (
            <EmptyState title={t('ideas.noHitsTitle')}>
              <Link href="/ideer" prefetch={false} className="ds-button">
                {t('ideas.reset')}
              </Link>
            </EmptyState>
          ) : (
            <IdeaTable t={t} locale={locale} rows={ideas.rows} />
          )}
        </>
      )}
      <Pager
        page={page}
        pageCount={pageCount}
        href={(side) => ideasHref(query, { side }, defaults)}
        texts={pagerTexts(t, page, pageCount)}
      />
    </>
  )
}

function Filters({ t, query }: { t: Translator; query: IdeasQuery }) {
  return (
    <form action="/ideer" className="flex flex-wrap items-end gap-3 pb-5 no-print">
      <div className="ds-field grow basis-60">
        <label className="ds-label" htmlFor="q">
          {t('ideas.search')}
        </label>
        <input id="q" name="q" type="search" defaultValue={query.q} className="ds-input" />
      </div>
      <FilterSelect
        name="beslutning"
        label={t('ideas.decision')}
        value={query.beslutning}
        all={t('common.allValues')}
        choices={Object.values(IdeaDecision).map((value) => ({ value, text: t(`choices.ideaDecision.${value}`) }))}
      />
      <div className="ds-field">
        <label className="ds-label" htmlFor="sorter">
          {t('ideas.sort')}
        </label>
        <select key={query.sorter} id="sorter" name="sorter" defaultValue={query.sorter} className="ds-input">
          {ideaOrders.map((order) => (
            <option key={order} value={order}>
              {t(`ideas.orders.${order}`)}
            </option>
          ))}
        </select>
      </div>
      <button type="submit" className="ds-button">
        {t('common.filter')}
      </button>
    </form>
  )
}
