import Link from 'next/link'
import { Tag } from '@/components/ui/tag'
import type { GateOutcome } from '@/generated/prisma/enums'
import type { Translator } from '@/lib/platform/i18n'
import { formatDate, type Locale } from '@/lib/platform/locale'

export const outcomeColours = {
  approved: 'success',
  approved_with_conditions: 'warning',
  postponed: 'info',
  rejected: 'danger',
} as const

interface Decision {
  id: string
  gate: string
  outcome: GateOutcome
  decidedOn: string
  decidedBy: string
  rationale: string
  isSuperseded: boolean
  conditions: { id: string; closedOn: string | null }[]
}

interface Props {
  t: Translator
  locale: Locale
  projectId: string
  decisions: Decision[]
  mayDecide: boolean
}

/** Every decision that was taken, the latest first; those superseded say so. */
export function DecisionList({ t, locale, projectId, decisions, mayDecide }: Props) {
  if (decisions.length === 0) return <p className="muted">{t('project.noDecisions')}</p>
  return (
    <ul className="grid gap-3">
      {decisions.map((decision) => (
        <li key={decision.id} className="panel grid gap-2">
          <p className="flex flex-wrap items-center gap-3">
            <Link
              href={`/prosjekter/${projectId}/faser/beslutninger/${decision.id}`}
              prefetch={false}
              className="font-semibold underline underline-offset-4"
            >
              {decision.gate}
            </Link>
            <Tag colour={outcomeColours[decision.outcome]}>{t(`choices.gateOutcome.${decision.outcome}`)}</Tag>
            {decision.isSuperseded && <Tag>{t('gate.superseded')}</Tag>}
            <span className="text-sm muted">
              {t('project.decidedBy', { who: decision.decidedBy, date: formatDate(decision.decidedOn, locale) })}
            </span>
          </p>
          <p className="prose line-clamp-3">{decision.rationale}</p>
          {decision.conditions.length > 0 && (
            <p className="text-sm">
              {t('gate.conditionsClosed', {
                closed: decision.conditions.filter(({ closedOn }) => closedOn !== null).length,
                total: decision.conditions.length,
              })}
            </p>
          )}
          {mayDecide && !decision.isSuperseded && (
            <p>
              <Link
                href={`/prosjekter/${projectId}/faser/beslutning?erstatter=${decision.id}`}
                prefetch={false}
                className="ds-button"
                data-variant="tertiary"
                data-size="sm"
              >
                {t('gate.replace')}
                <span className="sr-only"> {decision.gate}</span>
              </Link>
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}
