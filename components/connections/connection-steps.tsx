import { ButtonForm } from '@/components/forms/button-form'
import { Section } from '@/components/ui/section'
import type { ConnectionView } from '@/lib/connections/queries'
import { nextStep, type registration } from '@/lib/connections/rules'
import type { Translator } from '@/lib/platform/i18n'
import { formatDateTime, type Locale } from '@/lib/platform/locale'
import { AccessForm } from './access-form'
import { ClientForm } from './client-form'
import { Keys } from './keys'
import { Registration } from './registration'
import { SecretForm } from './secret-form'

type Action = React.ComponentProps<typeof ButtonForm>['action']

interface Props {
  t: Translator
  locale: Locale
  connection: ConnectionView
  addresses: ReturnType<typeof registration>
  scope: string
  roles: { value: string; text: string }[]
  /** Where «Prøv nå» is sent. */
  trialPath: string
  /** Why the trial did not go through, in words. */
  failure?: string
  actions: Record<
    'keepClient' | 'keepAccess' | 'submit' | 'discard' | 'addKey' | 'useKey' | 'dropKey' | 'changeSecret',
    Action
  > & { disable?: Action; enable?: Action }
  /** What is said about the trial beside the rest. */
  trialNote?: string
}

/** Everything there is to do to connect a provider, in order: the same for administrators and for whoever sets up the first. */
export function ConnectionSteps(props: Props) {
  const { t, locale, connection, actions, addresses, scope } = props
  const isFixed = connection.approvedAt !== null
  const secretSince = connection.secretChangedAt && formatDateTime(connection.secretChangedAt, locale)
  return (
    <>
      <Section id="registrer" title={`1. ${t('connections.registerTitle')}`}>
        <p className="max-w-prose">{t('connections.registerText')}</p>
        <Registration
          t={t}
          kind={connection.kind}
          addresses={addresses}
          scope={scope}
          usesKeys={connection.authentication === 'private_key_jwt' || !isFixed}
        />
      </Section>
      <Section id="klient" title={`2. ${t('connections.clientTitle')}`}>
        {isFixed ? (
          <Fixed t={t} connection={connection} />
        ) : (
          <ClientForm action={actions.keepClient} connection={connection} secretSince={secretSince} />
        )}
      </Section>
      {!isFixed && (
        <Section id="prov" title={`3. ${t('connections.testTitle')}`}>
          <Trial {...props} />
        </Section>
      )}
      <Section id="tilgang" title={`${isFixed ? 3 : 4}. ${t('connections.accessTitle')}`}>
        <AccessForm
          action={actions.keepAccess}
          connection={connection}
          roleMap={Object.entries(connection.roleMap)}
          roles={props.roles}
        />
      </Section>
      <Section id="send" title={isFixed ? `4. ${t('connections.useTitle')}` : `5. ${t('connections.submitTitle')}`}>
        <Approval {...props} />
      </Section>
      <Section id="nokler" title={t('connections.keysTitle')}>
        {connection.authentication === 'private_key_jwt' ? (
          <Keys
            t={t}
            locale={locale}
            connectionId={connection.id}
            keys={connection.keys}
            actions={{ add: actions.addKey, use: actions.useKey, drop: actions.dropKey }}
          />
        ) : (
          <SecretForm action={actions.changeSecret} connectionId={connection.id} since={secretSince} />
        )}
      </Section>
    </>
  )
}

function Fixed({ t, connection }: Pick<Props, 't' | 'connection'>) {
  return (
    <div className="grid gap-2">
      <p>
        {t('connections.clientId')}: <code className="break-all">{connection.clientId}</code>
      </p>
      <p>{t(`connections.authenticationKind.${connection.authentication}`)}</p>
      <p className="text-sm muted">{t('connections.fixed')}</p>
    </div>
  )
}

function Trial({ t, locale, connection, failure, trialPath, trialNote }: Props) {
  const mayTry = !['approved', 'disabled'].includes(connection.status) && nextStep(connection) !== 'client'
  return (
    <div className="grid gap-4">
      {failure && (
        <p role="alert" className="ds-alert max-w-3xl" data-color="danger">
          {failure}
        </p>
      )}
      <p className="max-w-prose">{t('connections.testText')}</p>
      {trialNote && <p className="max-w-prose">{trialNote}</p>}
      {connection.testedAt && (
        <p className="font-semibold">
          {t('connections.tested', { name: connection.testedBy ?? '', at: formatDateTime(connection.testedAt, locale) })}
        </p>
      )}
      {mayTry && (
        <form action={trialPath} method="post">
          <button type="submit" className="ds-button" data-variant={connection.testedAt ? 'secondary' : undefined}>
            {t('connections.test')}
          </button>
        </form>
      )}
    </div>
  )
}

function Approval({ t, locale, connection, actions }: Props) {
  const { id, status, submittedAt, approvedAt, isClosed } = connection
  const hidden = { connectionId: id }
  return (
    <div className="grid gap-4">
      {approvedAt === null && <p className="max-w-prose">{t('connections.submitText')}</p>}
      {status === 'draft' && nextStep(connection) !== 'submit' && <p className="muted">{t('connections.submitFirst')}</p>}
      {nextStep(connection) === 'submit' && (
        <ButtonForm action={actions.submit} hidden={hidden} text={t('connections.submit')} variant="primary" />
      )}
      {status === 'submitted' && submittedAt && <p>{t('connections.submitted', { at: formatDateTime(submittedAt, locale) })}</p>}
      {status === 'approved' && approvedAt && <p>{t('connections.approved', { at: formatDateTime(approvedAt, locale) })}</p>}
      {isClosed && <p>{t('connections.closed')}</p>}
      {status === 'approved' && actions.disable && (
        <ButtonForm
          action={actions.disable}
          hidden={hidden}
          text={t('connections.disable')}
          asks={t('connections.disableAsks')}
        />
      )}
      {status === 'disabled' && !isClosed && actions.enable && (
        <ButtonForm action={actions.enable} hidden={hidden} text={t('connections.enable')} variant="primary" />
      )}
      {approvedAt === null && (
        <ButtonForm
          action={actions.discard}
          hidden={hidden}
          text={t('connections.discard')}
          asks={t('connections.discardAsks')}
        />
      )}
    </div>
  )
}
