import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { needColours, needTitle } from '@/components/curation/need-list'
import { ButtonForm } from '@/components/forms/button-form'
import { ClientTexts } from '@/components/layout/client-texts'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Pager, pagerTexts } from '@/components/ui/pager'
import { Tag } from '@/components/ui/tag'
import { asideQuery } from '@/lib/curation/cockpit/input'
import { type AsideNeed, putAside } from '@/lib/curation/cockpit/marks/queries'
import { requireAdvisor } from '@/lib/platform/auth/session'
import { clientMessages, getLocale, getTranslator } from '@/lib/platform/i18n'
import { formatDate } from '@/lib/platform/locale'
import { reopen } from '../actions'

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('cockpit.asideTitle') }
}

export default async function AsidePage({ searchParams }: Props) {
  const who = await requireAdvisor('/kuratering/lagt-til-side')
  const aside = await putAside(who, asideQuery.parse(await searchParams))
  if (!aside) notFound()
  const [t, locale] = [await getTranslator(), await getLocale()]
  const named = (mark: AsideNeed) =>
    mark.title === null ? t('cockpit.noLongerShared') : needTitle(t, { kind: mark.kind, title: mark.title })
  return (
    <div className="page pb-10">
      <PageHeader
        title={t('cockpit.asideTitle')}
        lead={t('cockpit.asideLead')}
        crumbs={[{ href: '/kuratering', text: t('layout.curation') }]}
        crumbsLabel={t('common.breadcrumbs')}
      />
      {aside.marks.length === 0 && <EmptyState title={t('cockpit.asideNone')} text={t('cockpit.asideNoneText')} />}
      <ClientTexts locale={locale} messages={clientMessages(locale, ['common', 'errors', 'form'])}>
        <ul className="grid gap-2">
          {aside.marks.map((mark) => (
            <li key={`${mark.kind} ${mark.subject}`} className="panel grid gap-2">
              <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
                <Tag colour={needColours[mark.kind]}>{t(`cockpit.kind.${mark.kind}`)}</Tag>
                <strong>{named(mark)}</strong>
              </p>
              <p className="text-sm muted">
                {mark.state === 'waiting' && mark.until
                  ? t('cockpit.waits', { name: mark.by, until: formatDate(mark.until, locale) })
                  : t('cockpit.wasDone', { name: mark.by, date: formatDate(mark.on, locale) })}
              </p>
              {mark.note && <p>{mark.note}</p>}
              <ButtonForm
                action={reopen}
                hidden={{ kind: mark.kind, subject: mark.subject, version: String(mark.version) }}
                text={t('cockpit.bringBack')}
                of={named(mark)}
                variant="secondary"
              />
            </li>
          ))}
        </ul>
      </ClientTexts>
      <Pager
        page={aside.page}
        pageCount={aside.pageCount}
        href={(side) => `/kuratering/lagt-til-side?side=${side}`}
        texts={pagerTexts(t, aside.page, aside.pageCount)}
      />
    </div>
  )
}
