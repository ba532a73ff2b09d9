import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { Suspense } from 'react'
import { standpoint } from '@/app/standpoint'
import { FlashNotice } from '@/components/layout/flash-notice'
import { AskForm } from '@/components/questions/ask-form'
import { QuestionList } from '@/components/questions/question-list'
import { UsualAnswer } from '@/components/questions/usual-answer'
import { WhomList } from '@/components/questions/whom-list'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Pager, pagerTexts } from '@/components/ui/pager'
import { Section } from '@/components/ui/section'
import { foundByWayOf } from '@/lib/duplicates/queries'
import { actor } from '@/lib/platform/auth/session'
import { getLocale, getTranslator } from '@/lib/platform/i18n'
import { reportQuestionQuery } from '@/lib/questions/input'
import { mayAsk } from '@/lib/questions/policy'
import { questionPage } from '@/lib/questions/queries'
import { answer, ask, withdraw } from './actions'

interface Props {
  params: Promise<{ slug: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('questions.title') }
}

export default async function QuestionsPage({ params, searchParams }: Props) {
  const [{ slug }, { side }, who] = [await params, reportQuestionQuery.parse(await searchParams), await actor()]
  const page = await questionPage(who, slug, side, await standpoint())
  if (!page) notFound()
  const [t, locale] = [await getTranslator(), await getLocale()]
  const { report, questions, whom, left, usual, isOwn } = page
  const path = `/erfaringer/${slug}/sporsmal`
  // What one has asked here is answered here, so nobody is led away from it.
  const elsewhere = await foundByWayOf(who, slug)
  return (
    <div className="page pb-10">
      <Suspense>
        <FlashNotice texts={{ sendt: t('questions.sent'), svart: t('questions.answered') }} />
      </Suspense>
      <PageHeader
        title={t(isOwn ? 'questions.heading' : 'questions.title')}
        eyebrow={report.title}
        lead={
          isOwn
            ? t('questions.ownLead')
            : t('questions.lead', { source: report.municipality.displayName, others: whom?.users.length ?? 0 })
        }
        crumbs={[{ href: `/erfaringer/${slug}`, text: report.title }]}
        crumbsLabel={t('common.breadcrumbs')}
      >
        {who.kind === 'visitor' && (
          <Link href={`/logg-inn?neste=${encodeURIComponent(path)}`} prefetch={false} className="ds-button">
            {t('questions.signIn')}
          </Link>
        )}
      </PageHeader>
      {elsewhere && (
        <p className="ds-alert mb-4" data-color="info">
          {t('duplicates.askElsewhere')}{' '}
          <Link href={`/erfaringer/${elsewhere}/sporsmal`} prefetch={false}>
            {t('duplicates.toQuestions')}
          </Link>
        </p>
      )}
      {!isOwn && <UsualAnswer t={t} usual={usual} />}
      {whom && mayAsk(who) && (!isOwn || whom.users.length > 0) && (
        <>
          <WhomList t={t} locale={locale} whom={whom} back={path} />
          <AskForm t={t} action={ask} slug={slug} personId={who.personId} whom={whom} left={left} />
        </>
      )}
      <Section id="svar" title={t('questions.heading')}>
        {questions.length === 0 && <EmptyState title={t('questions.none')} text={t('questions.noneText')} />}
        <QuestionList
          t={t}
          locale={locale}
          personId={who.kind === 'visitor' ? '' : who.personId}
          questions={questions}
          cancelHref={`/erfaringer/${slug}`}
          answer={answer}
          withdraw={withdraw}
        />
        <Pager
          page={page.page}
          pageCount={page.pageCount}
          href={(next) => `${path}?side=${next}`}
          texts={pagerTexts(t, page.page, page.pageCount)}
        />
      </Section>
    </div>
  )
}
