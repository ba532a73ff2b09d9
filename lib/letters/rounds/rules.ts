import type { Cadence } from '@/generated/prisma/enums'
import { addDays, dateInNorway, dateOf } from '@/lib/platform/dates'

/** The cadences that gather what has happened. */
export type GatheringCadence = Extract<Cadence, 'daily' | 'weekly'>

/** When they are written, by the clock in Norway; weekly on Mondays. */
const clock: Record<GatheringCadence, string> = { daily: '07:00', weekly: '07:30' }

/** When letters of this cadence were last due. */
export function lastDue(cadence: GatheringCadence, now: Date): Date {
  const today = dateInNorway(now)
  const back = cadence === 'weekly' ? (dateOf(today).getUTCDay() + 6) % 7 : 0
  const due = inNorway(addDays(today, -back), clock[cadence])
  return due <= now ? due : inNorway(addDays(today, -back - (cadence === 'weekly' ? 7 : 1)), clock[cadence])
}

/** The instant of a clock time in Norway that is not one of those skipped or repeated when the clock is changed. */
function inNorway(date: string, time: string): Date {
  const summer = new Date(`${date}T${time}:00+02:00`)
  return timeInNorway(summer) === time ? summer : new Date(`${date}T${time}:00+01:00`)
}

function timeInNorway(instant: Date): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Oslo', hour: '2-digit', minute: '2-digit' }).format(instant)
}
