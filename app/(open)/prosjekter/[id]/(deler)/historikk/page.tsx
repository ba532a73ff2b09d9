import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { ButtonForm } from '@/components/forms/button-form'
import { EventList } from '@/components/history/event-list'
import { PageHeader } from '@/components/ui/page-header'
import { Pager, pagerTexts } from '@/components/ui/pager'
import { Section } from '@/components/ui/section'
import { projectHistory } from '@/lib/history/queries'
import { requireStaffIn } from '@/lib/platform/auth/session'
import { getLocale, getTranslator } from '@/lib/platform/i18n'
import { keptDays } from '@/lib/projects/items/rules'
import { restore } from '../[slag]/actions'
import { headOf } from '../head'

interface Props {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const historyQuery = z.object({ side: z.coerce.number().int().min(1).max(10_000).catch(1) })

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('projectNav.history') }
}

export default async function HistoryPage({ params, searchParams }: Props) {
  const { id } = await params
  const who = await requireStaffIn(id, `/prosjekter/${id}/historikk`)
  const head = await headOf(id)
  const history = await projectHistory(who, { projectId: id, page: historyQuery.parse(await searchParams).side })
  if (!history) notFound()
  const [t, locale] = [await getTranslator(), await getLocale()]
  return (
    <>
      <PageHeader title={t('projectNav.history')} eyebrow={head.title} lead={t('history.intro')} />
      {history.deleted.length > 0 && history.page === 1 && (
        <Section id="slettet" title={t('history.deleted')} intro={t('history.deletedIntro', { days: keptDays })}>
          <ul className="grid gap-3">
            {history.deleted.map((item) => (
              <li key={item.id} className="panel flex flex-wrap items-center justify-between gap-3">
                <span>
                  <span className="eyebrow block">{t(`item.${item.kind}.one` as 'item.task.one')}</span>
                  <strong>{item.title}</strong>{' '}
                  <span className="muted">{t('history.byAt', { name: item.by, at: new Date(item.at) })}</span>
                </span>
                {history.may.change && (
                  <ButtonForm
                    action={restore}
                    hidden={{ projectId: id, deletedId: item.id }}
                    text={t('history.restore')}
                    variant="secondary"
                  />
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section id="hendelser" title={t('history.events')}>
        <EventList texts={{ t, locale, ...history.choices }} projectId={id} events={history.events} />
      </Section>
      <Pager
        page={history.page}
        pageCount={history.pageCount}
        href={(page) => `/prosjekter/${id}/historikk?side=${page}`}
        texts={pagerTexts(t, history.page, history.pageCount)}
      />
    </>
  )
}
