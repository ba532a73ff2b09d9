import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { AdviceCard } from '@/components/advice/advice-card'
import { PlainForm } from '@/components/forms/plain-form'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { AdviceAnswer } from '@/generated/prisma/enums'
import { projectAdvice } from '@/lib/advice/queries'
import { requireStaffIn } from '@/lib/platform/auth/session'
import { getLocale, getTranslator } from '@/lib/platform/i18n'
import { headOf } from '../head'
import { answer } from './actions'

interface Props {
  params: Promise<{ id: string }>
  searchParams: Promise<{ svar?: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('advice.title') }
}

export default async function AdvicePage({ params, searchParams }: Props) {
  const [{ id }, { svar }] = [await params, await searchParams]
  const who = await requireStaffIn(id, `/prosjekter/${id}/rad`)
  const [head, page] = [await headOf(id), await projectAdvice(who, id)]
  if (!page) notFound()
  const [t, locale] = [await getTranslator(), await getLocale()]
  const here = `/prosjekter/${id}/rad`
  const answerable = page.advice.filter(({ withdrawnOn }) => withdrawnOn === null)
  // The first that waits is open to be answered at once.
  const open = page.may.answer
    ? (answerable.find((advice) => advice.id === svar) ?? answerable.find((advice) => advice.answer === null))
    : undefined
  return (
    <>
      <PageHeader
        title={t('advice.title')}
        eyebrow={head.title}
        lead={t('advice.lead')}
        crumbs={[{ href: `/prosjekter/${id}`, text: t('projectNav.overview') }]}
        crumbsLabel={t('common.breadcrumbs')}
      />
      {page.advice.length === 0 && <EmptyState title={t('advice.none')} text={t('advice.noneText')} />}
      <ul className="grid max-w-3xl gap-4">
        {page.advice.map((advice) => (
          <li key={advice.id}>
            <AdviceCard t={t} locale={locale} advice={advice}>
              {advice.id === open?.id ? (
                <PlainForm
                  action={answer}
                  fields={[
                    {
                      ...{ name: 'answer', input: 'radio', label: t('advice.yourAnswer'), isRequired: true },
                      initial: advice.answer ?? '',
                      choices: Object.values(AdviceAnswer).map((value) => ({ value, text: t(`choices.adviceAnswer.${value}`) })),
                    },
                    {
                      ...{ name: 'reason', input: 'text', label: t('advice.reason'), hint: t('advice.reasonHint') },
                      initial: advice.reason,
                    },
                  ]}
                  hidden={{ projectId: id, adviceId: advice.id }}
                  version={advice.version}
                  draft={`${who.personId}:rad:${advice.id}`}
                  cancelHref={`/prosjekter/${id}`}
                />
              ) : (
                page.may.answer &&
                advice.withdrawnOn === null && (
                  <Link href={`${here}?svar=${advice.id}`} prefetch={false} className="ds-button" data-variant="secondary">
                    {t(advice.answer ? 'advice.changeAnswer' : 'advice.answer')}
                    <span className="sr-only">: {advice.title}</span>
                  </Link>
                )
              )}
            </AdviceCard>
          </li>
        ))}
      </ul>
    </>
  )
}
