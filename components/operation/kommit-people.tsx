import { ButtonForm } from '@/components/forms/button-form'
import { Section } from '@/components/ui/section'
import { Tag } from '@/components/ui/tag'
import type { KommitPerson } from '@/lib/operation/kommit/queries'
import type { Translator } from '@/lib/platform/i18n'
import { formatDateTime, type Locale } from '@/lib/platform/locale'

type Action = React.ComponentProps<typeof ButtonForm>['action']

interface Props {
  t: Translator
  locale: Locale
  people: KommitPerson[]
  actions: { turnOff: Action; turnOn: Action }
}

/** Those who work for KommIT, and the switch that shuts one of them out. */
export function KommitPeople({ t, locale, people, actions }: Props) {
  return (
    <Section id="folk" title={t('operation.kommitPeople')} intro={t('operation.kommitPeopleIntro')}>
      <ul className="grid max-w-3xl gap-2">
        {people.map((person) => (
          <li key={person.id} className="panel flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
            <span className="grid">
              <span className="flex flex-wrap items-center gap-2 font-semibold">
                {person.name}
                {person.status !== 'active' && <Tag>{t(`people.status.${person.status}`)}</Tag>}
              </span>
              <span className="break-words text-sm muted">{particulars(t, locale, person)}</span>
            </span>
            {!person.isSelf && person.status !== 'pending' && <Switch t={t} person={person} actions={actions} />}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function particulars(t: Translator, locale: Locale, { email, roles, lastSignIn }: KommitPerson): string {
  return [
    ...(email ? [email] : []),
    ...roles.map((role) => t(`choices.role.${role}`)),
    lastSignIn ? t('operation.lastSignIn', { at: formatDateTime(lastSignIn, locale) }) : t('operation.neverSignedIn'),
  ].join(' · ')
}

function Switch({ t, person: { id, name, status }, actions }: Pick<Props, 't' | 'actions'> & { person: KommitPerson }) {
  return status === 'active' ? (
    <ButtonForm
      action={actions.turnOff}
      hidden={{ personId: id }}
      text={t('people.deactivate')}
      asks={t('operation.turnOffAsks')}
      of={name}
    />
  ) : (
    <ButtonForm action={actions.turnOn} hidden={{ personId: id }} text={t('operation.turnOn')} of={name} variant="secondary" />
  )
}
