import { ButtonForm } from '@/components/forms/button-form'
import { Section } from '@/components/ui/section'
import type { GrantRole } from '@/lib/grants/rules'
import type { Translator } from '@/lib/platform/i18n'
import { formatDate, type Locale } from '@/lib/platform/locale'

interface Props {
  t: Translator
  locale: Locale
  leaves: { id: string; municipality: string; role: GrantRole; until: string; reason: string }[]
  goIn: React.ComponentProps<typeof ButtonForm>['action']
}

/** The municipalities that let an advisor in, each one press away. */
export function LeaveList({ t, locale, leaves, goIn }: Props) {
  return (
    <Section id="kommuner" title={t('grants.leaves')}>
      {leaves.length === 0 && <p className="muted max-w-prose">{t('grants.noLeaves')}</p>}
      <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {leaves.map(({ id, municipality, role, until, reason }) => (
          <li key={id} className="panel grid content-start gap-2">
            <h3 className="text-xl">{municipality}</h3>
            <p>{t('grants.leaveUntil', { role: t(`grants.roles.${role}`), until: formatDate(until, locale) })}</p>
            <p className="text-sm muted">{t('grants.leaveReason', { reason })}</p>
            <div className="mt-1">
              <ButtonForm action={goIn} hidden={{ grantId: id }} text={t('grants.goIn', { municipality })} variant="primary" />
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}
