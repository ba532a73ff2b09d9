import { ButtonForm } from '@/components/forms/button-form'
import { Section } from '@/components/ui/section'
import type { Invitation } from '@/lib/guests/queries'
import { dateInNorway } from '@/lib/platform/dates'
import type { Translator } from '@/lib/platform/i18n'
import { formatDate, type Locale } from '@/lib/platform/locale'

interface Props {
  t: Translator
  locale: Locale
  invitations: Invitation[]
  action: React.ComponentProps<typeof ButtonForm>['action']
}

/** What other municipalities ask the reader to take part in. */
export function InvitationList({ t, locale, invitations, action }: Props) {
  if (invitations.length === 0) return null
  return (
    <Section id="invitasjoner" title={t('guests.toYou')}>
      <ul className="grid gap-3">
        {invitations.map((invitation) => (
          <li key={invitation.id} className="panel grid gap-3">
            <p className="break-words">
              <strong>{invitation.projectTitle}</strong>
              <span className="block">
                {t('guests.asked', {
                  name: invitation.invitedBy,
                  municipality: invitation.municipality,
                  role: t(`choices.projectRole.${invitation.role}`).toLowerCase(),
                  date: formatDate(dateInNorway(new Date(invitation.invitedAt)), locale),
                })}
              </span>
              <span className="block text-sm muted">{t('guests.whatItMeans')}</span>
            </p>
            <div className="flex flex-wrap gap-3">
              <ButtonForm
                action={action}
                hidden={{ invitationId: invitation.id, answer: 'accept' }}
                text={t('guests.accept')}
                of={invitation.projectTitle}
                variant="primary"
              />
              <ButtonForm
                action={action}
                hidden={{ invitationId: invitation.id, answer: 'decline' }}
                text={t('guests.decline')}
                of={invitation.projectTitle}
                variant="secondary"
              />
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}
