import { ButtonForm } from '@/components/forms/button-form'
import type { Translator } from '@/lib/platform/i18n'

type Action = React.ComponentProps<typeof ButtonForm>['action']

interface Props {
  t: Translator
  /** The report, and the version of what has been marked. */
  reportId: string
  slug: string
  version: number
  taken: { by: string; isMine: boolean } | null
  take: Action
  letGo: Action
}

/** Whether a colleague has begun to look through the report, so that two do not do the same. */
export function TakenBy({ t, reportId, slug, version, taken, take, letGo }: Props) {
  const hidden = { kind: 'review', subject: reportId, version: String(version), slug }
  if (!taken)
    return <ButtonForm action={take} hidden={{ ...hidden, state: 'taken' }} text={t('reviews.begin')} variant="secondary" />
  return (
    <div className="panel-tinted flex flex-wrap items-center gap-3">
      <p>{taken.isMine ? t('reviews.begunByMe') : t('reviews.begunBy', { name: taken.by })}</p>
      <ButtonForm action={letGo} hidden={hidden} text={t('cockpit.letGo')} variant="secondary" />
    </div>
  )
}
