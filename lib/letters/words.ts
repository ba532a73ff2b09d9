import type { NewsKind, NewsTopic } from '@/generated/prisma/enums'
import type { Translator } from '@/lib/platform/translator'

interface ToldOf {
  kind: NewsKind
  topic: NewsTopic
  by: string | null
  title: string
  months: number | null
  savedSearch: string | null
  reason: string
  /** That visitors did it. */
  isVisitors: boolean
}

/** A notice as one sentence, the same on the screen and in a letter. */
export function newsText(t: Translator, { kind, by, title, months, savedSearch, reason, topic, isVisitors }: ToldOf): string {
  if (topic === 'searches') return t('news.hit', { title, search: savedSearch ?? '' })
  if (kind === 'steward_changed' && title === '') return t('news.stewardOfMany', { by: by ?? 'KommIT' })
  const text = t(`news.kind.${kind}`, { by: isVisitors ? t('news.someReader') : (by ?? 'KommIT'), title, months: months ?? 0 })
  return reason ? `${text}: ${reason}` : text
}
