/** A calendar date without time: `2026-11-23`. What the screen and the rules use; the database's `date`. */
export type IsoDate = string

const dayMs = 86_400_000

/** The calendar date of what the database gives for a `date` column: midnight UTC. */
export function isoDate(date: Date): IsoDate {
  return date.toISOString().slice(0, 10)
}

export function isoDateOrNull(date: Date | null): IsoDate | null {
  return date && isoDate(date)
}

/** The database's `date` for a calendar date. */
export function dateOf(iso: IsoDate): Date {
  return new Date(`${iso}T00:00:00Z`)
}

export function addDays(iso: IsoDate, days: number): IsoDate {
  return isoDate(new Date(dateOf(iso).getTime() + days * dayMs))
}

/** Whole days from the first date to the second; negative when the second is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((dateOf(to).getTime() - dateOf(from).getTime()) / dayMs)
}

/** The date in Norway at a given instant. */
export function dateInNorway(instant: Date): IsoDate {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Oslo', year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    instant,
  )
}

/** Today in Norway. */
export function today(): IsoDate {
  return dateInNorway(new Date())
}

/** The instant at which a day begins in Norway, summer and winter. */
export function dayBeginsAt(iso: IsoDate): Date {
  const summer = new Date(`${iso}T00:00:00+02:00`)
  return dateInNorway(summer) === iso ? summer : new Date(`${iso}T00:00:00+01:00`)
}

/** From the beginning of one day to the end of another in Norway; open at the end that is empty. */
export function withinDays(from: IsoDate | '', until: IsoDate | ''): { gte?: Date; lt?: Date } {
  return { ...(from && { gte: dayBeginsAt(from) }), ...(until && { lt: dayBeginsAt(addDays(until, 1)) }) }
}
