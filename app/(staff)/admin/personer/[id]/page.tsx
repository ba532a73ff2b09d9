import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { Suspense } from 'react'
import { ButtonForm } from '@/components/forms/button-form'
import { ClientTexts } from '@/components/layout/client-texts'
import { FlashNotice } from '@/components/layout/flash-notice'
import { NameForm } from '@/components/people/name-form'
import { RolesForm } from '@/components/people/roles-form'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { Tag } from '@/components/ui/tag'
import { type PersonView, personView } from '@/lib/people/administration/queries'
import { countHeld } from '@/lib/people/handover/queries'
import { claimableRoles } from '@/lib/platform/auth/profiles'
import { requireAdministrator } from '@/lib/platform/auth/session'
import { config } from '@/lib/platform/config'
import { clientMessages, getLocale, getTranslator, type Translator } from '@/lib/platform/i18n'
import { formatDateTime, type Locale } from '@/lib/platform/locale'
import { admit, again, deactivate, end, erase, give, move, rename } from '../actions'

interface Props {
  params: Promise<{ id: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('people.title') }
}

export default async function PersonPage({ params }: Props) {
  const { id } = await params
  const who = await requireAdministrator(`/admin/personer/${id}`)
  const person = await personView(who, id)
  if (!person) notFound()
  const [t, locale, duties] = [await getTranslator(), await getLocale(), await countHeld(who, id)]
  const fromProvider = person.roles.filter(({ source }) => source === 'claim').map(({ role }) => role)
  const choices = claimableRoles.filter((role) => role !== 'member' && !fromProvider.includes(role))
  return (
    <div className="page pb-10">
      <Suspense>
        <FlashNotice texts={{ saved: t('people.saved'), handed: t('handOver.done'), invited: t('people.wasInvited') }} />
      </Suspense>
      <PageHeader
        title={person.name}
        lead={[person.jobTitle, person.email].filter(Boolean).join(' · ')}
        crumbs={[
          { href: '/admin', text: t('admin.title') },
          { href: '/admin/personer', text: t('people.title') },
        ]}
        crumbsLabel={t('common.breadcrumbs')}
      >
        <Tag colour={person.status === 'active' ? 'success' : 'neutral'}>{t(`people.status.${person.status}`)}</Tag>
      </PageHeader>
      <ClientTexts locale={locale} messages={clientMessages(locale, ['common', 'errors', 'form', 'people'])}>
        {person.status === 'pending' && !person.invitation && (
          <div className="ds-alert mb-6 grid gap-3" data-color="info">
            <p>{t(person.isDoubted ? 'people.doubtText' : 'people.admitText')}</p>
            <ButtonForm action={admit} hidden={{ personId: id }} text={t('people.admit')} variant="primary" />
          </div>
        )}
        {person.invitation && <InvitationSection t={t} locale={locale} person={person} />}
        <Section id="navn" title={t('people.name')}>
          <NameForm action={rename} personId={id} name={person.name} />
        </Section>
        <Section id="roller" title={t('people.roles')}>
          {fromProvider.map((role) => (
            <p key={role} className="text-sm muted">
              {t('people.fromProvider', { role: t(`choices.role.${role}`) })}
            </p>
          ))}
          <RolesForm
            action={give}
            personId={id}
            roles={choices.map((value) => ({ value, text: t(`choices.role.${value}`) }))}
            held={person.roles.filter(({ source }) => source === 'manual').map(({ role }) => role)}
          />
        </Section>
        <Section id="okter" title={t('people.sessions')}>
          {person.sessions.length === 0 && <p className="muted">{t('people.noSessions')}</p>}
          <ul className="grid max-w-3xl gap-2">
            {person.sessions.map(({ id: sessionId, device, startedAt, lastSeenAt }) => (
              <li key={sessionId} className="panel flex flex-wrap items-center justify-between gap-4">
                <span>
                  <strong>{device || t('session.unknownDevice')}</strong>
                  <span className="block text-sm muted">
                    {t('session.started', { at: formatDateTime(startedAt, locale) })} ·{' '}
                    {t('session.lastSeen', { at: formatDateTime(lastSeenAt, locale) })}
                  </span>
                </span>
                <ButtonForm action={end} hidden={{ personId: id, sessionId }} text={t('session.end')} of={device} />
              </li>
            ))}
          </ul>
        </Section>
        {person.isKnown && person.status !== 'deactivated' && !person.invitation && <SignInSection t={t} person={person} />}
        <Section id="opplysninger" title={t('privacy.title')}>
          <Link href={`/admin/personer/${id}/opplysninger`} prefetch={false} className="underline">
            {t('privacy.storedOf', { name: person.name })}
          </Link>
        </Section>
        {id !== who.personId && (
          <Section id="bruker" title={t('people.statusFilter')}>
            {person.isErased ? (
              <p>{t('errors.erased')}</p>
            ) : person.status === 'deactivated' ? (
              <div className="flex flex-wrap items-start gap-4">
                {duties > 0 && (
                  <p className="w-full max-w-prose">
                    {t('handOver.stillHolds', { name: person.name, count: duties })}{' '}
                    <Link href={`/admin/personer/${id}/overlever`} prefetch={false} className="underline">
                      {t('handOver.title')}
                    </Link>
                  </p>
                )}
                <ButtonForm action={admit} hidden={{ personId: id }} text={t('people.reactivate')} variant="primary" />
                <ButtonForm action={erase} hidden={{ personId: id }} text={t('people.erase')} asks={t('people.eraseAsks')} />
              </div>
            ) : (
              <div className="grid gap-3">
                {duties > 0 && (
                  <p className="max-w-prose">
                    {t('handOver.holds', { name: person.name, count: duties })}{' '}
                    <Link href={`/admin/personer/${id}/overlever`} prefetch={false} className="underline">
                      {t('handOver.first')}
                    </Link>
                  </p>
                )}
                <ButtonForm
                  action={deactivate}
                  hidden={{ personId: id }}
                  text={t('people.deactivate')}
                  asks={t('people.deactivateAsks')}
                />
              </div>
            )}
          </Section>
        )}
      </ClientTexts>
    </div>
  )
}

/** How somebody comes in, and how they come to do it otherwise. */
function SignInSection({ t, person: { id, doors } }: { t: Translator; person: PersonView }) {
  const kinds = [...new Set(doors)].map((kind) => t(`connections.kind.${kind}`))
  return (
    <Section id="innlogging" title={t('people.signIn')}>
      <div className="grid max-w-3xl gap-3">
        {kinds.length > 0 && <p>{t('people.comesBy', { kinds: kinds.join(', ') })}</p>}
        <p className="muted">{t('people.moveText')}</p>
        <ButtonForm
          action={move}
          hidden={{ personId: id }}
          text={t('people.move')}
          variant="secondary"
          asks={t('people.moveAsks')}
        />
      </div>
    </Section>
  )
}

function InvitationSection({ t, locale, person }: { t: Translator; locale: Locale; person: PersonView }) {
  const { invitation, name, email, id } = person
  if (!invitation) return null
  const link = `${config().origin}/invitasjon/${invitation.token}`
  const isOver = invitation.expiresAt < new Date()
  const mail = new URLSearchParams({ subject: t('people.mailSubject'), body: t('people.mailBody', { link }) })
  return (
    <Section id="invitasjon" title={t(invitation.movesSignIn ? 'people.moveTitle' : 'people.invitation')}>
      <p>
        {isOver
          ? t('people.invitationGone')
          : t(invitation.movesSignIn ? 'people.moveLink' : 'people.invitationText', {
              name,
              at: formatDateTime(invitation.expiresAt, locale),
            })}
      </p>
      {!isOver && (
        <>
          <code className="block max-w-3xl select-all break-all rounded border border-neutral-border-subtle bg-neutral-surface-tinted px-3 py-2">
            {link}
          </code>
          <p className="mt-3">
            <a href={`mailto:${email ?? ''}?${mail.toString().replaceAll('+', '%20')}`} className="ds-button">
              {t('people.writeMail')}
            </a>
          </p>
        </>
      )}
      <div className="mt-3">
        <ButtonForm
          action={invitation.movesSignIn ? move : again}
          hidden={{ personId: id }}
          text={t('people.inviteAgain')}
          variant="secondary"
        />
      </div>
    </Section>
  )
}
