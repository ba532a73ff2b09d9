import { mayWriteReport, type ReportProjectFacts } from '@/lib/experiences/policy'
import { type Actor, hasRole, isEmployee, isOwn, type Staff } from '@/lib/platform/actor'

export interface StewardedFacts extends ReportProjectFacts {
  steward: { personId: string; standInId: string | null } | null
}

/** Those who may write the report answer for it; so do its steward and the stand-in, also after the project has ended. */
export function mayAnswerFor(actor: Actor, report: StewardedFacts): actor is Staff {
  if (!isOwn(actor, report) || actor.home) return false
  const isNamed = [report.steward?.personId, report.steward?.standInId].includes(actor.personId)
  return isNamed || mayWriteReport(actor, report)
}

/** Whoever minds the portfolio, or the people, of the municipality hands over for those who leave. */
export function mayHandOver(actor: Actor): actor is Staff {
  return isEmployee(actor) && (hasRole(actor, 'portfolio_manager') || hasRole(actor, 'municipality_admin'))
}
