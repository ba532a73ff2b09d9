import type { Metadata } from 'next'
import Link from 'next/link'
import { Suspense } from 'react'
import { FlashNotice } from '@/components/layout/flash-notice'
import { QuestionList } from '@/components/questions/question-list'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Pager, pagerTexts } from '@/components/ui/pager'
import { requireSignedIn } from '@/lib/platform/auth/session'
import { getLocale, getTranslator } from '@/lib/platform/i18n'
import { questionQuery } from '@/lib/questions/input'
import { openQuestions } from '@/lib/questions/queries'
import { answer, withdraw } from '../../(open)/erfaringer/[slug]/sporsmal/actions'

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('openQuestions.title') }
}

export default async function OpenQuestionsPage({ searchParams }: Props) {
  const who = await requireSignedIn('/sporsmal')
  const query = questionQuery.parse(await searchParams)
  const [t, locale, { questions, page, pageCount }] = [await getTranslator(), await getLocale(), await openQuestions(who, query)]
  const filter = query.vis ? '' : 'ubesvart'
  return (
    <div className="page pb-10">
      <Suspense>
        <FlashNotice texts={{ sendt: t('questions.sent'), svart: t('questions.answered') }} />
      </Suspense>
      <PageHeader title={t('openQuestions.title')} lead={t('openQuestions.lead')}>
        <Link href="/sporsmal/ny" prefetch={false} className="ds-button">
          {t('openQuestions.new')}
        </Link>
        <Link
          href={filter ? `/sporsmal?vis=${filter}` : '/sporsmal'}
          prefetch={false}
          className="ds-button"
          data-variant="tertiary"
        >
          {t(filter ? 'openQuestions.onlyUnanswered' : 'openQuestions.all')}
        </Link>
      </PageHeader>
      {questions.length === 0 && <EmptyState title={t('questions.none')} text={t('openQuestions.noneText')} />}
      <QuestionList
        t={t}
        locale={locale}
        personId={who.personId}
        questions={questions}
        cancelHref="/sporsmal"
        answer={answer}
        withdraw={withdraw}
      />
      <Pager
        page={page}
        pageCount={pageCount}
        href={(side) => `/sporsmal?${new URLSearchParams({ vis: query.vis, side: String(side) })}`}
        texts={pagerTexts(t, page, pageCount)}
      />
    </div>
  )
}
