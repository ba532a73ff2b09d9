import { Tag } from '@/components/ui/tag'
import type { IdeaDecision } from '@/generated/prisma/enums'
import type { Recommendation } from '@/lib/ideas/rules'
import type { Translator } from '@/lib/platform/i18n'

const recommendationColours = { must: 'success', should: 'info', could: 'neutral', not: 'warning' } as const
const decisionColours = { considering: 'neutral', approved: 'success', rejected: 'danger' } as const

/** What the sum advises, as a word; nothing for an idea that is not scored. */
export function RecommendationMark({ t, value }: { t: Translator; value: Recommendation | null }) {
  return value && <Tag colour={recommendationColours[value]}>{t(`ideas.recommendations.${value}`)}</Tag>
}

/** What was decided, as a word. */
export function DecisionMark({ t, value }: { t: Translator; value: IdeaDecision }) {
  return <Tag colour={decisionColours[value]}>{t(`choices.ideaDecision.${value}`)}</Tag>
}
