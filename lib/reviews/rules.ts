import { z } from 'zod'

/** What an advisor looks for, in the order it is asked. */
export const reviewPoints = ['confidential', 'plain', 'figures', 'honest', 'reusable', 'contact'] as const
export type ReviewPoint = (typeof reviewPoints)[number]

const answer = z.object({ isFine: z.boolean(), comment: z.string() })
export type PointAnswer = z.output<typeof answer>

/** As stored: a point that was not asked when the review was made is left out. */
export function parsePoints(stored: unknown): Partial<Record<ReviewPoint, PointAnswer>> {
  return z.partialRecord(z.enum(reviewPoints), answer).catch({}).parse(stored)
}

/** Approved where every point is fine; else something is wanted changed. */
export function outcomeOf(points: Partial<Record<ReviewPoint, PointAnswer>>): 'approved' | 'changes_wanted' {
  return Object.values(points).every(({ isFine }) => isFine) ? 'approved' : 'changes_wanted'
}
