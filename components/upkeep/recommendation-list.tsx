import Link from 'next/link'
import type { ActionForm } from '@/components/forms/action-form'
import { ButtonForm } from '@/components/forms/button-form'
import { PlainForm } from '@/components/forms/plain-form'
import { Tag } from '@/components/ui/tag'
import type { Recommendation } from '@/generated/prisma/enums'
import type { Translator } from '@/lib/platform/i18n'
import { formatDate, type Locale } from '@/lib/platform/locale'

type Action = React.ComponentProps<typeof ActionForm>['action']

interface Recommended {
  id: string
  answer: Recommendation
  comment: string
  on: string
  municipality: { displayName: string; number: string }
  replyCount: number
  replies: { id: string; text: string; on: string; municipality: { displayName: string }; isMine: boolean }[]
  may: { withdraw: boolean }
}

interface Props {
  t: Translator
  locale: Locale
  recommendations: Recommended[]
  /** The address of all recommendations of the report. */
  path: string
  personId: string
  /** Null for those who may not reply. */
  reply: Action | null
  withdraw: Action
  withdrawReply: Action
}

const colours = { yes: 'success', adapted: 'info', wait: 'warning', no: 'danger' } as const

/** What each municipality says, with the thread under it; one's own can be taken back. */
export function RecommendationList({ t, locale, recommendations, path, personId, reply, withdraw, withdrawReply }: Props) {
  return (
    <ul className="grid max-w-3xl gap-4">
      {recommendations.map(({ id, answer, comment, on, municipality, replyCount, replies, may }) => (
        <li key={id} className="panel grid gap-2">
          <p className="flex flex-wrap items-baseline gap-3">
            <Link href={`/kommuner/${municipality.number}`} prefetch={false} className="py-1 font-semibold underline">
              {municipality.displayName}
            </Link>
            <Tag colour={colours[answer]}>{t(`choices.recommendation.${answer}`)}</Tag>
            <span className="text-sm muted">{formatDate(on, locale)}</span>
          </p>
          {comment && <p className="whitespace-pre-line">{comment}</p>}
          {may.withdraw && (
            <ButtonForm
              action={withdraw}
              hidden={{ recommendationId: id }}
              text={t('upkeep.withdrawRecommendation')}
              asks={t('upkeep.withdrawRecommendationAsks')}
            />
          )}
          {replyCount > replies.length && (
            <Link href={`${path}?trad=${id}`} prefetch={false} className="py-1 underline underline-offset-4">
              {t('upkeep.wholeThread', { count: replyCount })}
            </Link>
          )}
          {replies.map((one) => (
            <div key={one.id} className="grid gap-1 border-l-4 border-neutral-border-subtle pl-4">
              <p className="text-sm">
                <strong>{one.municipality.displayName}</strong> <span className="muted">{formatDate(one.on, locale)}</span>
              </p>
              <p className="whitespace-pre-line">{one.text}</p>
              {one.isMine && <ButtonForm action={withdrawReply} hidden={{ replyId: one.id }} text={t('upkeep.withdrawReply')} />}
            </div>
          ))}
          {reply && (
            <details>
              <summary className="py-1">{t('upkeep.reply')}</summary>
              <PlainForm
                action={reply}
                fields={[{ name: 'text', input: 'text', label: t('upkeep.reply'), isRequired: true, initial: '' }]}
                hidden={{ recommendationId: id }}
                draft={`${personId}:trad:${id}`}
                cancelHref={path}
                submitText={t('upkeep.replySend')}
              />
            </details>
          )}
        </li>
      ))}
    </ul>
  )
}
