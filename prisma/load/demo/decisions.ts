import { dateOf, type IsoDate } from '@/lib/platform/dates'
import { newId } from '@/lib/platform/ids'
import type { DemoDecision, DemoProject } from '../../demo/content'
import type { ProjectedCheck } from './checklist'
import { found, toldOn } from './context'
import type { ProjectedPhase } from './phases'
import type { Rows } from './rows'

type Own = { municipalityId: string; projectId: string }

/** The decisions of a project, each with the checklist of its phase as it stood; a later one at the same gate supersedes. */
export function decisionRows(project: DemoProject, phases: ProjectedPhase[], checklist: ProjectedCheck[], own: Own): Rows {
  const latest = new Map<string, string>()
  const decisions = [...project.decisions].sort((a, b) => (a.on < b.on ? -1 : 1))
  const pieces = decisions.map((decision) => {
    const id = newId()
    const phase = found(
      phases.find((p) => p.model.gate === decision.gate),
      `${project.title}: ${decision.gate}`,
    )
    const isLast = decisions.findLast((other) => other.gate === decision.gate) === decision
    const row = {
      ...own,
      id,
      projectPhaseId: phase.id,
      gate: decision.gate,
      outcome: decision.outcome,
      decidedOn: dateOf(decision.on),
      decidedBy: decision.decidedBy,
      rationale: decision.rationale,
      checklist: snapshot(
        checklist.filter((item) => item.phase === phase),
        isLast,
      ),
      supersedesId: latest.get(decision.gate) ?? null,
    }
    latest.set(decision.gate, id)
    return { row, conditions: conditionRows(decision, own.municipalityId, id) }
  })
  return { gateDecision: pieces.map((piece) => piece.row), gateCondition: pieces.flatMap((piece) => piece.conditions) }
}

/** A decision that was later superseded was taken before everything was in place: the last item was still open then. */
function snapshot(items: ProjectedCheck[], isLast: boolean) {
  return items.map(({ text, status, reason }, index) =>
    isLast || index < items.length - 1 ? { text, status, reason } : { text, status: 'open', reason: null },
  )
}

function conditionRows(decision: DemoDecision, municipalityId: string, gateDecisionId: string) {
  return (decision.conditions ?? []).map((condition) => ({
    municipalityId,
    gateDecisionId,
    text: condition.text,
    owner: condition.owner,
    dueOn: dateOf(condition.dueOn),
    closedOn: condition.isClosed ? dateOf(closingDay(decision.on, condition.dueOn)) : null,
  }))
}

/** Closed when it was due; at the latest on the day the content is told from, at the earliest when it was decided. */
function closingDay(decidedOn: IsoDate, dueOn: IsoDate): IsoDate {
  if (dueOn < decidedOn) return decidedOn
  return dueOn > toldOn ? toldOn : dueOn
}
