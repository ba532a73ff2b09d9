import { addDays, type IsoDate } from '@/lib/platform/dates'

export interface CalendarEvent {
  /** Stays the same for the same thing, so that a calendar moves it rather than showing it twice. */
  uid: string
  on: IsoDate
  /** The last day, when there are more than one. */
  endOn?: IsoDate
  title: string
  description?: string
  url?: string
  lastModified: Date
}

export interface CalendarFeed {
  name: string
  /** Makes the identity of each event unique in the world. */
  domain: string
  events: readonly CalendarEvent[]
  now: Date
}

const maxOctets = 75
const octets = new TextEncoder()

/** A calendar to subscribe to, of events that last whole days (RFC 5545). */
export function icalFeed({ name, domain, events, now }: CalendarFeed): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Delt//Delt//NO',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${escapeText(name)}`,
    `X-WR-CALNAME:${escapeText(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    'X-PUBLISHED-TTL:PT6H',
    ...events.flatMap((event) => eventLines(event, domain, now)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${foldLine(line)}\r\n`).join('')
}

/** Text as a value: what would end or divide it is escaped, and signs that cannot be shown are left out. */
export function escapeText(text: string): string {
  return withoutControls(text.replace(/\r\n?/g, '\n'))
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\n/g, '\\n')
}

/** The line in pieces of at most 75 octets, never cut inside a character. */
export function foldLine(line: string): string {
  const pieces: string[] = []
  let piece = ''
  let length = 0
  for (const character of line) {
    const size = octets.encode(character).length
    if (length + size > maxOctets) {
      pieces.push(piece)
      piece = ' '
      length = 1
    }
    piece += character
    length += size
  }
  return [...pieces, piece].join('\r\n')
}

function eventLines(event: CalendarEvent, domain: string, now: Date): string[] {
  const lastOn = event.endOn && event.endOn > event.on ? event.endOn : event.on
  return [
    'BEGIN:VEVENT',
    `UID:${escapeText(`${event.uid}@${domain}`)}`,
    `DTSTAMP:${instant(now)}`,
    `LAST-MODIFIED:${instant(event.lastModified)}`,
    `DTSTART;VALUE=DATE:${compact(event.on)}`,
    // The first day that is no longer part of it.
    `DTEND;VALUE=DATE:${compact(addDays(lastOn, 1))}`,
    `SUMMARY:${escapeText(event.title)}`,
    ...(event.description ? [`DESCRIPTION:${escapeText(event.description)}`] : []),
    ...(event.url ? [`URL:${withoutControls(event.url).replaceAll('\n', '')}`] : []),
    // A deadline does not make anybody busy all day.
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
}

function withoutControls(text: string): string {
  return [...text].filter((sign) => sign === '\n' || sign === '\t' || !/\p{Cc}/u.test(sign)).join('')
}

function compact(on: IsoDate): string {
  return on.replaceAll('-', '')
}

/** `20261123T101500Z` */
function instant(date: Date): string {
  return `${date.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`
}
