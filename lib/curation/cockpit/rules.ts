import type { IsoDate } from '@/lib/platform/dates'

/** What an advisor may be needed for. */
export const needKinds = ['question', 'review', 'reply', 'advice', 'outdated', 'opening', 'stale', 'search', 'theme'] as const
export type NeedKind = (typeof needKinds)[number]

/** The needs that the steward of a report can be reminded of. */
export const remindable: readonly NeedKind[] = ['outdated', 'stale']

/** A steward who has been asked has this long to answer before the need is shown again, in days. */
export const daysAfterReminder = 14

export interface Need {
  kind: NeedKind
  /** What it is about, told apart from all else of its kind: an id, the words that were searched for, the code of a theme. */
  subject: string
  /** What it is about, in the words of those who wrote it; a code for themes. */
  title: string
  municipality: string | null
  href: string
  /** How many it concerns: searches, projects; 1 where it is one thing. */
  count: number
  /** Since when it has waited; null where it has no beginning. */
  since: IsoDate | null
}

/** A need as it is shown: with the colleague who is on it, if any, and the version of what has been marked. */
export interface ShownNeed extends Need {
  taken: { by: string; isMine: boolean; on: IsoDate } | null
  version: number
}

/** What a thing weighs before it has waited: somebody waiting for an answer comes before what merely could be better. */
const weights: Record<NeedKind, number> = {
  question: 32,
  reply: 30,
  advice: 20,
  outdated: 16,
  review: 18,
  opening: 14,
  search: 10,
  theme: 8,
  stale: 6,
}

/** Each day of waiting weighs one, up to 60; each further one it concerns weighs two, up to 40. */
export function urgency(need: Need, today: IsoDate): number {
  const days = need.since ? (Date.parse(today) - Date.parse(need.since)) / 86_400_000 : 0
  return weights[need.kind] + Math.min(60, Math.max(0, days)) + Math.min(40, (need.count - 1) * 2)
}

/** So many of a kind come first, so that one kind does not hide the others. */
const mostOfAKind = 4

/** The things that most need an advisor, the most urgent first; more than four of a kind only where other kinds leave room. */
export function mostNeeded<Any extends Need>(needs: readonly Any[], today: IsoDate, take = 10): Any[] {
  const since = (need: Need) => need.since ?? today
  const ranked = [...needs].sort(
    (a, b) => urgency(b, today) - urgency(a, today) || since(a).localeCompare(since(b)) || a.href.localeCompare(b.href),
  )
  const placeInKind = (need: Any) => ranked.filter(({ kind }) => kind === need.kind).indexOf(need)
  const first = ranked.filter((need) => placeInKind(need) < mostOfAKind)
  const rest = ranked.filter((need) => placeInKind(need) >= mostOfAKind)
  const chosen = new Set([...first, ...rest].slice(0, take))
  return ranked.filter((need) => chosen.has(need))
}
