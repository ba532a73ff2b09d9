import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { ButtonForm } from '@/components/forms/button-form'
import { CollaborationForm } from '@/components/guests/collaboration-form'
import { InviteForm } from '@/components/guests/invite-form'
import { ClientTexts } from '@/components/layout/client-texts'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { Tag } from '@/components/ui/tag'
import { guestRoles } from '@/lib/guests/input'
import { guestPage } from '@/lib/guests/queries'
import { requireStaffIn } from '@/lib/platform/auth/session'
import { dateInNorway } from '@/lib/platform/dates'
import { clientMessages, getLocale, getTranslator } from '@/lib/platform/i18n'
import { formatDate } from '@/lib/platform/locale'
import { headOf } from '../head'
import { invite, setBehind, withdraw } from './actions'

interface Props {
  params: Promise<{ id: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('guests.title') }
}

export default async function GuestsPage({ params }: Props) {
  const { id } = await params
  const who = await requireStaffIn(id, `/prosjekter/${id}/gjester`)
  const [head, page] = [await headOf(id), await guestPage(who, id)]
  if (!page) notFound()
  const [t, locale] = [await getTranslator(), await getLocale()]
  return (
    <ClientTexts locale={locale} messages={clientMessages(locale, ['common', 'errors', 'form', 'item', 'guests'])}>
      <PageHeader
        title={t('guests.title')}
        eyebrow={head.title}
        lead={t('guests.lead')}
        crumbs={[{ href: `/prosjekter/${id}`, text: t('projectNav.overview') }]}
        crumbsLabel={t('common.breadcrumbs')}
      />
      <Section id="samarbeid" title={t('guests.collaboration')}>
        {page.collaborations.length === 0 ? (
          <p className="muted">{t('guests.noCollaboration')}</p>
        ) : (
          <CollaborationForm
            action={setBehind}
            projectId={id}
            version={page.version}
            initial={page.collaborationId ?? ''}
            collaborations={page.collaborations.map(({ id: value, name }) => ({ value, text: name }))}
          />
        )}
      </Section>
      <Section id="med" title={t('guests.taking')}>
        {page.guests.length === 0 && <p className="muted">{t('guests.none')}</p>}
        <ul className="grid max-w-3xl gap-3">
          {page.guests.map((guest) => (
            <li key={`${guest.personId} ${guest.role}`} className="panel">
              <strong className="block">{guest.name}</strong>
              <span className="muted">
                {guest.from} · {t(`choices.projectRole.${guest.role}`)}
              </span>
            </li>
          ))}
        </ul>
        {page.guests.length > 0 && (
          <p className="mt-3">
            <Link href={`/prosjekter/${id}/rediger#folk`} prefetch={false} className="underline underline-offset-4">
              {t('guests.takeRoles')}
            </Link>
          </p>
        )}
      </Section>
      {page.partners.length > 0 && (
        <Section id="inviter" title={t('guests.invite')}>
          <p className="mb-4 max-w-prose">{t('guests.inviteText')}</p>
          <InviteForm
            action={invite}
            projectId={id}
            municipalities={page.partners.map(({ id: value, displayName }) => ({ value, text: displayName }))}
            roles={guestRoles.map((value) => ({ value, text: t(`choices.projectRole.${value}`) }))}
          />
        </Section>
      )}
      {page.invitations.length > 0 && (
        <Section id="invitasjoner" title={t('guests.invitations')}>
          <ul className="grid max-w-3xl gap-3">
            {page.invitations.map((invitation) => (
              <li key={invitation.id} className="panel flex flex-wrap items-center justify-between gap-3">
                <span className="min-w-0">
                  <strong className="block break-words">{invitation.email}</strong>
                  <span className="muted">
                    {invitation.municipality} · {t(`choices.projectRole.${invitation.role}`)} ·{' '}
                    {t('guests.invitedOn', { date: formatDate(dateInNorway(new Date(invitation.invitedAt)), locale) })}
                  </span>
                </span>
                {invitation.isDeclined ? (
                  <Tag colour="neutral">{t('guests.declined')}</Tag>
                ) : (
                  <ButtonForm
                    action={withdraw}
                    hidden={{ projectId: id, invitationId: invitation.id }}
                    text={t('guests.withdraw')}
                    asks={t('asks.invitation')}
                    of={invitation.email}
                  />
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </ClientTexts>
  )
}
