import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { correctedTsqueryOf, tsqueryOf, typosOf } from './asking'
import { searchQuery } from './input'
import { markHits } from './marking'
import { searchHref, storedAt, vectorOf, wordsOf } from './rules'

const marked = (text: string, query: string) =>
  markHits(text, query)
    .filter(({ isHit }) => isHit)
    .map(({ text: word }) => word)

describe('marking', () => {
  test.each([
    ['Ny løsning for skoler', 'skule', ['skoler']],
    ['Digital byggesaksbehandling i kommunen', 'byggesak', ['byggesaksbehandling']],
    ['Innkjøp av sak- og arkivsystem', 'anskaffelse', ['Innkjøp']],
    ['Gevinstrealiseringsplan for eByggeSak', 'e-byggesak', ['eByggeSak']],
    ['Byggesak på nett', 'bygesak', ['Byggesak']],
    ['Velferdsteknologi i hjemmet', 'velferdstek', ['Velferdsteknologi']],
    ['Tospråklig saksgang i Kárášjohka', 'karasjok', ['Kárášjohka']],
    ['Skoleruta i Lillesand', 'lilesand', ['Lillesand']],
    ['Plan for realisering av gevinster', 'gevinstrealisering', ['realisering', 'gevinster']],
    ['Plan for realisering av gevinster', 'løsning', []],
    ['Sak- og arkivsystem', 'byggesak', []],
    ['Digital elevmappe på plass', 'elevmappe digital', ['Digital', 'elevmappe']],
    ['Hva som helst', '', []],
  ])('«%s» searched with «%s»', (text, query, expected) => {
    expect(marked(text, query)).toEqual(expected)
  })

  test('neither adds nor takes away a sign', () => {
    const words = fc.constantFrom('byggesak', 'skule', '<b>', 'e-post', 'Kåfjord', '–', 'anskaffelse', "'", 'sakene')
    const texts = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.array(words, { maxLength: 8 }).map((list) => list.join(' ')),
    )
    fc.assert(
      fc.property(texts, texts, (text, query) => {
        const segments = markHits(text, query)
        expect(segments.map((segment) => segment.text).join('')).toBe(text)
        if (text) expect(segments.every((segment) => segment.text.length > 0)).toBe(true)
      }),
    )
  })
})

describe('what is asked of the database', () => {
  test('each word in any of its forms, the last also as a beginning, a compound also in parts', () => {
    expect(tsqueryOf('digital skule')).toBe("('digital') & ('skule' | 'skole' | 'skule':*)")
    expect(tsqueryOf('byggesak')).toBe("('byggesak' | 'bygg_sak' | 'byggesak':* | ('bygg':ABC & 'sak':ABC))")
  })

  test('is nothing for signs without words', () => {
    expect([tsqueryOf(''), tsqueryOf(' – !! '), typosOf('ny by')]).toEqual([null, null, null])
  })

  test('is corrected only where somebody may have slipped', () => {
    expect(correctedTsqueryOf('byggesak')).toBeNull()
    expect(correctedTsqueryOf('bygesak')).toContain("'bygg_sak'")
  })

  test('holds no sign that means something to it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (query) => {
        const lexemes = (tsqueryOf(query) ?? '').replace(/'[\p{L}\p{N}_]+'/gu, 'x')
        expect(lexemes).toMatch(/^(?:[x|&() ]|:\*|:ABC)*$/)
      }),
      { examples: [['ガ'], ['İstanbul'], ['क़']] },
    )
  })

  test('reads accents that are signs of their own', () => {
    expect(tsqueryOf('blåskjell'.normalize('NFD'))).toBe(tsqueryOf('blåskjell'))
  })

  test('misspellings are held against the longest word first', () => {
    expect(typosOf('nye arkivsystem her')).toEqual(['arkivsystem'])
    expect(typosOf('digital arkivsystem')).toEqual(['arkivsystem', 'digital'])
  })
})

describe('what is indexed', () => {
  const source = { title: 'Byggesak i Kåfjord', names: ['Gáivuotna'], lead: 'Kortere tid', body: "Vi sa 'nei' \\ og ventet" }

  test('words weigh by where they stand, parts of compounds one less', () => {
    const vector = vectorOf(source)
    for (const entry of [
      /'byggesak':\d+A/,
      /'bygg_sak':\d+A/,
      /'sak':\d+B/,
      /'kafjord':\d+A/,
      /'gaivuotna':\d+B/,
      /'kortere':\d+C/,
      /'nei':\d+D/,
    ])
      expect(vector).toMatch(entry)
  })

  test('a text of any length and signs can be indexed', () => {
    const long = 'digital byggesaksbehandling '.repeat(20_000)
    expect(vectorOf({ ...source, body: long }).length).toBeLessThan(1_000_000)
    expect(
      Math.max(...[...vectorOf({ ...source, body: long }).matchAll(/:(\d+)/g)].map((match) => Number(match[1]))),
    ).toBeLessThanOrEqual(16_383)
  })

  test('misspellings are held against title, names and lead, with and without special letters', () => {
    expect(wordsOf(source).split(' ')).toEqual(
      expect.arrayContaining(['kåfjord', 'kafjord', 'gáivuotna', 'gaivuotna', 'kortere']),
    )
    expect(wordsOf(source)).not.toContain('ventet')
  })
})

describe('the address of a search', () => {
  const query = searchQuery.parse({ q: 'vann og avløp', tema: 'vann-og-avlop', side: '3' })

  test('keeps what was chosen, and a new choice begins at page one', () => {
    expect(searchHref(query, { utfall: ['stopped'] })).toBe('/erfaringer?q=vann+og+avl%C3%B8p&tema=vann-og-avlop&utfall=stopped')
    expect(searchHref(query, { side: 2 })).toContain('side=2')
    expect(searchHref(searchQuery.parse({}), {})).toBe('/erfaringer')
  })

  test('is read back as it was written', () => {
    const chosen = fc.record({
      q: fc.string({ maxLength: 40 }),
      tema: fc.uniqueArray(fc.constantFrom('skole', 'barnehage', 'a&b=c')),
      teknologi: fc.uniqueArray(fc.constantFrom('ID-porten', 'Å +')),
      side: fc.integer({ min: 1, max: 99 }),
    })
    fc.assert(
      fc.property(chosen, (fields) => {
        const written = searchQuery.parse(fields)
        const address = new URL(searchHref(written, { side: written.side }), 'https://delt.example')
        expect(searchQuery.parse({ ...storedAt(address.search), side: written.side })).toEqual(written)
      }),
    )
  })

  test('is never refused', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('q', 'type', 'tema', 'teknologi', 'storrelse', 'utfall', 'side'), fc.anything()),
        (address) => {
          expect(searchQuery.safeParse(address).success).toBe(true)
        },
      ),
    )
  })
})
