import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { differences, type Line, lineByLine } from './rules'

const text = fc
  .array(fc.constantFrom('vi', 'tok', 'i', 'bruk', 'ID-porten', '\n', ' ', '  ', 'først'), { maxLength: 30 })
  .map((words) => words.join(' '))
const of = (pieces: ReturnType<typeof differences>, without: string) =>
  pieces
    .filter((piece) => piece.kind !== without)
    .map((piece) => piece.text)
    .join('')

describe('the difference between two texts', () => {
  test('holds both: same and added make the second, same and removed the first', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const pieces = differences(before, after)
        expect(of(pieces, 'removed')).toBe(after)
        expect(of(pieces, 'added')).toBe(before)
      }),
    )
  })

  test('of a text with itself is nothing', () => {
    fc.assert(fc.property(text, (one) => differences(one, one).every((piece) => piece.kind === 'same')))
  })

  test('is the words that changed, and no more', () => {
    expect(differences('Det tok seks uker i alt', 'Det tok åtte uker i alt')).toEqual([
      { kind: 'same', text: 'Det tok ' },
      { kind: 'removed', text: 'seks' },
      { kind: 'added', text: 'åtte' },
      { kind: 'same', text: ' uker i alt' },
    ])
  })

  test('of texts that share little is told whole, not in crumbs', () => {
    const [before, after] = ['Vi monterte målere i kummene', 'Kommunene tok i bruk én felles løsning']
    expect(differences(before, after)).toEqual([
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ])
  })

  test('of very long texts is still true', () => {
    const long = (word: string) => Array.from({ length: 4000 }, (_, index) => `${word}${index}`).join(' ')
    const pieces = differences(long('a'), long('b'))
    expect([of(pieces, 'removed'), of(pieces, 'added')]).toEqual([long('b'), long('a')])
  })
})

describe('two texts line by line', () => {
  const told = (lines: Line[]) =>
    lines.map((line) => ('alike' in line ? line.alike : line.pieces.map(({ kind, text }) => `${signs[kind]}${text}`).join('')))
  const signs = { same: '', added: '+', removed: '-' }

  test('show the lines that differ word by word, each beside what it was, and count the others', () => {
    const before = [
      'Innkjøp 2025: 400 000 kr, anslag',
      'Drift 2025: 20 000 kr, målt',
      'Opplæring 2025: 10 000 kr, målt',
      'Konsulent: 5 kr',
    ]
    const after = ['Innkjøp 2025: 480 000 kr, anslag', 'Ny linje her', ...before.slice(1, 3)]
    expect(told(lineByLine(before.join('\n'), after.join('\n')))).toEqual([
      'Innkjøp 2025: -400+480 000 kr, anslag',
      '+Ny linje her',
      1,
      'Opplæring 2025: 10 000 kr, målt',
      '-Konsulent: 5 kr',
    ])
  })

  test('show the old before the new where nothing is left of it', () => {
    expect(told(lineByLine('Beskjeder i barnehagen', 'Foreldreapp for alle\nNytt'))).toEqual([
      '-Beskjeder i barnehagen',
      '+Foreldreapp for alle',
      '+Nytt',
    ])
  })

  test('show the rows of a table that changed, under a short line that tells what they are of', () => {
    const table = (hours: number) =>
      `Innledning som er så lang at den ikke er en overskrift.\n\nTidsbruk\nSteg\tTimer\nKartlegge\t${hours}`
    expect(told(lineByLine(table(20), table(35)))).toEqual([2, 'Steg\tTimer', 'Kartlegge\t-20+35'])
  })

  test('are nothing where they are alike, and never lose a line', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(lineByLine(before, before)).toEqual([])
        const lines = lineByLine(before, after)
        const count = (without: string) =>
          lines
            .flatMap((line) => ('alike' in line ? line.alike : line.pieces.some(({ kind }) => kind !== without) ? 1 : 0))
            .reduce((a, b) => a + b, 0)
        const of = (whole: string) => whole.split('\n').filter((line) => line.trim()).length
        if (lines.length > 0) expect([count('removed'), count('added')]).toEqual([of(after), of(before)])
      }),
    )
  })
})
