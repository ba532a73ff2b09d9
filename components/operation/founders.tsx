import { ButtonForm } from '@/components/forms/button-form'
import { Section } from '@/components/ui/section'
import { Tag } from '@/components/ui/tag'
import type { SetupRow } from '@/lib/operation/founders/queries'
import type { Translator } from '@/lib/platform/i18n'
import { formatDateTime, type Locale } from '@/lib/platform/locale'
import { FounderForm } from './founder-form'

type Action = React.ComponentProps<typeof ButtonForm>['action']

interface Props {
  t: Translator
  locale: Locale
  number: string
  rows: SetupRow[]
  roles: string[]
  /** The link that was made just now: it is shown this once. */
  link: string | null
  actions: { invite: Action; again: Action; end: Action }
}

/** Those who were sent a link to set up or come in first, and the form for one more. */
export function Founders({ t, locale, number, rows, roles, link, actions }: Props) {
  return (
    <Section id="forste" title={t(number === 'kommit' ? 'operation.foundersKommit' : 'operation.founders')}>
      <p className="max-w-prose">{t(number === 'kommit' ? 'operation.foundersKommitText' : 'operation.foundersText')}</p>
      {link && (
        <div className="ds-alert grid max-w-3xl gap-2" data-color="success" role="status">
          <p className="font-semibold">{t('operation.linkMade')}</p>
          <code className="block select-all break-all">{link}</code>
          <p>{t('operation.linkOnce')}</p>
        </div>
      )}
      <ul className="grid max-w-3xl gap-2">
        {rows.map((row) => (
          <li key={row.id} className="panel flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
            <span className="grid">
              <span className="font-semibold">{row.name}</span>
              <span className="break-all text-sm muted">
                {row.email} · {t(`choices.role.${row.role}`)} · {formatDateTime(row.invitedAt, locale)}
              </span>
            </span>
            <span className="flex flex-wrap items-center gap-3">
              <Tag colour={row.state === 'seated' ? 'success' : row.state === 'tried' ? 'warning' : 'neutral'}>
                {t(`operation.setupState.${row.state}`)}
              </Tag>
              {!['seated', 'ended'].includes(row.state) && (
                <>
                  <ButtonForm
                    action={actions.again}
                    hidden={{ number, setupId: row.id }}
                    text={t('operation.newLink')}
                    of={row.name}
                    variant="secondary"
                  />
                  <ButtonForm
                    action={actions.end}
                    hidden={{ number, setupId: row.id }}
                    text={t('operation.endSetup')}
                    of={row.name}
                  />
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
      <FounderForm
        action={actions.invite}
        number={number}
        roles={roles.map((value) => ({ value, text: t(`choices.role.${value}` as 'choices.role.operator') }))}
      />
    </Section>
  )
}
