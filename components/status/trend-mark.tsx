import type { Translator } from '@/lib/platform/i18n'
import type { Trend } from '@/lib/status/rules'

const arrows: Record<Trend, string> = { better: '↗', same: '→', worse: '↘' }

/** How a section has moved since the report before: an arrow to see, a word to hear. */
export function TrendMark({ t, trend }: { t: Translator; trend: Trend | null }) {
  if (!trend) return null
  return (
    <span className="text-sm muted" title={t(`status.trend.${trend}`)}>
      <span aria-hidden="true">{arrows[trend]}</span>
      <span className="sr-only">{t(`status.trend.${trend}`)}</span>
    </span>
  )
}
