import { Suspense } from 'react'
import { ConnectionSteps } from '@/components/connections/connection-steps'
import { ClientTexts } from '@/components/layout/client-texts'
import { FlashNotice } from '@/components/layout/flash-notice'
import { PageHeader } from '@/components/ui/page-header'
import { Tag } from '@/components/ui/tag'
import { trialQuery } from '@/lib/connections/input'
import type { ConnectionView } from '@/lib/connections/queries'
import { registration } from '@/lib/connections/rules'
import { claimableRoles, requestParameters } from '@/lib/platform/auth/profiles'
import { failures } from '@/lib/platform/auth/rules'
import { config } from '@/lib/platform/config'
import { clientMessages, getLocale, getTranslator } from '@/lib/platform/i18n'

type Notice = 'saved' | 'testedOk' | 'keyDone' | 'sent' | 'closed' | 'opened'

interface Props {
  connection: ConnectionView
  /** What the address says of a trial that did not go through. */
  searchParams: Record<string, string | string[] | undefined>
  crumbs: React.ComponentProps<typeof PageHeader>['crumbs']
  notices: readonly Notice[]
  trialPath: string
  trialNote?: string
  actions: React.ComponentProps<typeof ConnectionSteps>['actions']
  children?: React.ReactNode
}

/** The page of a connection: the same for administrators and for whoever sets up the first. */
export async function ConnectionPage({
  connection,
  searchParams,
  crumbs,
  notices,
  trialPath,
  trialNote,
  actions,
  children,
}: Props) {
  const [t, locale, { feil, ref }] = [await getTranslator(), await getLocale(), trialQuery.parse(searchParams)]
  const kode = failures.find((known) => known === feil)
  const reference = ref ? ` ${t('errors.reference')}: ${ref}` : ''
  return (
    <div className="page pb-10">
      <Suspense>
        <FlashNotice texts={Object.fromEntries(notices.map((key) => [key, t(`connections.notice.${key}`)]))} />
      </Suspense>
      <PageHeader
        title={t(`connections.kind.${connection.kind}`)}
        lead={connection.issuer}
        crumbs={crumbs}
        crumbsLabel={t('common.breadcrumbs')}
      >
        <Tag colour={connection.status === 'approved' ? 'success' : 'neutral'}>
          {t(`connections.status.${connection.status}`)}
        </Tag>
      </PageHeader>
      {connection.returnedReason && (
        <p className="ds-alert mb-6" data-color="warning">
          {t('connections.returned', { reason: connection.returnedReason })}
        </p>
      )}
      <ClientTexts locale={locale} messages={clientMessages(locale, ['common', 'errors', 'form', 'connections'])}>
        <ConnectionSteps
          t={t}
          locale={locale}
          connection={connection}
          addresses={registration(config().origin, connection.id)}
          scope={requestParameters(connection).scope ?? ''}
          roles={claimableRoles.map((value) => ({ value, text: t(`choices.role.${value}`) }))}
          trialPath={trialPath}
          trialNote={trialNote}
          failure={kode && t('connections.testFailed', { reason: t(`signIn.fail.${kode}`) }) + reference}
          actions={actions}
        />
        {children}
      </ClientTexts>
    </div>
  )
}
