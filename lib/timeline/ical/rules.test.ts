import fc from 'fast-check'
import { expect, test } from 'vitest'
import { escapeText, foldLine, icalFeed } from './rules'

const now = new Date('2026-11-23T09:15:00.500Z')
const bytes = (line: string) => new TextEncoder().encode(line).length
const unfold = (text: string) => text.replaceAll('\r\n ', '')
const anyText = fc.string({ unit: 'grapheme', maxLength: 300 })

const gate = {
  uid: 'gate-1',
  on: '2026-12-31',
  title: 'BP2: oppstart, del 1; "pilot"',
  description: 'Første linje\nAndre linje \\ slutt',
  url: 'https://delt.no/prosjekter/1?fane=a;b,c',
  lastModified: new Date('2026-11-01T12:00:00Z'),
}

test('a feed is as the standard wants it', () => {
  expect(unfold(icalFeed({ name: 'Lekeplasser, 2026', domain: 'delt.no', events: [gate], now }))).toBe(
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Delt//Delt//NO',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'NAME:Lekeplasser\\, 2026',
      'X-WR-CALNAME:Lekeplasser\\, 2026',
      'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
      'X-PUBLISHED-TTL:PT6H',
      'BEGIN:VEVENT',
      'UID:gate-1@delt.no',
      'DTSTAMP:20261123T091500Z',
      'LAST-MODIFIED:20261101T120000Z',
      'DTSTART;VALUE=DATE:20261231',
      'DTEND;VALUE=DATE:20270101',
      'SUMMARY:BP2: oppstart\\, del 1\\; "pilot"',
      'DESCRIPTION:Første linje\\nAndre linje \\\\ slutt',
      'URL:https://delt.no/prosjekter/1?fane=a;b,c',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n'),
  )
})

test('the last day of a longer event is part of it', () => {
  const long = { uid: 'a', on: '2027-02-26', endOn: '2027-02-28', title: 'Pilot', lastModified: now }
  const feed = icalFeed({ name: 'A', domain: 'delt.no', events: [long, { ...long, uid: 'b', endOn: '2027-01-01' }], now })
  expect(feed.match(/DTEND;VALUE=DATE:\d+/g)).toEqual(['DTEND;VALUE=DATE:20270301', 'DTEND;VALUE=DATE:20270227'])
})

test('folding cuts no character, loses nothing and keeps every line within 75 octets', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const line = `SUMMARY:${escapeText(text)}`
      const folded = foldLine(line)
      expect(unfold(folded)).toBe(line)
      for (const piece of folded.split('\r\n')) {
        expect(bytes(piece)).toBeLessThanOrEqual(75)
        expect(new TextDecoder().decode(new TextEncoder().encode(piece))).toBe(piece)
      }
    }),
  )
  const emoji = `SUMMARY:${'æ🏫'.repeat(60)}`
  expect(unfold(foldLine(emoji))).toBe(emoji)
})

test('no text can break out of its line', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 120 }), anyText, (title, url) => {
      const event = { uid: title, on: '2027-01-01', title, description: title, url: `https://delt.no/${url}`, lastModified: now }
      const lines = unfold(icalFeed({ name: title, domain: 'delt.no', events: [event], now })).split('\r\n')
      expect(lines.filter((line) => !/^[A-Z-]+[:;]/.test(line))).toEqual([''])
      expect(lines.filter((line) => /^(BEGIN|END):/.test(line))).toHaveLength(4)
      expect(lines.join('')).not.toMatch(/[^\P{Cc}\t]/u)
    }),
  )
})

test('what is escaped can be read back', () => {
  const read = (text: string) => text.replace(/\\([\\;,n])/g, (_, sign) => (sign === 'n' ? '\n' : sign))
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', '\\', ';', ',', 'n', '\n', ' ', 'ø') }), (text) => {
      expect(read(escapeText(text))).toBe(text)
    }),
  )
})
