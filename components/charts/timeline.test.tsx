import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import type { Dependency, TimelineItem } from '@/lib/timeline/rules'
import { Bars } from './bars'
import { Sparkline } from './sparkline'
import { Timeline } from './timeline'
import { daysAcross, daysForKey, heldFrom, previewAddress, shiftHeld } from './timeline-moves'
import { timelineRows } from './timeline-rows'
import { TimelineTable } from './timeline-table'
import { fill, type TimelineTableTexts } from './timeline-texts'

const texts: TimelineTableTexts = {
  kinds: {
    project: 'prosjekt',
    phase: 'fase',
    gate: 'beslutningspunkt',
    milestone: 'milepæl',
    deliverable: 'leveranse',
    task: 'oppgave',
  },
  states: { upcoming: 'Kommer', current: 'Pågår', done: 'Ferdig', late: 'Forsinket' },
  planned: 'planlagt',
  actual: 'faktisk',
  today: 'I dag',
  noDates: 'Uten datoer',
  week: 'Uke {number}',
  quarter: '{number}. kv.',
  dependency: 'Venter på',
  brokenDependency: 'holder ikke',
  what: 'Hva',
  kind: 'Slag',
  plannedStart: 'Planlagt start',
  plannedEnd: 'Planlagt slutt',
  actualStart: 'Faktisk start',
  actualEnd: 'Faktisk slutt',
  state: 'Tilstand',
  dependsOn: 'Avhenger av',
  lag: '{title}, {days} dager etter',
}

const long = 'Et svært langt navn på en leveranse som slett ikke får plass i en smal kolonne på en telefon & mer <til>'
const items: TimelineItem[] = [
  {
    id: 'p1',
    kind: 'phase',
    title: 'Planlegge',
    startOn: '2027-02-01',
    endOn: '2027-03-31',
    actualStartOn: '2027-02-03',
    state: 'current',
    group: 'Lekeplasser',
    href: '/prosjekter/1',
  },
  { id: 'g1', kind: 'gate', title: 'BP3 Oppstart', startOn: null, endOn: '2027-04-01', state: 'upcoming', group: 'Lekeplasser' },
  { id: 'm1', kind: 'milestone', title: 'Anbud ute', startOn: null, endOn: '2027-03-15', state: 'late' },
  { id: 'd1', kind: 'deliverable', title: long, startOn: '2027-03-20', endOn: '2027-06-10', state: 'upcoming', group: 'Skole' },
  {
    id: 't1',
    kind: 'task',
    title: 'Ferdig arbeid',
    startOn: '2027-01-05',
    endOn: '2027-01-20',
    actualStartOn: '2027-01-06',
    actualEndOn: '2027-01-18',
    state: 'done',
  },
  { id: 'u1', kind: 'task', title: 'Uten dato ennå', startOn: null, endOn: null, state: 'upcoming' },
]
const dependencies: Dependency[] = [
  { fromId: 'p1', toId: 'g1', lagDays: 0 },
  { fromId: 'g1', toId: 'd1', lagDays: 5 },
  { fromId: 'u1', toId: 'd1', lagDays: 0 },
]
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const count = (html: string, pattern: RegExp) => html.match(pattern)?.length ?? 0

function render(more: Partial<React.ComponentProps<typeof Timeline>> = {}): string {
  return renderToStaticMarkup(
    <Timeline
      id="plan"
      label="Plan for skolen"
      items={items}
      dependencies={dependencies}
      today="2027-03-10"
      locale="nb"
      texts={texts}
      {...more}
    />,
  )
}

describe('the timeline', () => {
  test('loses no item and no title', () => {
    const html = render()
    for (const { title } of items) expect(html).toContain(escaped(title))
    expect(timelineRows(items).flatMap((row) => row.item?.id ?? [])).toEqual(['m1', 't1', 'u1', 'p1', 'g1', 'd1'])
    expect(html).toContain('Uten datoer')
    expect(html).toContain('I dag')
    expect(html).not.toMatch(/NaN|undefined|\[object/)
  })

  test('is a named region to scroll in, and a named drawing with the same words', () => {
    const html = render()
    expect(html).toMatch(/<div role="region" aria-label="Plan for skolen" tabindex="0"/)
    expect(html).toMatch(/<svg role="group" aria-labelledby="plan-title"/)
    expect(html).toContain('<title id="plan-title">Plan for skolen</title>')
  })

  test('has ids that are unique, also with two on a page', () => {
    const ids = [...(render() + render({ id: 'other' })).matchAll(/\sid="([^"]+)"/g)].map((match) => match[1])
    expect(ids.length).toBeGreaterThan(1)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('a link says what it is of, with kind, dates and state, and nothing focusable is hidden', () => {
    const html = render()
    expect(html).toContain(
      'aria-label="Planlegge, fase: planlagt 01.02.2027–31.03.2027, faktisk 03.02.2027–. Pågår" draggable="false"',
    )
    expect(count(html, /<a href="\/prosjekter\/1"/g)).toBe(2)
    expect(count(html, /<a href="\/prosjekter\/1" tabindex="-1"/g)).toBe(1)
  })

  test('only what is not done and has dates can be taken hold of, and only when asked for', () => {
    expect(render()).not.toContain('data-item-id')
    const held = [...render({ isMovable: true }).matchAll(/data-item-id="(\w+)"/g)].map((match) => match[1])
    expect(held).toEqual(['m1', 'p1', 'g1', 'd1'])
  })

  test('draws the dependencies between items with dates, and tells those that do not hold', () => {
    const html = render()
    expect(count(html, /data-dependency=/g)).toBe(2)
    expect(html).toContain('holder ikke')
    expect(render({ dependencies: dependencies.slice(0, 1) })).not.toContain('holder ikke')
  })

  test('stands without items', () => {
    expect(render({ items: [], dependencies: [] })).not.toMatch(/NaN|Infinity/)
  })
})

describe('the table of the timeline', () => {
  const html = renderToStaticMarkup(
    <TimelineTable label="Plan for skolen" items={items} dependencies={dependencies} locale="nb" texts={texts} />,
  )

  test('has a row for every item, under its group', () => {
    expect(count(html, /<th scope="row"/g)).toBe(items.length)
    expect(count(html, /<th scope="rowgroup"/g)).toBe(2)
    for (const { title } of items) expect(html).toContain(escaped(title))
  })

  test('says all there is of an item: kind, dates, state and what it waits for', () => {
    const row = html.split('<tr>').find((part) => part.includes('scope="row"') && part.includes(`>${escaped(long)}`))
    expect(row?.replace(/<[^>]+>/g, '|').replace(/\|+/g, '|')).toBe(
      `|${escaped(long)}|leveranse|20.03.2027|10.06.2027|–|–|○ |Kommer|BP3 Oppstart, 5 dager etter (holder ikke); Uten dato ennå|`,
    )
  })
})

describe('moving by hand and by keys', () => {
  const bar = { id: 'p 1', startOn: '2027-02-27', endOn: '2027-03-02' }

  test('whole days, whatever the width', () => {
    expect(daysAcross(51, 0.01, 1000)).toBe(5)
    expect(daysAcross(-51, 0.01, 500)).toBe(-10)
    expect(daysAcross(-1, 0.01, 1000)).toBe(0)
    expect(daysAcross(51, 0.01, 0)).toBe(0)
    expect(shiftHeld(bar, 2)).toEqual({ id: 'p 1', startOn: '2027-03-01', endOn: '2027-03-04' })
  })

  test('a day with Alt, a week with Shift as well', () => {
    const key = (name: string, altKey: boolean, shiftKey: boolean) => daysForKey({ key: name, altKey, shiftKey })
    expect([key('ArrowLeft', true, false), key('ArrowRight', true, true)]).toEqual([-1, 7])
    expect([key('ArrowLeft', false, true), key('a', true, false)]).toEqual([0, 0])
  })

  test('leads to the preview; a point has no start', () => {
    expect(previewAddress('/plan', bar)).toBe('/plan?flytt=p+1&start=2027-02-27&slutt=2027-03-02')
    expect(previewAddress('/plan?fane=2', { id: 'g', startOn: null, endOn: '2027-03-02' })).toBe(
      '/plan?fane=2&flytt=g&slutt=2027-03-02',
    )
    expect(heldFrom({ itemId: 'g', end: '2027-03-02' })).toEqual({ id: 'g', startOn: null, endOn: '2027-03-02' })
    expect(heldFrom({ itemId: 'g' })).toBeNull()
  })

  test('a template keeps what it has no value for', () => {
    expect(fill('{start}–{end} {x}', { start: 'a', end: '$&' })).toBe('a–$& {x}')
  })
})

describe('the sparkline', () => {
  const draw = (points: { on: string; value: number }[], more: { start?: number; target?: number } = {}) =>
    renderToStaticMarkup(<Sparkline points={points} label="Ventetid" locale="nb" {...more} />)

  test('is nothing without values, a dot for one and a line for more', () => {
    expect(draw([])).toBe('')
    expect(draw([{ on: '2027-01-01', value: 4 }])).toMatch(/^(?!.*<polyline).*<circle/)
    expect(
      draw([
        { on: '2027-01-01', value: 4 },
        { on: '2027-02-01', value: 2 },
      ]),
    ).toContain('<polyline')
  })

  test('shows zero as 0, and has a name', () => {
    const html = draw([{ on: '2027-01-01', value: 0 }], { start: 10, target: 0 })
    expect(html).toMatch(/>0<\/text>/)
    expect(html).toContain('<title>Ventetid</title>')
    expect(count(html, /<line/g)).toBe(2)
    expect(html).not.toContain('NaN')
  })

  test('takes the values in the order of their days', () => {
    const html = draw([
      { on: '2027-02-01', value: 7 },
      { on: '2027-01-01', value: 3 },
    ])
    expect(html).toMatch(/>7<\/text>/)
  })
})

describe('the bars', () => {
  test('always print the value, also when there is nothing to draw', () => {
    const rows = [
      { label: 'Grønn', value: 4, href: '/a', tone: 'success' as const },
      { label: 'Rød', value: 0 },
      { label: 'Endring', value: -2 },
      { label: 'Kostnad', value: 3, valueText: '3 mill.' },
    ]
    const html = renderToStaticMarkup(<Bars label="Status" rows={rows} locale="nb" />)
    for (const text of ['>4<', '>0<', '>−2<', '>3 mill.<']) expect(html).toContain(text)
    expect(
      [...html.matchAll(/<rect width="([\d.]+%)" height="14" rx="3" fill="var\(--ds-color-\w+-base/g)].map((m) => m[1]),
    ).toEqual(['100.00%', '0.00%', '0.00%', '75.00%'])
    expect(renderToStaticMarkup(<Bars label="Status" rows={[{ label: 'Ingen', value: 0 }]} locale="nb" />)).toContain('"0%"')
  })
})
