import Link from 'next/link'
import { Paragraphs } from '@/components/collections/paragraphs'
import { Tag } from '@/components/ui/tag'
import type { AdviceView } from '@/lib/advice/queries'
import type { Translator } from '@/lib/platform/i18n'
import { formatDate, type Locale } from '@/lib/platform/locale'

export const answerColours = {
  adopting: 'success',
  in_progress: 'info',
  already_done: 'success',
  not_relevant: 'neutral',
} as const

interface Props {
  t: Translator
  locale: Locale
  advice: AdviceView
  /** To whom, where the reader does not know it already. */
  to?: React.ReactNode
  children?: React.ReactNode
}

/** A piece of advice, who sent it, and what was answered. */
export function AdviceCard({ t, locale, advice, to, children }: Props) {
  return (
    <article className="panel grid gap-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 className="text-lg">{advice.title}</h2>
        <AnswerTag t={t} advice={advice} />
      </div>
      <p className="text-sm muted">
        {t('advice.from', { name: advice.sentBy, date: formatDate(advice.sentOn, locale) })}
        {to && <> · {to}</>}
      </p>
      <Paragraphs text={advice.text} />
      {advice.report && (
        <p>
          {t('advice.learnFrom')}{' '}
          <Link href={`/erfaringer/${advice.report.slug}`} prefetch={false} className="underline underline-offset-4">
            {advice.report.title}
          </Link>
        </p>
      )}
      {advice.answeredOn && (
        <p className="border-l-4 border-neutral-border-subtle pl-3">
          <span className="text-sm muted">{t('advice.answeredOn', { date: formatDate(advice.answeredOn, locale) })}</span>
          {advice.reason && <span className="block whitespace-pre-line">{advice.reason}</span>}
        </p>
      )}
      {children}
    </article>
  )
}

function AnswerTag({ t, advice }: Pick<Props, 't' | 'advice'>) {
  if (advice.withdrawnOn) return <Tag colour="neutral">{t('advice.withdrawn')}</Tag>
  if (!advice.answer) return <Tag colour="warning">{t('advice.waiting')}</Tag>
  return <Tag colour={answerColours[advice.answer]}>{t(`choices.adviceAnswer.${advice.answer}`)}</Tag>
}
