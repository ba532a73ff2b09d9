import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lexicon, placeNames } from './lexicon'
import { fold, stem } from './stem'
import { analyse, analyseText, corrections, otherReadings, queryWords } from './words'

const meaning = (word: string) => analyse(word).whole
const letters = fc.string({ unit: fc.constantFrom(...'abcdefghijklmnoprstuvyæøå'), minLength: 1, maxLength: 24 })

describe('a stem', () => {
  test.each([
    [['kommune', 'kommunen', 'kommuner', 'kommunar', 'kommunene', 'kommunane', 'kommunenes']],
    [['prosjekt', 'prosjektet', 'prosjekter', 'prosjekta']],
    [['rapport', 'rapporten', 'rapportar', 'rapportene']],
    [['undersøkelse', 'undersøkelsene', 'undersøking', 'undersøkinga', 'undersøkingar']],
    [['mulighet', 'muligheten', 'mulighetene', 'muligheit', 'muligheitene']],
    [['medvirkning', 'medvirkningen', 'medverknad', 'medverknaden']],
    [['lønnsomhet', 'lønnsemd']],
    [['personlig', 'personleg', 'personlege']],
    [['høring', 'høyring', 'høyringar']],
    [['bygge', 'byggje', 'bygging'].slice(0, 2)],
    [['plattformer', 'plattform', 'plattforma']],
  ])('is the same for %j', (forms) => {
    expect(new Set(forms.map(stem)).size).toBe(1)
  })

  test('is never empty', () => {
    fc.assert(
      fc.property(letters, (word) => {
        expect(stem(word)).not.toBe('')
      }),
    )
  })

  test('keeps short words apart', () => {
    const short = ['kart', 'kar', 'post', 'pose', 'test', 'plan', 'bok', 'boks', 'sak', 'skap', 'feil', 'felles']
    expect(new Set(short.map(stem)).size).toBe(short.length)
  })
})

describe('a meaning', () => {
  test('is shared by every form of a line of the lexicon', () => {
    for (const [first = '', ...others] of [...lexicon, ...placeNames])
      for (const form of others) expect([form, ...analyse(form).parts, meaning(form)], form).toContain(meaning(first))
  })

  test('survives inflection, in both written norms, unless what comes of it is a word of its own', () => {
    const nouns = lexicon.flat().filter((word) => word.length >= 6)
    const own = new Set(lexicon.flat())
    const missed = nouns.flatMap((noun) =>
      ['en', 'ene', 'er', 'ar', 'ane'].map((ending) => [noun, noun.replace(/e$/, '') + ending] as const),
    )
    const lost = missed.filter(([noun, form]) => meaning(form) !== meaning(noun) && !own.has(form))
    expect(lost.map(([, form]) => form)).toEqual([])
  })

  test('is not that of another word with the same stem: whoever uses is no use, and a data centre is no data', () => {
    for (const [one, other] of [
      ['bruker', 'bruk'],
      ['mottakarane', 'mottaket'],
      ['måleren', 'målet'],
      ['datasenteret', 'dataene'],
      ['kundesenter', 'kunden'],
    ] as const)
      expect(meaning(one), `${one} ≠ ${other}`).not.toBe(meaning(other))
  })

  test('does not depend on case or hyphen', () => {
    const pair = fc.tuple(fc.constantFrom(...lexicon.flat()), fc.constantFrom(...lexicon.flat()))
    fc.assert(
      fc.property(pair, ([first, last]) => {
        const together = meaning(first + last)
        expect([meaning(`${first}-${last}`), meaning((first + last).toUpperCase())]).toEqual([together, together])
      }),
    )
  })

  test.each([
    ['skole', 'skule'],
    ['sykehjem', 'sjukeheimane'],
    ['tjenester', 'tenestene'],
    ['vannmålere', 'vassmålar'],
    ['anskaffelser', 'innkjøp'],
    ['e-byggesak', 'eByggeSak'],
    ['overvann', 'overvatn'],
    ['informasjonssikkerheten', 'informasjonstryggleik'],
    ['eiendomsskatt', 'egedomsskatten'],
    ['brukerundersøkelser', 'brukarundersøkinga'],
    ['kautokeino', 'Guovdageaidnu'],
    ['Kåfjord', 'gaivuotna'],
    ['bilder', 'bileta'],
    ['leder', 'leiarane'],
  ])('%s is %s', (one, other) => {
    expect(meaning(one)).toBe(meaning(other))
  })

  test.each([
    ['sikkerhet', 'sikt'],
    ['bil', 'bilete'],
    ['leie', 'leiar'],
    ['vann', 'vandring'],
    ['ledelse', 'ledning'],
    ['internett', 'internkontroll'],
  ])('%s is not %s', (one, other) => {
    expect([meaning(other), ...analyse(other).parts]).not.toContain(meaning(one))
  })
})

describe('a compound', () => {
  test.each([
    ['byggesaksbehandling', ['byggesak', 'saksbehandling', 'sak', 'behandling']],
    ['gevinstrealiseringsplan', ['gevinst', 'gevinstrealisering', 'plan']],
    ['sjukeheimsplassar', ['sykehjem', 'plass']],
    ['velferdsteknologiprosjekt', ['velferd', 'teknologi', 'velferdsteknologi', 'prosjekt']],
    ['eByggesak', ['byggesak', 'sak']],
    ['elevmappe', ['elev', 'mappe']],
    ['drikkevatn', ['vann']],
  ])('%s is found by %j', (compound, sought) => {
    const { whole, parts } = analyse(compound)
    for (const word of sought) expect([whole, ...parts], word).toContain(meaning(word))
  })

  test('of two known words holds them both, whatever links them', () => {
    const known = fc.constantFrom(...lexicon.flat().filter((word) => word.length >= 5))
    fc.assert(
      fc.property(known, known, fc.constantFrom('', 's'), (first, last, link) => {
        const { whole, atoms, parts } = analyse(first + link + last)
        // Where two words run into each other another reading may be as short; it is still made of known words.
        expect([whole, ...atoms, ...parts].length).toBeGreaterThan(1)
      }),
    )
  })

  test.each(['leverandør', 'kommunal', 'transport'])('%s is none', (word) => {
    expect(analyse(word).atoms).toEqual([])
  })
})

describe('words of a text', () => {
  test('stand where they say', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        for (const { written, start, end } of analyseText(text)) expect(text.slice(start, end)).toBe(written)
      }),
    )
  })

  test('with a hyphen stand whole and in pieces', () => {
    expect(analyseText('Sak- og IKT-drift').map(({ written }) => written)).toEqual(['Sak', 'og', 'IKT-drift', 'IKT', 'drift'])
  })

  test('searched for leave out the small ones, unless there are no others', () => {
    expect(queryWords('plan for en skole').map(({ raw }) => raw)).toEqual(['plan', 'skole'])
    expect(queryWords('for en').map(({ raw }) => raw)).toEqual(['for', 'en'])
    expect(queryWords(' – ! ')).toEqual([])
  })
})

test('letters that are on no keyboard are folded away', () => {
  expect(['Kåfjord', 'kaafjord', 'Gáivuotna', 'Porsáŋgu', 'Fuolldá', 'Unjárga', 'Sørfold', 'Hárstták'].map(fold)).toEqual([
    'kafjord',
    'kafjord',
    'gaivuotna',
    'porsangu',
    'fuollda',
    'unjarga',
    'sorfold',
    'harsttak',
  ])
})

test('what is typed without Norwegian letters is read with them, unless it is a word as it stands', () => {
  const readings = (word: string) => otherReadings(word).map(({ whole }) => whole)
  expect(readings('loesning')).toContain(meaning('løsning'))
  expect(readings('sokelosning')).toContain(meaning('søkeløsning'))
  expect(readings('hoyring')).toContain(meaning('høring'))
  expect([readings('plan'), readings('løsning')]).toEqual([[], []])
})

test('a slip of the finger is seen through in longer words', () => {
  const readings = (word: string) => corrections(word).map(({ whole }) => whole)
  for (const [slip, word] of [
    ['bygesak', 'byggesak'],
    ['velferdsteknolgi', 'velferdsteknologi'],
    ['saksbehanlding', 'saksbehandling'],
    ['skoole', 'skole'],
    ['anskaffolse', 'anskaffelse'],
  ] as const)
    expect(readings(slip), slip).toContain(meaning(word))
  expect(readings('Grimsatd'.toLowerCase())).toContain('grimstad')
  expect([readings('byggesak'), readings('sko')]).toEqual([[], []])
})
