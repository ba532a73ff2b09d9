import type { Visibility } from '@/generated/prisma/enums'
import type { IsoDate } from '@/lib/platform/dates'

export type FeatureState = 'upcoming' | 'showing' | 'waiting' | 'ended'

/** Where a featured case stands today. `waiting`: the period runs, but visitors see nothing until the owner opens the report to all. */
export function featureState(
  feature: { startsOn: IsoDate; endsOn: IsoDate; visibility: Visibility },
  today: IsoDate,
): FeatureState {
  if (feature.endsOn < today) return 'ended'
  if (feature.startsOn > today) return 'upcoming'
  return feature.visibility === 'open' ? 'showing' : 'waiting'
}
