/** What the evidence of a report rests on. */
export interface EvidenceFacts {
  hasMeasuredCost: boolean
  hasMeasuredEffect: boolean
  /** Other municipalities that have confirmed that they run it. */
  confirmedBy: number
  /** Evaluations by somebody independent, as an advisor has seen. */
  evaluations: number
}

export type EvidenceLevel = 1 | 2 | 3 | 4

export const evidenceReasons = ['cost', 'effect', 'confirmed', 'evaluated'] as const
export type EvidenceReason = (typeof evidenceReasons)[number]

export interface Evidence {
  level: EvidenceLevel
  facts: EvidenceFacts
  reasons: { reason: EvidenceReason; isMet: boolean }[]
  /** What would lift it, the nearest first. */
  lifts: { level: EvidenceLevel; by: EvidenceReason[] }[]
}

/**
 * How well a report is supported: 1 described, 2 measured by its owner, 3 confirmed by another municipality that runs it, 4 evaluated by somebody
 * independent. Computed, never self-awarded.
 */
export function evidenceOf(facts: EvidenceFacts): Evidence {
  const met: Record<EvidenceReason, boolean> = {
    cost: facts.hasMeasuredCost,
    effect: facts.hasMeasuredEffect,
    confirmed: facts.confirmedBy > 0,
    evaluated: facts.evaluations > 0,
  }
  const level = levels.findLast(({ needs }) => needs.every((reason) => met[reason]))?.level ?? 1
  return {
    level,
    facts,
    reasons: evidenceReasons.map((reason) => ({ reason, isMet: met[reason] })),
    lifts: levels
      .filter((step) => step.level > level)
      .map((step) => ({ level: step.level, by: step.needs.filter((reason) => !met[reason]) })),
  }
}

const levels: { level: EvidenceLevel; needs: EvidenceReason[] }[] = [
  { level: 1, needs: [] },
  { level: 2, needs: ['cost', 'effect'] },
  { level: 3, needs: ['confirmed'] },
  { level: 4, needs: ['evaluated'] },
]
