/** How many questions one person may ask in a month: those who answer do it beside their work. */
export const mostQuestionsAMonth = 10

/** How many adopters are asked at most, those most like the one who asks first: the source is always asked as well. */
export const mostAdoptersAsked = 8

/** Days without an answer after which the advisors help. */
export const daysToAdvisors = 7

/** How a source usually answers: within so many days, or more often not than so. */
export type UsualAnswer = { kind: 'within'; days: number } | { kind: 'seldom' }

/** The middle of the days from question to answer, where one that got none waits for ever; null for fewer than three, which say nothing of what is usual. */
export function usualAnswer(days: readonly (number | null)[]): UsualAnswer | null {
  if (days.length < 3) return null
  const sorted = days.map((one) => one ?? Number.POSITIVE_INFINITY).toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const [low, high] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle] ?? 0, sorted[middle] ?? 0]
  const usual = (low + high) / 2
  return Number.isFinite(usual) ? { kind: 'within', days: Math.max(1, Math.round(usual)) } : { kind: 'seldom' }
}
