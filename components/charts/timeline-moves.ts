import { addDays, type IsoDate } from '@/lib/platform/dates'

/** The planned days of something taken hold of; a point has only its last. */
export interface Held {
  id: string
  startOn: IsoDate | null
  endOn: IsoDate
}

/** What an element says of the item it stands for; null for what cannot be moved. */
export function heldFrom(data: Partial<Record<'itemId' | 'start' | 'end', string>>): Held | null {
  return data.itemId && data.end ? { id: data.itemId, startOn: data.start || null, endOn: data.end } : null
}

export function shiftHeld({ id, startOn, endOn }: Held, days: number): Held {
  return { id, startOn: startOn && addDays(startOn, days), endOn: addDays(endOn, days) }
}

/** How many whole days a way across the chart is, when a day is the given share of its width. */
export function daysAcross(pixels: number, perDay: number, width: number): number {
  const dayWidth = perDay * width
  return dayWidth > 0 ? Math.round(pixels / dayWidth) || 0 : 0
}

/** How far a key moves what has focus: a day with Alt, a week with Shift as well. 0 for other keys. */
export function daysForKey({ key, altKey, shiftKey }: { key: string; altKey: boolean; shiftKey: boolean }): number {
  if (!altKey) return 0
  const days = shiftKey ? 7 : 1
  if (key === 'ArrowLeft') return -days
  return key === 'ArrowRight' ? days : 0
}

/** Where the consequences of a move are shown before it is saved. A point has no `start`. */
export function previewAddress(previewHref: string, { id, startOn, endOn }: Held): string {
  const query = new URLSearchParams({ flytt: id, ...(startOn && { start: startOn }), slutt: endOn })
  return `${previewHref}${previewHref.includes('?') ? '&' : '?'}${query}`
}
