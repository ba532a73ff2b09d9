import type { Metadata } from 'next'
import { PlainForm } from '@/components/forms/plain-form'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { requireSignedIn } from '@/lib/platform/auth/session'
import { getTranslator } from '@/lib/platform/i18n'
import { newQuestionQuery } from '@/lib/questions/input'
import { newQuestionPage } from '@/lib/questions/queries'
import { ask } from './actions'

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('openQuestions.new') }
}

export default async function NewQuestionPage({ searchParams }: Props) {
  const { q, tema } = newQuestionQuery.parse(await searchParams)
  const who = await requireSignedIn(`/sporsmal/ny?q=${encodeURIComponent(q)}`)
  const [t, { themes, left }] = [await getTranslator(), await newQuestionPage(who)]
  return (
    <div className="page pb-10">
      <PageHeader
        title={t('openQuestions.new')}
        lead={t('openQuestions.newLead')}
        crumbs={[{ href: '/sporsmal', text: t('openQuestions.title') }]}
        crumbsLabel={t('common.breadcrumbs')}
      />
      {left === 0 && <EmptyState title={t('questions.left', { count: 0 })} text={t('errors.questionsUsed')} />}
      {left > 0 && (
        <PlainForm
          action={ask}
          fields={[
            {
              ...{ name: 'text', input: 'text', label: t('questions.question'), hint: t('questions.questionHint') },
              ...{ isRequired: true, initial: q ? t('openQuestions.about', { query: q }) : '' },
            },
            {
              ...{
                name: 'themeCode',
                input: 'select',
                label: t('search.facet.tema'),
                initial: themes.includes(tema) ? tema : '',
              },
              empty: t('openQuestions.noTheme'),
              choices: themes.map((code) => ({ value: code, text: t(`choices.theme.${code}` as 'choices.theme.byggesak') })),
            },
          ]}
          draft={`${who.personId}:sporsmal:alle`}
          cancelHref="/sporsmal"
          submitText={t('questions.send')}
        />
      )}
    </div>
  )
}
