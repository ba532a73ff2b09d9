import type { Translator } from '@/lib/platform/i18n'
import { formatDate, type Locale } from '@/lib/platform/locale'
import type { FlagView } from '@/lib/upkeep/flags/queries'

export type Flag = Omit<FlagView, 'isMine'>

interface Props {
  t: Translator
  locale: Locale
  flags: Flag[]
  /** The municipality that answers. */
  source: string
  /** What stands under each, where somebody may answer it. */
  under?: (flag: Flag) => React.ReactNode
}

/** What readers say is outdated, with what the source has answered. */
export function FlagList({ t, locale, flags, source, under }: Props) {
  return (
    <ul className="grid gap-4">
      {flags.map((flag) => (
        <li key={flag.id} className="grid gap-1">
          <span className="text-sm">
            <strong>{flag.isVisitors ? t('upkeep.visitors', { count: flag.times }) : (flag.by ?? 'KommIT')}</strong>{' '}
            <span className="muted">{formatDate(flag.on, locale)}</span>
          </span>
          <span>{flag.cause ? t(`choices.outdatedCause.${flag.cause}`) : flag.reason}</span>
          {flag.answer && flag.answeredOn && (
            <span className="border-l-4 border-primary-border-default pl-3">
              <span className="text-sm">
                <strong>{source}</strong> <span className="muted">{formatDate(flag.answeredOn, locale)}</span>
              </span>
              <span className="block">{flag.answer}</span>
            </span>
          )}
          {under?.(flag)}
        </li>
      ))}
    </ul>
  )
}
