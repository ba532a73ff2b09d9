import { shortForms } from './lexicon'
import { quoted } from './rules'
import { type AnalysedWord, corrections, otherReadings, queryWords, type Reading } from './words'

// What is asked of the database: a `tsquery` for each way to read what was typed.

/** Where the words must stand; '' for anywhere. */
type Places = '' | 'AB' | 'ABC'

/** The `tsquery` of what was typed: every telling word, in any of its forms; the last also as the beginning of a word. Null for nothing. */
export function tsqueryOf(query: string, places: Places = ''): string | null {
  const readings = [query, ...otherForms(query)].flatMap((form) => tsqueryWith(queryWords(form), () => [], places) ?? [])
  return readings.length > 1 ? readings.map((reading) => `(${reading})`).join(' | ') : (readings[0] ?? null)
}

/** The query with what is shortened in it written out, and the other way round: PPT, pedagogisk-psykologisk tjeneste. */
function otherForms(query: string): string[] {
  const typed = ` ${levelled(query)} `
  return shortForms.flatMap((forms) => {
    const held = forms.find((form) => typed.includes(` ${levelled(form)} `))
    return held ? forms.filter((form) => form !== held).map((form) => typed.replace(` ${levelled(held)} `, ` ${form} `)) : []
  })
}

const levelled = (text: string) =>
  text
    .toLowerCase()
    .replace(/[\s-]+/g, ' ')
    .trim()

/** Correcting is work: nobody misspells more words than this and is still understood. */
export const mostCorrected = 4

/** The same, with words nobody knows read as the known ones a slip of the finger away. Null when that changes nothing. */
export function correctedTsqueryOf(query: string, places: Places = ''): string | null {
  const words = queryWords(query)
  const corrected = new Map(words.slice(0, mostCorrected).map((word) => [word, corrections(word.raw)]))
  if ([...corrected.values()].every((readings) => readings.length === 0)) return null
  return tsqueryWith(words, (word) => corrected.get(word) ?? [], places)
}

/** A word by itself: in any way, its parts in title and names included; as it stands; and as it stands in title, names or lead. */
type OneWord = [anyhow: string, whole: string, named: string]

/**
 * A question of several words, for what holds most of them: any of them, and each by itself. A single compound is a question of its parts:
 * what nobody calls a pasientvarslingsanlegg is told of as pasientvarsling. Null for one that has none.
 */
export function someWordsOf(query: string): { any: string; words: string[] } | null {
  const sought = queryWords(shortened(query))
  const parts = sought.length === 1 ? (sought[0]?.atoms ?? []) : []
  const words = [...sought.map(byItself), ...parts.map(asPart)]
  return words.length > 1 ? { any: words.map(([anyhow]) => anyhow).join(' | '), words: words.flat() } : null
}

/** With what is written out in it shortened: klart språk is klarspråk, and neither clear nor a language. */
function shortened(query: string): string {
  const shortest = [query, ...otherForms(query)].sort((a, b) => queryWords(a).length - queryWords(b).length)
  return shortest[0] ?? query
}

/** Short words are too like each other to be read as others. */
const longEnoughToCorrect = 7

function byItself(word: AnalysedWord): OneWord {
  const correct = () => (word.raw.length < longEnoughToCorrect ? [] : corrections(word.raw).slice(0, 3))
  const whole = tsqueryWith([word], correct, '', false) ?? ''
  const parts = word.atoms.length > 1 ? word.atoms.map((atom) => ` | ${quoted(atom)}:AB`) : []
  return [`${whole}${parts.join('')}`, whole, tsqueryWith([word], correct, 'ABC', false) ?? '']
}

const asPart = (atom: string): OneWord => [quoted(atom), quoted(atom), `${quoted(atom)}:ABC`]

function tsqueryWith(
  words: AnalysedWord[],
  correct: (word: AnalysedWord) => Reading[],
  places: Places,
  isUnfinished = true,
): string | null {
  if (words.length === 0) return null
  const at = places && `:${places}`
  return words
    .map((word, index) => {
      const readings = [word, ...otherReadings(word.raw), ...correct(word)]
      const keys = [word.raw, word.folded, ...readings.map(({ whole }) => whole)].map((key) => `${quoted(key)}${at}`)
      const isLast = isUnfinished && index === words.length - 1
      const beginning = isLast && word.raw.length >= 3 ? [`${quoted(word.raw)}:*${places}`] : []
      const apart = readings.flatMap((reading) => standingApart(reading, places || 'ABC'))
      return `(${[...new Set([...keys, ...beginning, ...apart])].join(' | ')})`
    })
    .join(' & ')
}

/** A compound is found where its parts stand apart too, when they do so in title, names or lead. */
function standingApart({ atoms }: Reading, places: string): string[] {
  return atoms.length > 1 ? [`(${atoms.map((atom) => `${quoted(atom)}:${places}`).join(' & ')})`] : []
}

/** The words to be found in spite of misspelling: the longest first, which narrows most. Short words are too like each other. */
export function typosOf(query: string): string[] | null {
  const words = queryWords(query)
    .map((word) => word.raw)
    .filter((word) => word.length >= 4)
    .sort((a, b) => b.length - a.length)
  return words.length > 0 ? words : null
}
