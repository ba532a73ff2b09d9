import { ButtonForm } from '@/components/forms/button-form'
import { remindable, type ShownNeed } from '@/lib/curation/cockpit/rules'
import type { Translator } from '@/lib/platform/i18n'
import { formatDate, type Locale } from '@/lib/platform/locale'
import { WaitForm } from './wait-form'

type Action = React.ComponentProps<typeof ButtonForm>['action']

export interface NeedActions {
  take: Action
  wait: Action
  remind: Action
  reopen: Action
}

interface Props {
  t: Translator
  locale: Locale
  need: ShownNeed
  title: string
  actions: NeedActions
}

/** Who is on it, and what one can say of it: that one takes it, that it is dealt with, or that it can wait. */
export function NeedHandling({ t, locale, need, title, actions }: Props) {
  const { kind, subject, taken } = need
  const hidden = { kind, subject, version: String(need.version) }
  return (
    <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
      {taken && (
        <p className="text-sm">
          {t(taken.isMine ? 'cockpit.takenByMe' : 'cockpit.takenBy', { name: taken.by, date: formatDate(taken.on, locale) })}
        </p>
      )}
      <details>
        <summary className="text-sm">
          {t('cockpit.handle')}
          <span className="sr-only">: {title}</span>
        </summary>
        <div className="mt-3 grid gap-4">
          <div className="flex flex-wrap gap-2">
            {taken ? (
              <ButtonForm action={actions.reopen} hidden={hidden} text={t('cockpit.letGo')} of={title} variant="secondary" />
            ) : (
              <ButtonForm
                action={actions.take}
                hidden={{ ...hidden, state: 'taken' }}
                text={t('cockpit.take')}
                of={title}
                variant="primary"
              />
            )}
            <ButtonForm
              action={actions.take}
              hidden={{ ...hidden, state: 'done' }}
              text={t('cockpit.done')}
              of={title}
              variant="secondary"
            />
            {remindable.includes(kind) && (
              <ButtonForm
                action={actions.remind}
                hidden={hidden}
                text={t('cockpit.remind')}
                of={title}
                variant="secondary"
                asks={t('asks.remindSteward')}
              />
            )}
          </div>
          <WaitForm action={actions.wait} hidden={hidden} of={title} />
        </div>
      </details>
    </div>
  )
}
