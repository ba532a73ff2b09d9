import type { ChecklistStatus, GateOutcome } from '@/generated/prisma/enums'
import type { IsoDate } from '@/lib/platform/dates'

/** A phase as the decision needs to know it, in the order of the project. */
export interface GatePhase {
  id: string
  position: number
  gate: string | null
}

/** The phases that are left by a move: the current one and any that is jumped over. A move to nowhere leaves the last one. */
export function phasesLeft<Phase extends GatePhase>(
  phases: readonly Phase[],
  currentId: string,
  targetId: string | null,
): Phase[] {
  const current = phases.find((phase) => phase.id === currentId)
  const target = phases.find((phase) => phase.id === targetId)
  if (!current || (targetId !== null && (!target || target.position <= current.position))) return []
  return phases.filter(({ position }) => position >= current.position && (!target || position < target.position))
}

/** What the decision is called: `BP3`, or `BP2–BP3` where phases are jumped over. */
export function gateLabel(left: readonly GatePhase[]): string {
  const gates = left.flatMap(({ gate }) => gate ?? [])
  const [first, last] = [gates[0], gates.at(-1)]
  if (!first || !last) return ''
  return first === last ? first : `${first}–${last}`
}

/** The outcomes that lead on to the next phase. */
export function leadsOn(outcome: GateOutcome): boolean {
  return outcome === 'approved' || outcome === 'approved_with_conditions'
}

export interface AnsweredItem {
  id: string
  status: ChecklistStatus
  reason: string
  isMandatory: boolean
}

export interface GateAnswers {
  outcome: GateOutcome
  items: AnsweredItem[]
  conditions: { text: string; owner: string; dueOn: IsoDate | null }[]
  decidedOn: IsoDate
}

/**
 * What stands in the way of a decision, by field of its form. A mandatory item may stay open only where the decision is postponed or
 * rejected, or approved with conditions that are followed up.
 */
export function problemsOf(answers: GateAnswers, today: IsoDate): Record<string, string> {
  const problems: Record<string, string> = {}
  answers.items.forEach((item, index) => {
    if (item.status !== 'done' && item.reason === '') problems[`items.${index}.reason`] = 'errors.reasonNeeded'
    if (item.status === 'open' && item.isMandatory && answers.outcome === 'approved')
      problems[`items.${index}.status`] = 'errors.mandatoryOpen'
  })
  const written = answers.conditions.filter(({ text }) => text !== '')
  if (answers.outcome === 'approved_with_conditions' && written.length === 0)
    problems['conditions.0.text'] = 'errors.conditionNeeded'
  answers.conditions.forEach(({ text, owner, dueOn }, index) => {
    if (text === '' && (owner !== '' || dueOn !== null)) problems[`conditions.${index}.text`] = 'errors.required'
    if (text !== '' && owner === '') problems[`conditions.${index}.owner`] = 'errors.required'
    if (text !== '' && dueOn === null) problems[`conditions.${index}.dueOn`] = 'errors.date'
  })
  if (answers.decidedOn > today) problems.decidedOn = 'errors.dateInFuture'
  return problems
}

/** The gates at which experience from other municipalities is shown before the decision. */
export function asksForExperience(gate: string): boolean {
  return /BP[12](?!\d)/.test(gate)
}

/** The gate at which the project's own experience is written down. */
export function asksForReport(gate: string): boolean {
  return gate.includes('BP5')
}

/** What was made of another municipality's case. */
export const caseUses = ['uses', 'learns', 'irrelevant'] as const
export type CaseUse = (typeof caseUses)[number]

/** An item as it stood when the decision was taken. */
export interface RecordedItem {
  text: string
  status: ChecklistStatus
  reason: string | null
  isMandatory?: boolean
  /** The name of its phase in bokmål; older records leave it out. */
  phase?: string
}

export interface RecordedExperience {
  cases: { title: string; municipality: string; slug: string; use: CaseUse; reason: string }[]
  skippedBecause: string | null
}

export interface BasisDocument {
  title: string
  reference: string
}
