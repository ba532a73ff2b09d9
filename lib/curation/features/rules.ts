import type { IsoDate } from '@/lib/platform/dates'

/** How many cases the front page has room for; the others wait their turn. */
export const placesOnFront = 3

export type FeatureState = 'upcoming' | 'showing' | 'queued' | 'waiting' | 'merged' | 'ended'

export interface FeatureFacts {
  startsOn: IsoDate
  endsOn: IsoDate
  isOpen: boolean
  isMerged: boolean
  /** Its number among those that visitors could be shown today; null where it is not one of them. */
  place: number | null
}

/** Where a featured case stands today. `waiting`: the period runs, but visitors see nothing until the owner opens the report to all. */
export function featureState({ startsOn, endsOn, isOpen, isMerged, place }: FeatureFacts, today: IsoDate): FeatureState {
  if (endsOn < today) return 'ended'
  if (isMerged) return 'merged'
  if (startsOn > today) return 'upcoming'
  if (!isOpen) return 'waiting'
  return place !== null && place <= placesOnFront ? 'showing' : 'queued'
}
