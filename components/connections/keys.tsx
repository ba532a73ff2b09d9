import { ButtonForm } from '@/components/forms/button-form'
import { Tag } from '@/components/ui/tag'
import type { ClientKeyRow } from '@/lib/connections/queries'
import { keyDaysLeft } from '@/lib/connections/rules'
import type { FormState } from '@/lib/platform/form'
import type { Translator } from '@/lib/platform/i18n'
import { formatDateTime, type Locale } from '@/lib/platform/locale'

type Action = (state: FormState, form: FormData) => Promise<FormState>

interface Props {
  t: Translator
  locale: Locale
  connectionId: string
  keys: ClientKeyRow[]
  actions: { add: Action; use: Action; drop: Action }
}

const soonDays = 60

/** The keys of a connection, and the next step in changing them. */
export function Keys({ t, locale, connectionId, keys, actions }: Props) {
  const inUse = keys.filter((key) => key.activatedAt).sort((a, b) => Number(b.activatedAt) - Number(a.activatedAt))[0]
  const isWaiting = keys.some((key) => key.activatedAt === null)
  return (
    <div className="grid max-w-3xl gap-4">
      <p>{t('connections.keysText')}</p>
      <ul className="grid gap-2">
        {keys.map(({ id, createdAt, activatedAt }) => {
          const state = id === inUse?.id ? 'keyInUse' : activatedAt ? 'keyOld' : 'keyWaiting'
          const days = keyDaysLeft(createdAt, new Date())
          return (
            <li key={id} className="panel flex flex-wrap items-center gap-x-4 gap-y-2">
              <code className="break-all text-sm">{id}</code>
              <Tag colour={state === 'keyInUse' ? 'success' : 'neutral'}>{t(`connections.${state}`)}</Tag>
              <span className="text-sm muted">{t('connections.keyMade', { at: formatDateTime(createdAt, locale) })}</span>
              {state === 'keyInUse' && days <= soonDays && (
                <Tag colour="warning">{t('connections.keyOldSoon', { days: Math.max(0, days) })}</Tag>
              )}
              {state === 'keyWaiting' && (
                <ButtonForm
                  action={actions.use}
                  hidden={{ connectionId, keyId: id }}
                  text={t('connections.activateKey')}
                  variant="primary"
                />
              )}
              {state === 'keyOld' && (
                <ButtonForm
                  action={actions.drop}
                  hidden={{ connectionId, keyId: id }}
                  text={t('connections.retireKey')}
                  of={id}
                />
              )}
            </li>
          )
        })}
      </ul>
      {!isWaiting && (
        <ButtonForm action={actions.add} hidden={{ connectionId }} text={t('connections.makeKey')} variant="secondary" />
      )}
    </div>
  )
}
