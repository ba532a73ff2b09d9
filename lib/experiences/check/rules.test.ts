import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isAccountNumber, isIdentityNumber } from '@/lib/platform/numbers-of-people'
import { storedDraft } from '../editing/rules'
import { findings, type ReportText, reportTexts, writtenInPart } from './rules'

const found = (text: string, people: string[] = []) =>
  findings([{ section: 'background', field: 'need', readers: 'open', text }], people).map(({ kind, found }) => [kind, found])

/** All eleven-digit numbers that begin so and that the rule accepts. */
const numbersFrom = (nine: string) =>
  Array.from({ length: 100 }, (_, check) => `${nine}${String(check).padStart(2, '0')}`).filter(isIdentityNumber)

const birth = fc
  .tuple(
    fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-28'), noInvalidDate: true }),
    fc.integer({ min: 0, max: 999 }),
    fc.constantFrom(0, 40),
    fc.constantFrom(0, 40, 65, 80),
  )
  .map(([date, serial, moreDays, moreMonths]) => {
    const two = (value: number) => String(value).padStart(2, '0')
    const [day, month] = [date.getUTCDate() + moreDays, date.getUTCMonth() + 1 + moreMonths]
    return `${two(day)}${two(month)}${two(date.getUTCFullYear() % 100)}${String(serial).padStart(3, '0')}`
  })

describe('identity numbers', () => {
  test('are known, from birth, as D-numbers and in the test series', () => {
    for (const number of ['31129956715', '01010750160', '41010199946']) expect(isIdentityNumber(number)).toBe(true)
    for (const number of ['31129956716', '32129956715', '00000000000', '3112995671', '123456789012'])
      expect(isIdentityNumber(number)).toBe(false)
  })

  test('have at most one number for each of the four remainders of the first check digit', () => {
    fc.assert(
      fc.property(birth, (nine) => {
        const numbers = numbersFrom(nine)
        expect(numbers.length).toBeLessThanOrEqual(4)
        expect(new Set(numbers.map((number) => number[9])).size).toBe(numbers.length)
      }),
    )
  })

  test('with one digit wrong are not the same kind of number by the rule until 2032, and never two readings of one', () => {
    fc.assert(
      fc.property(birth, fc.integer({ min: 0, max: 10 }), fc.integer({ min: 1, max: 9 }), (nine, place, change) => {
        for (const number of numbersFrom(nine)) {
          const digit = (Number(number[place]) + change) % 10
          const wrong = `${number.slice(0, place)}${digit}${number.slice(place + 1)}`
          // The second check digit catches every single slip.
          expect(isIdentityNumber(wrong)).toBe(false)
        }
      }),
    )
  })

  test('are found however they are spaced, and never as telephone numbers', () => {
    fc.assert(
      fc.property(
        birth,
        fc.constantFrom('', ' ', '.', '-', '\u00a0', '  ', ' - ', '\u2009', '–', '/', '\u200b', '\u00ad'),
        (nine, gap) => {
          for (const number of numbersFrom(nine)) {
            const written = `${number.slice(0, 6)}${gap}${number.slice(6)}`
            expect(found(`Søkeren, ${written}, klaget.`)).toEqual([['identity', written]])
          }
        },
      ),
    )
  })
})

describe('identity numbers stop the report', () => {
  test('written in groups, as a D-number, and right after a word', () => {
    for (const text of [
      '31.12.99 567 15',
      '31 12 99 56 715',
      '410101 99946',
      'fnr31129956715',
      'Fnr.:41.01.01.99946',
      '311299 - 56715',
    ])
      expect(found(text).map(([kind]) => kind)).toEqual(['identity'])
    // Two numbers of a table are not one.
    for (const text of ['311299\n56715', '1311299567150', '311299567', '31.12.1999 – 567'])
      expect(found(text)).not.toContainEqual(expect.arrayContaining(['identity']))
  })

  test('not by chance: a day and a figure after it are a number of nobody', () => {
    expect(isIdentityNumber('01022026115')).toBe(true)
    for (const text of ['Møtet 01.02.2026 – 115 deltok.', '1.02.2026 115', '01.02.2026/115']) expect(found(text)).toEqual([])
  })

  test('in the contact as well, where addresses and telephone numbers belong', () => {
    const contact = (text: string) =>
      findings([{ section: 'people', field: 'contact', readers: 'open', text }], []).map(({ kind }) => kind)
    expect(contact('postmottak@kommunen.no, 22 33 44 55')).toEqual([])
    for (const number of ['31 12 99 56 715', '31129956715', '31 12 99-56715']) expect(contact(number)).toEqual(['identity'])
    expect(contact('Kari Nordmann, 22 33 44 55, konto 7694 05 12057')).toEqual(['name', 'account'])
  })

  test('wherever they are written: in a table, behind a link, in lines of effects and costs, in the names of documents', () => {
    const table = {
      type: 'doc' as const,
      content: [
        {
          type: 'table' as const,
          content: [
            {
              type: 'tableRow' as const,
              content: ['Søker', '31129956715'].map((text) => ({
                type: 'tableCell' as const,
                content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }],
              })),
            },
          ],
        },
      ],
    }
    const link = {
      type: 'doc' as const,
      content: [
        {
          type: 'paragraph' as const,
          content: [
            {
              type: 'text' as const,
              text: 'saken',
              marks: [{ type: 'link' as const, attrs: { href: 'https://sak.kommunen.no/31129956715' } }],
            },
          ],
        },
      ],
    }
    const report = storedDraft({
      background: { need: table },
      solution: { steps: link },
      cost: { comment: '31129956715' },
      costs: [{ kind: 'purchase', year: '2026', planned: '31129956715', actual: '22334455', quality: 'measured' }],
      effects: [
        { category: 'quality', title: 'Tryggere', unit: 'count', valueBefore: 'Sak 31129956715', valueAfter: '', period: '' },
      ],
      prerequisites: [{ text: 'Avtale', kind: 'document', value: '31129956715' }],
      people: { standIn: '31129956715' },
    })
    const fields = findings(reportTexts(report, ['Vedtak 31129956715.pdf']), []).map(({ kind, field, section }) => [
      kind,
      field ?? section,
    ])
    expect(fields).toEqual([
      ['identity', 'costComment'],
      ['identity', 'prerequisites'],
      ['identity', 'standIn'],
      ['identity', 'need'],
      ['identity', 'steps'],
      ['identity', 'costs.0.planned'],
      ['identity', 'effects.0.valueBefore'],
      ['identity', 'parts'],
    ])
  })
})

test('of a part only what somebody has written is looked through', () => {
  const item = {
    ...{ key: '11111111-1111-4111-8111-769405120570', kind: 'risk', title: 'Sene svar', proximity: 'phase', strategy: 'reduce' },
    ...{ probability: 3, actions: ['Ring først'], indicator: { title: 'Dager', unit: 'count', start: 1, target: 2 } },
  }
  expect(writtenInPart([item, item])).toEqual(['Sene svar', 'Ring først', 'Dager', 'Sene svar', 'Ring først', 'Dager'])
})

describe('what is asked about', () => {
  test('account numbers, telephone numbers and e-mail addresses', () => {
    expect(isAccountNumber('76940512057')).toBe(true)
    expect(found('Betal til 7694 05 12057.')).toEqual([['account', '7694 05 12057']])
    for (const phone of ['22 33 44 55', '22334455', '912 34 567', '+47 91 23 45 67', '004791234567'])
      expect(found(`Ring ${phone} i dag`)).toEqual([['phone', phone]])
    expect(found('Skriv til kari.nordmann@lillevik.kommune.no.')).toEqual([['email', 'kari.nordmann@lillevik.kommune.no']])
  })

  test('people of the municipality however they are written, and others by a common given name', () => {
    expect(found('spør THEODORA VIK om det', ['Theodora Vik'])).toEqual([['name', 'THEODORA VIK']])
    expect(found('Ingrid Haugland ledet arbeidet, med Anne-Lise Berg.')).toEqual([
      ['name', 'Ingrid Haugland'],
      ['name', 'Anne-Lise Berg'],
    ])
  })

  test('people of one’s own by surname or given name alone, and surnames that are hardly words', () => {
    const own = ['Theodora Vik', 'Bjørn Strand', 'Anna von der Lippe', 'Marit']
    expect(found('Det var Theodora som sa det, og Strand var enig. Det skrev Vik.', own)).toEqual([
      ['name', 'Theodora'],
      ['name', 'Strand'],
      ['name', 'Vik'],
    ])
    expect(found('Strand og skog er ikke det samme. Lippe svarte.', own)).toEqual([['name', 'Lippe']])
    expect(found('Hansen i byggesak og Gaup på skolen. Prosjektleder Berg tok over etter lærer Moen.')).toEqual([
      ['name', 'Hansen'],
      ['name', 'Gaup'],
      ['name', 'Berg'],
      ['name', 'Moen'],
    ])
  })

  test('rare and Sami names, with small words and initials between, wherever in the sentence they stand', () => {
    for (const name of [
      'Áilu Valkeapää',
      'Inger-Máret Gaup',
      'Risten Sokki',
      'Oddlaug Vie',
      'Anna von der Lippe',
      'Kari N. Solberg',
      'Mohammed bin Salim',
      'Per Haugland',
      'KARI NORDMANN',
    ])
      expect(found(`Vi spurte ${name} om det.`)).toEqual([['name', name]])
    expect(found('Kontakt Ingrid Haugland. Berg kommune svarte ikke.')).toEqual([['name', 'Ingrid Haugland']])
  })

  test('not money, years, days, organisation numbers, places or systems', () => {
    for (const text of [
      'Det kostet 22 500 000 kroner i 2026 og 2027.',
      'Budsjett 91234567 kr',
      'Dato 20261123, sak 2026/1234',
      'Organisasjonsnummer 987654321',
      'Vi brukte KS FIKS og Noark 5. Digital Byggesak i Ny Løsning. Nord Norge og Sør Trøndelag.',
      'Alle Kommuner',
      'Per Desember var ni av ti søkt. Liv og røre i Våler, Berg skole og Strand kommune. I Sandnes.',
      'Stein på stein. Mai 2026. Vår og høst. Else ville de ikke. Prosjektleder Visma ble valgt.',
      '1 250 000 kr og 45,5 prosent',
    ])
      expect(found(text)).toEqual([])
  })

  test('anew where others will read it, and not for the line it stands in', () => {
    const key = (text: Partial<ReportText>) =>
      findings([{ section: 'effect', field: 'effects.0.title', readers: 'municipality', text: '22334455', ...text }], [])[0]?.key
    expect(key({ field: 'effects.3.title' })).toBe(key({}))
    for (const other of [
      { readers: 'open' as const },
      { field: 'effects.0.source' },
      { text: '22334456' },
      { section: 'short' as const },
    ])
      expect(key(other)).not.toBe(key({}))
  })

  test('once for each thing in a field, with the words around it', () => {
    const [finding, ...rest] = findings(
      [{ section: 'background', field: 'need', readers: 'open', text: 'Ring 22334455. Eller 22334455.' }],
      [],
    )
    expect(rest).toEqual([])
    expect(finding).toMatchObject({
      before: 'Ring ',
      field: 'need',
      section: 'background',
      key: expect.stringMatching(/^[\w-]{22}$/),
    })
  })

  test('never breaks on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const { found, before, after } of findings(
          [{ section: 'short', field: 'summary', readers: 'open', text }],
          ['Kari Nordmann'],
        ))
          expect(text.replace(/\s+/g, ' ')).toContain(`${before}${found.replace(/\s+/g, ' ')}${after}`.trim().slice(0, 5))
      }),
    )
  })
})
