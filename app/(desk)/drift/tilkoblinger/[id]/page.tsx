import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Suspense } from 'react'
import { ReturnForm } from '@/components/connections/return-form'
import { ButtonForm } from '@/components/forms/button-form'
import { ClientTexts } from '@/components/layout/client-texts'
import { FlashNotice } from '@/components/layout/flash-notice'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { Tag } from '@/components/ui/tag'
import { connectionView } from '@/lib/connections/queries'
import { founderOf } from '@/lib/operation/founders/queries'
import { requireOperator } from '@/lib/platform/auth/session'
import { clientMessages, getLocale, getTranslator } from '@/lib/platform/i18n'
import { formatDateTime } from '@/lib/platform/locale'
import { approve, close, reopen, sendBack } from '../../actions'

interface Props {
  params: Promise<{ id: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('operation.connection') }
}

export default async function ConnectionApprovalPage({ params }: Props) {
  const { id } = await params
  const who = await requireOperator(`/drift/tilkoblinger/${id}`)
  const connection = await connectionView(who, id)
  if (!connection) notFound()
  const [t, locale, founder] = [await getTranslator(), await getLocale(), await founderOf(who, id)]
  const at = (date: Date | null) => (date ? formatDateTime(date, locale) : '–')
  const { municipality, status, roleMap, isClosed } = connection
  const hidden = { connectionId: id }
  const facts: [string, string][] = [
    [t('connections.kindLegend'), t(`connections.kind.${connection.kind}`)],
    [t('connections.issuer'), connection.issuer],
    [t('connections.clientId'), connection.clientId],
    [t('connections.authentication'), t(`connections.authenticationKind.${connection.authentication}`)],
    [t('connections.minimumAcr'), connection.minimumAcr ?? '–'],
    [t('connections.provisioning'), t(`connections.provisioningKind.${connection.provisioning}`)],
    [
      t('connections.rolesTitle'),
      Object.values(roleMap)
        .map((role) => t(`choices.role.${role}`))
        .join(', ') || '–',
    ],
    [
      t('operation.tested'),
      connection.testedAt ? t('connections.tested', { name: connection.testedBy ?? '', at: at(connection.testedAt) }) : '–',
    ],
    ...(founder ? [[t('operation.founderBecomes'), t('operation.founderIs', founder)] as [string, string]] : []),
    [t('operation.submittedAt'), at(connection.submittedAt)],
    [t('operation.approvedAt'), at(connection.approvedAt)],
  ]
  return (
    <div className="page pb-10">
      <Suspense>
        <FlashNotice texts={{ saved: t('connections.notice.saved') }} />
      </Suspense>
      <PageHeader
        title={municipality ? municipality.name : 'KommIT'}
        lead={t('operation.connectionLead')}
        crumbs={[{ href: '/drift', text: t('operation.title') }]}
        crumbsLabel={t('common.breadcrumbs')}
      >
        <Tag colour={status === 'approved' ? 'success' : 'neutral'}>{t(`connections.status.${status}`)}</Tag>
      </PageHeader>
      <dl className="mb-6 grid max-w-3xl gap-3">
        {facts.map(([name, value]) => (
          <div key={name} className="grid gap-0.5 sm:grid-cols-[16rem_1fr]">
            <dt className="font-semibold">{name}</dt>
            <dd className="break-all">{value}</dd>
          </div>
        ))}
      </dl>
      <ClientTexts locale={locale} messages={clientMessages(locale, ['common', 'errors', 'form', 'operation'])}>
        {status === 'submitted' && (
          <Section id="godkjenn" title={t('operation.decide')}>
            <p className="max-w-prose">{t('operation.decideText')}</p>
            <ButtonForm action={approve} hidden={hidden} text={t('operation.approve')} variant="primary" />
            <ReturnForm action={sendBack} connectionId={id} />
          </Section>
        )}
        {status === 'approved' && municipality && (
          <ButtonForm action={close} hidden={hidden} text={t('connections.disable')} asks={t('operation.closeAsks')} />
        )}
        {isClosed && <ButtonForm action={reopen} hidden={hidden} text={t('connections.enable')} variant="primary" />}
      </ClientTexts>
    </div>
  )
}
