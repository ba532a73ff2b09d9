import { ButtonForm } from '@/components/forms/button-form'
import type { GrantRole } from '@/lib/grants/rules'
import type { Translator } from '@/lib/platform/i18n'
import { InsideWatch } from './inside-watch'

interface Props {
  t: Translator
  municipality: string
  /** The last day, as it is written. */
  until: string
  role: GrantRole
  goOut: React.ComponentProps<typeof ButtonForm>['action']
}

/** Says on every page that an advisor acts in a municipality, and leads out. */
export function InsideBanner({ t, municipality, until, role, goOut }: Props) {
  return (
    <aside aria-label={t('grants.bannerLabel')} className="no-print inside-banner">
      <InsideWatch />
      <div className="page flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-2">
        <p>
          <strong className="block">{t('grants.inside', { municipality, until })}</strong>
          <span className="text-sm">{t('grants.insideAs', { role: t(`grants.roles.${role}`).toLowerCase() })}</span>
        </p>
        <ButtonForm action={goOut} hidden={{}} text={t('grants.goOut')} of={municipality} variant="secondary" />
      </div>
    </aside>
  )
}
