import Link from 'next/link'
import type { Translator } from '@/lib/platform/i18n'
import type { Locale } from '@/lib/platform/locale'
import type { UsualAnswer as Usual } from '@/lib/questions/rules'
import { type QuestionShown, QuestionWithAnswers } from './question-list'
import { UsualAnswer } from './usual-answer'

interface Props {
  t: Translator
  locale: Locale
  slug: string
  answered: { questions: QuestionShown[]; count: number; usual: Usual | null }
}

/** What others have asked and had answered, as a part of the case, with the way to all of it and to asking oneself. */
export function Answered({ t, locale, slug, answered: { questions, count, usual } }: Props) {
  const path = `/erfaringer/${slug}/sporsmal`
  return (
    <section aria-labelledby="sporsmal" className="border-t border-neutral-border-subtle py-6">
      <h2 id="sporsmal" className="mb-3 text-2xl">
        {t('questions.heading')}
      </h2>
      <UsualAnswer t={t} usual={usual} />
      {questions.length === 0 && <p className="mb-3">{t('questions.noneAnswered')}</p>}
      <ul className="grid max-w-3xl gap-4">
        {questions.map((question) => (
          <li key={question.id} className="panel grid gap-3">
            <QuestionWithAnswers t={t} locale={locale} question={question} />
          </li>
        ))}
      </ul>
      <p className="mt-3">
        <Link href={path} prefetch={false} className="inline-block py-1 underline underline-offset-4">
          {count > 0 ? t('questions.seeAll', { count }) : t('questions.title')}
        </Link>
      </p>
    </section>
  )
}
