import { Facts } from '@/components/ui/facts'
import type { IdeaView } from '@/lib/ideas/queries'
import { criteria } from '@/lib/ideas/rules'
import type { Translator } from '@/lib/platform/i18n'
import { formatDate, formatNumber, type Locale } from '@/lib/platform/locale'
import { DecisionMark, RecommendationMark } from './idea-marks'

interface Props {
  t: Translator
  locale: Locale
  idea: IdeaView
}

/** The sum, what it advises, and what it is made of. */
export function IdeaScores({ t, locale, idea }: Props) {
  if (idea.score === null) return <p className="muted">{t('ideas.notScored')}</p>
  const { adjustment } = idea.scores
  return (
    <div className="grid gap-4">
      <p className="flex flex-wrap items-center gap-3 text-xl font-semibold">
        {t('ideas.points', { count: idea.score })}
        <RecommendationMark t={t} value={idea.recommendation} />
      </p>
      <Facts
        facts={[
          ...criteria.map((name) => ({ term: t(`ideas.criteria.${name}`), value: idea.scores[name] })),
          { term: t('ideas.adjustment'), value: adjustment === 0 ? '' : formatNumber(adjustment, locale, 0) },
          { term: t('ideas.adjustmentReason'), value: adjustment === 0 ? '' : idea.adjustmentReason },
        ]}
      />
    </div>
  )
}

/** What was decided, by whom and why. */
export function IdeaDecided({ t, locale, idea }: Props) {
  return (
    <div className="grid gap-4">
      <Facts
        facts={[
          { term: t('ideas.decision'), value: <DecisionMark t={t} value={idea.decision} /> },
          { term: t('ideas.decidedOn'), value: idea.decidedOn && formatDate(idea.decidedOn, locale) },
          { term: t('ideas.decidedBy'), value: idea.decidedBy },
        ]}
      />
      {idea.decisionReason !== '' && <p className="max-w-3xl whitespace-pre-line">{idea.decisionReason}</p>}
    </div>
  )
}
