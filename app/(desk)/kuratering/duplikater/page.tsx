import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { Suspense } from 'react'
import { ReportFinder } from '@/components/curation/report-finder'
import { MergePreview } from '@/components/duplicates/merge-preview'
import { MergedList } from '@/components/duplicates/merged-list'
import { SuggestedPairs } from '@/components/duplicates/suggested-pairs'
import { PlainForm } from '@/components/forms/plain-form'
import { ClientTexts } from '@/components/layout/client-texts'
import { FlashNotice } from '@/components/layout/flash-notice'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Pager, pagerTexts } from '@/components/ui/pager'
import { Section } from '@/components/ui/section'
import { findReports } from '@/lib/curation/finding/queries'
import { mergesQuery } from '@/lib/duplicates/input'
import { duplicatesDesk, mergePreview } from '@/lib/duplicates/queries'
import { requireAdvisor } from '@/lib/platform/auth/session'
import { clientMessages, getLocale, getTranslator } from '@/lib/platform/i18n'
import { different, merge, unmerge } from './actions'

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('duplicates.title') }
}

export default async function DuplicatesPage({ searchParams }: Props) {
  const who = await requireAdvisor('/kuratering/duplikater')
  const [t, locale, query] = [await getTranslator(), await getLocale(), mergesQuery.parse(await searchParams)]
  const desk = await duplicatesDesk(who, query)
  if (!desk) notFound()
  const found = query.q ? await findReports(who, { q: query.q, side: query.treff }) : null
  const { behold, bort, q } = query
  const preview = behold && bort ? await mergePreview(who, { keep: behold, away: bort }) : null
  const slugField = (name: 'keep' | 'away', initial: string) => ({
    ...{ name, input: 'line' as const, label: t(`duplicates.${name}`), hint: t('duplicates.addressHint') },
    ...{ isRequired: true, initial },
  })
  const choose = (change: { behold?: string; bort?: string }) =>
    `/kuratering/duplikater?${new URLSearchParams({ q, behold, bort, ...change })}#andre`
  return (
    <div className="page pb-10">
      <Suspense>
        <FlashNotice
          texts={{ sammen: t('duplicates.merged'), delt: t('duplicates.unmerged'), ulike: t('duplicates.toldApart') }}
        />
      </Suspense>
      <PageHeader
        title={t('duplicates.title')}
        lead={t('duplicates.lead')}
        crumbs={[{ href: '/kuratering', text: t('layout.curation') }]}
        crumbsLabel={t('common.breadcrumbs')}
      />
      <ClientTexts locale={locale} messages={clientMessages(locale, ['common', 'errors', 'form'])}>
        <Section id="forslag" title={t('duplicates.suggested')} intro={t('duplicates.suggestedIntro')}>
          {desk.pairs.length === 0 && <EmptyState title={t('duplicates.noneTitle')} text={t('duplicates.noneText')} />}
          <SuggestedPairs t={t} locale={locale} pairs={desk.pairs} different={different} />
        </Section>
        <Section id="andre" title={t('duplicates.others')} intro={t('duplicates.othersIntro')}>
          <ReportFinder
            t={t}
            locale={locale}
            path="/kuratering/duplikater"
            pageName="treff"
            keep={{ behold, bort }}
            q={q}
            found={found}
          >
            {({ slug, title }) => (
              <>
                <ChooseLink href={choose({ behold: slug })} text={t('duplicates.keepThis')} of={title} />
                <ChooseLink href={choose({ bort: slug })} text={t('duplicates.mergeThis')} of={title} />
              </>
            )}
          </ReportFinder>
          {preview && <MergePreview t={t} preview={preview} />}
          <PlainForm
            key={`${behold} ${bort}`}
            action={merge}
            fields={[
              slugField('keep', behold),
              slugField('away', bort),
              { name: 'note', input: 'line', label: t('duplicates.note'), hint: t('duplicates.noteHint'), initial: '' },
            ]}
            draft={`${who.personId}:duplikat:${behold}:${bort}`}
            cancelHref="/kuratering"
            submitText={t('duplicates.merge')}
          />
        </Section>
        <Section id="sammen" title={t('duplicates.done')}>
          {desk.merges.length === 0 && <p className="muted">{t('duplicates.noneDone')}</p>}
          <MergedList t={t} locale={locale} merges={desk.merges} unmerge={unmerge} />
          <Pager
            page={desk.page}
            pageCount={desk.pageCount}
            href={(side) => `/kuratering/duplikater?side=${side}#sammen`}
            texts={pagerTexts(t, desk.page, desk.pageCount)}
          />
        </Section>
      </ClientTexts>
    </div>
  )
}

function ChooseLink({ href, text, of }: { href: string; text: string; of: string }) {
  return (
    <Link href={href} prefetch={false} className="ds-button" data-variant="secondary">
      {text}
      <span className="sr-only">: {of}</span>
    </Link>
  )
}
