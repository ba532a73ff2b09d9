import { describe, expect, test } from 'vitest'
import { typedReport } from '@/lib/testing/writing'
import { writtenOf } from '../form/rules'
import { draftInput } from '../input'
import type { DraftReport } from '../rules'
import { fromLines, fromPlain, joined, plainText } from '../text/rules'
import { type Choice, offersBetween, renewed } from './rules'

const written = (change: object = {}): DraftReport => writtenOf(draftInput.parse({ ...typedReport, version: '1', ...change }))
const cost = (year: string, actual: string) => ({ kind: 'purchase', year, planned: '', actual, quality: 'estimated' })
const effect = (title: string, valueAfter: string) => ({
  category: 'quality',
  title,
  unit: 'count',
  valueBefore: '9',
  valueAfter,
})

const base = written()
const offers = (fresh: DraftReport, mine = base, basis: DraftReport | null = base) => offersBetween(basis, fresh, mine)
const brief = (fresh: DraftReport, mine = base, basis: DraftReport | null = base) =>
  offers(fresh, mine, basis).map(({ key, preset, added }) => [key, preset, added])
const take = (sides: { fresh: DraftReport; mine?: DraftReport; basis?: DraftReport | null }, chosen: Record<string, Choice>) =>
  writtenOf(renewed({ basis: base, mine: base, ...sides }, chosen))

describe('what is offered', () => {
  test('is nothing where the project has not changed, whatever the writer has done', () => {
    expect(brief(base)).toEqual([])
    expect(brief(base, written({ summary: 'Mitt eget.', firstSteps: '', costs: [] }))).toEqual([])
  })

  test('is nothing where the project says less than before, or what the writer has written already', () => {
    expect(brief(written({ need: '', summary: '' }))).toEqual([])
    expect(brief(written({ summary: 'Nytt.' }), written({ summary: 'Nytt.' }))).toEqual([])
  })

  test('replaces what nobody has touched, and leaves what somebody has written', () => {
    const fresh = written({ summary: 'Nytt.', contact: 'ny@kommunen.no' })
    expect(brief(fresh, written({ summary: 'Mitt eget.' }))).toEqual([
      ['summary', 'keep', null],
      ['contact', 'replace', null],
    ])
  })

  test('of a long answer is the pieces that are new, also where the rest has been rewritten', () => {
    const [old, added] = [
      fromPlain('Papirsøknader tok tid.'),
      joined(fromPlain('Papirsøknader tok tid.'), fromLines(['En', 'To'])),
    ]
    const fresh = written({ need: added })
    expect(brief(fresh, written({ need: 'Det tok ni uker.' }))).toEqual([['need', 'add', '- En\n- To']])
    expect(brief(fresh, written({ need: old }))).toEqual([['need', 'replace', '- En\n- To']])
    expect(brief(written({ need: fromLines(['En', 'To', 'Tre']) }), written({ need: 'Mitt.' }), fresh)).toEqual([
      ['need', 'add', '- Tre'],
    ])
  })

  test('of a list is its new entries', () => {
    const fresh = written({ firstSteps: 'Les vedtektene\nRing styrerne', technologies: 'ID-porten, SvarUt' })
    expect(brief(fresh, written({ firstSteps: 'Begynn i januar' }))).toEqual([
      ['technologies', 'replace', 'SvarUt'],
      ['firstSteps', 'add', 'Ring styrerne'],
    ])
  })

  test('of the costs and effects is line by line: a new one, one that changed, and none that the writer took away', () => {
    const basis = written({ costs: [cost('2025', '100'), cost('2026', '5')], effects: [effect('Klager', '')] })
    const fresh = written({
      costs: [cost('2025', '100'), cost('2026', '50'), cost('2027', '7')],
      effects: [effect('Klager', '4')],
    })
    const mine = written({ costs: [cost('2026', '6')], effects: [effect('Klager', '')] })
    expect(brief(fresh, mine, basis)).toEqual([
      ['costs:purchase 2026', 'keep', null],
      ['costs:purchase 2027', 'replace', null],
      ['effects:Klager', 'replace', null],
    ])
  })

  test('where nobody knows what was taken before is all that differs, and nothing is replaced unasked', () => {
    const presets = offers(written({ summary: 'Annet.', firstSteps: 'Noe nytt' }), base, null).map(({ key, preset }) => [
      key,
      preset,
    ])
    expect(presets).toEqual([
      ['summary', 'keep'],
      ['firstSteps', 'add'],
    ])
  })
})

describe('what is taken in', () => {
  test('is what was chosen, and nothing else', () => {
    const fresh = written({ summary: 'Nytt.', contact: 'ny@kommunen.no', outcome: 'completed' })
    const mine = written({ need: 'Mitt.', visibility: 'open', audiences: { cost: 'municipality' } })
    expect(take({ fresh, mine }, { summary: 'replace', contact: 'keep', unknown: 'replace' })).toEqual({
      ...mine,
      summary: 'Nytt.',
    })
    expect(take({ fresh, mine }, {})).toEqual(mine)
  })

  test('stands after what is written where it is added', () => {
    const fresh = written({
      need: joined(fromPlain('Papirsøknader tok tid.'), fromLines(['En', 'To'])),
      firstSteps: 'Les vedtektene\nRing',
    })
    const mine = written({ need: 'Det tok ni uker.', firstSteps: 'Begynn' })
    const report = take({ fresh, mine }, { need: 'add', firstSteps: 'add' })
    expect(plainText(report.background.need)).toBe('Det tok ni uker.\n\n- En\n- To')
    expect(report.advice.firstSteps).toEqual(['Begynn', 'Ring'])
  })

  test('puts the figures of a line in its place, and keeps what the writer alone knows', () => {
    const mine = written({
      costs: [{ ...cost('2026', '6'), quality: 'audited' }],
      effects: [{ ...effect('Klager', ''), beneficiary: 'Alle' }],
    })
    const fresh = written({ costs: [cost('2026', '50'), cost('2027', '7')], effects: [effect('Klager', '4')] })
    const chosen = { 'costs:purchase 2026': 'replace', 'costs:purchase 2027': 'replace', 'effects:Klager': 'replace' } as const
    const { costs, effects } = take({ fresh, mine, basis: null }, chosen)
    expect(costs).toMatchObject([
      { year: '2026', actual: '50', quality: 'audited' },
      { year: '2027', actual: '7', quality: 'estimated' },
    ])
    expect(effects).toMatchObject([{ title: 'Klager', valueAfter: '4', beneficiary: 'Alle' }])
  })

  test('is not offered again once it is taken', () => {
    const fresh = written({
      summary: 'Nytt.',
      firstSteps: 'Les vedtektene\nRing',
      costs: [cost('2027', '7')],
      need: fromLines(['En']),
    })
    const all = Object.fromEntries(offers(fresh).map(({ key }) => [key, 'replace' as const]))
    expect(offersBetween(fresh, fresh, take({ fresh }, all))).toEqual([])
    expect(offersBetween(base, fresh, take({ fresh }, all))).toEqual([])
  })
})
