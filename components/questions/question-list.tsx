import Link from 'next/link'
import type { ActionForm } from '@/components/forms/action-form'
import { ButtonForm } from '@/components/forms/button-form'
import { PlainForm } from '@/components/forms/plain-form'
import { Tag } from '@/components/ui/tag'
import type { Translator } from '@/lib/platform/i18n'
import { formatDate, type Locale } from '@/lib/platform/locale'

type Action = React.ComponentProps<typeof ActionForm>['action']

interface Signed {
  id: string
  text: string
  signature: string
  municipality: { displayName: string; number: string } | null
}

export interface QuestionShown extends Signed {
  askedAt: string
  isAnswered: boolean
  answers: (Signed & { answeredAt: string })[]
}

interface Props {
  t: Translator
  locale: Locale
  /** Who reads; '' for visitors. */
  personId: string
  cancelHref: string
  questions: (QuestionShown & { may: { answer: boolean; withdraw: boolean } })[]
  answer: Action
  withdraw: Action
}

/** Questions with their answers, the newest first; those who were asked answer beside the question. */
export function QuestionList({ t, locale, personId, cancelHref, questions, answer, withdraw }: Props) {
  return (
    <ul className="grid max-w-3xl gap-4">
      {questions.map((question) => (
        <li key={question.id} id={question.id} className="panel grid gap-3">
          <QuestionWithAnswers t={t} locale={locale} question={question} />
          {question.may.answer && (
            <details open={!question.isAnswered}>
              <summary className="ds-button mb-3" data-variant="secondary">
                {t('questions.answer')}
              </summary>
              <PlainForm
                action={answer}
                fields={[
                  {
                    ...{
                      name: 'text',
                      id: `svar-${question.id}`,
                      input: 'text',
                      label: t('questions.answer'),
                      hint: t('questions.answerHint'),
                    },
                    ...{ isRequired: true, initial: '' },
                  },
                ]}
                hidden={{ questionId: question.id }}
                draft={`${personId}:svar:${question.id}`}
                cancelHref={cancelHref}
                submitText={t('questions.sendAnswer')}
              />
            </details>
          )}
          {question.may.withdraw && (
            <ButtonForm
              action={withdraw}
              hidden={{ questionId: question.id }}
              text={t('questions.withdraw')}
              asks={t('questions.withdrawAsks')}
            />
          )}
        </li>
      ))}
    </ul>
  )
}

/** A question as it was asked, and every answer to it. */
export function QuestionWithAnswers({ t, locale, question }: { t: Translator; locale: Locale; question: QuestionShown }) {
  return (
    <>
      <Said t={t} locale={locale} words="questions.asks" said={question} at={question.askedAt} />
      {!question.isAnswered && (
        <p>
          <Tag colour="warning">{t('questions.unanswered')}</Tag>
        </p>
      )}
      {question.answers.map((one) => (
        <div key={one.id} className="border-l-4 border-primary-border-default pl-4">
          <Said t={t} locale={locale} words="questions.answers" said={one} at={one.answeredAt} />
        </div>
      ))}
    </>
  )
}

interface SaidProps {
  t: Translator
  locale: Locale
  words: 'questions.asks' | 'questions.answers'
  said: Signed
  at: string
}

function Said({ t, locale, words, said, at }: SaidProps) {
  const municipality = said.municipality?.displayName ?? t('questions.kommit')
  return (
    <div className="grid gap-1">
      <p className="flex flex-wrap items-baseline gap-x-3 text-sm">
        {said.municipality ? (
          <Link href={`/kommuner/${said.municipality.number}`} prefetch={false} className="py-1 font-semibold underline">
            {t(words, { municipality })}
          </Link>
        ) : (
          <strong>{t(words, { municipality })}</strong>
        )}
        {said.signature && <span>{said.signature}</span>}
        <span className="muted">{formatDate(at.slice(0, 10), locale)}</span>
      </p>
      <p className="whitespace-pre-line">{said.text}</p>
    </div>
  )
}
