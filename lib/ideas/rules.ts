import type { IdeaDecision } from '@/generated/prisma/enums'

/** What an idea tells besides its title, in the order it is written and read. */
export const ideaTexts = ['background', 'problem', 'benefits', 'proposal'] as const
export type IdeaText = (typeof ideaTexts)[number]

/** What an idea is scored by, each from 1 to 5. Five is good for the municipality everywhere: for risk it says that there is little of it. */
export const criteria = ['strategic', 'quality', 'economic', 'operational', 'risk'] as const
export type Criterion = (typeof criteria)[number]

export type Scores = Record<Criterion, number | null> & { adjustment: number }

/** How far the sum can be moved by judgement, each way. */
export const mostAdjustment = 10

/** The five criteria and the adjustment as one sum; null until all five are given. */
export function scoreOf(scores: Scores): number | null {
  let sum = scores.adjustment
  for (const name of criteria) {
    const given = scores[name]
    if (given === null) return null
    sum += given
  }
  return sum
}

export type Recommendation = 'must' | 'should' | 'could' | 'not'

/** What the sum advises; null for an idea that is not scored. */
export function recommendationOf(score: number | null): Recommendation | null {
  if (score === null) return null
  if (score > 22) return 'must'
  if (score > 16) return 'should'
  return score > 8 ? 'could' : 'not'
}

/** Whether a decision may still be made, or made anew: an idea that has become a project is past that. */
export function canBeDecided(idea: { projectId: string | null }): boolean {
  return idea.projectId === null
}

/** Whether the idea may become a project: approved, and not one already. */
export function canBecomeProject(idea: { decision: IdeaDecision; projectId: string | null }): boolean {
  return idea.decision === 'approved' && idea.projectId === null
}

/** Everything that was written, under headings, so that a project begins with all that was known. */
export function backgroundOf(texts: Record<IdeaText, string>, headings: Record<IdeaText, string>): string {
  return ideaTexts
    .filter((name) => texts[name] !== '')
    .map((name) => `${headings[name]}\n${texts[name]}`)
    .join('\n\n')
}

/** The address of a page of the list with some fields changed; what is at its default is left out. Changing a filter goes to page one. */
export function ideasHref<Query extends Record<string, string | number>>(
  query: Query,
  change: Partial<Query>,
  defaults: Query,
): string {
  const next = { ...query, ...('side' in change ? {} : { side: 1 }), ...change }
  const parameters = new URLSearchParams()
  for (const [key, value] of Object.entries(next)) {
    if (value !== defaults[key] && value !== '') parameters.set(key, String(value))
  }
  const text = parameters.toString()
  return text ? `/ideer?${text}` : '/ideer'
}
