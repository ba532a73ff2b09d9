import type { EffectHeld, StillInUse } from '@/generated/prisma/enums'
import type { Translator } from '@/lib/platform/i18n'
import { formatDate, type Locale } from '@/lib/platform/locale'

interface Props {
  t: Translator
  locale: Locale
  followUps: { months: number; stillInUse: StillInUse; effectHeld: EffectHeld; comment: string; on: string }[]
}

/** How it went, 6, 12 and 24 months after, in the words of those who did it. */
export function FollowUps({ t, locale, followUps }: Props) {
  return (
    <ul className="grid gap-3">
      {followUps.map(({ months, stillInUse, effectHeld, comment, on }) => (
        <li key={months}>
          <strong>{t('upkeep.months', { months })}</strong> <span className="text-sm muted">{formatDate(on, locale)}</span>
          <span className="block text-sm">
            {t('upkeep.stillInUse')} {t(`choices.stillInUse.${stillInUse}`)}
          </span>
          <span className="block text-sm">
            {t('upkeep.effectHeld')} {t(`choices.effectHeld.${effectHeld}`)}
          </span>
          {comment && <span className="block text-sm">{comment}</span>}
        </li>
      ))}
    </ul>
  )
}
