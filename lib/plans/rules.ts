import { daysBetween, type IsoDate } from '@/lib/platform/dates'

/** What a plan and a project of one's own have in common. */
export interface Kinship {
  sameTheme: boolean
  /** How alike the titles are, from 0 to 1. */
  words: number
  /** Days from the one begins to the other, whichever comes first. */
  daysApart: number
}

/** From here on two titles are about the same, and one would say so. */
const alikeWords = 0.35
/** So many days apart one can still do it together. */
const together = 183

/** Whether a plan is like a project of one's own: of the same theme, or called about the same. */
export function isAkin({ sameTheme, words }: Kinship): boolean {
  return sameTheme || words >= alikeWords
}

/** Why a plan is like one's own, the strongest first. */
export function kinshipReasons(kin: Kinship): ('words' | 'theme' | 'time')[] {
  if (!isAkin(kin)) return []
  return [
    ...(kin.words >= alikeWords ? (['words'] as const) : []),
    ...(kin.sameTheme ? (['theme'] as const) : []),
    ...(kin.daysApart <= together ? (['time'] as const) : []),
  ]
}

/**
 * How much a plan is like what one does oneself: what it is about decides, then how alike the municipalities are, and last whether it happens at the
 * same time. `places` is the likeness of the municipalities, from 0 to 1.
 */
export function planLikeness(kin: Kinship | null, places: number): number {
  if (!kin) return places
  const about = (kin.sameTheme ? 2 : 0) + 3 * kin.words
  const time = isAkin(kin) ? Math.max(0, 1 - kin.daysApart / together) : 0
  return about + places + time / 2
}

/** Whether a plan can still be shared: one that begins today or later. */
export function isAhead(beginsOn: IsoDate, today: IsoDate): boolean {
  return daysBetween(today, beginsOn) >= 0
}

/** From when others see a plan that begins so late: a year before it begins. */
export function shownFrom(beginsOn: IsoDate): IsoDate {
  return `${Number(beginsOn.slice(0, 4)) - 1}${beginsOn.slice(4)}`.replace(/-02-29$/, '-02-28')
}
