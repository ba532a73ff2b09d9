import type { ReportProjectFacts } from '@/lib/experiences/policy'
import { type Actor, isSelf, type Staff } from '@/lib/platform/actor'
import { may, type Relation } from '@/lib/platform/law'
import { inProject } from '@/lib/projects/policy'

export interface StewardedFacts extends ReportProjectFacts {
  steward: { personId: string; standInId: string | null } | null
}

/** Those who may write the report answer for it; so do its steward and the stand-in, also after the project has ended. */
export function mayAnswerFor(actor: Actor, report: StewardedFacts): actor is Staff {
  const { municipalityId, as = [] } = inProject(actor, report)
  return may(actor, 'report.answer-for', { municipalityId, as: [...as, ...namedAs(actor, report)] })
}

function namedAs(actor: Actor, { steward }: StewardedFacts): Relation[] {
  if (isSelf(actor, steward?.personId)) return ['steward']
  return isSelf(actor, steward?.standInId) ? ['stand_in'] : []
}

/** Everybody at home in the municipality sees who answers for its reports. */
export function maySeeSteward(actor: Actor, { municipalityId }: { municipalityId: string }): actor is Staff {
  return may(actor, 'report.see-steward', { municipalityId })
}

/** Whoever minds the portfolio, or the people, of the municipality hands over for those who leave. */
export function mayHandOver(actor: Actor): actor is Staff {
  return may(actor, 'report.hand-over')
}
