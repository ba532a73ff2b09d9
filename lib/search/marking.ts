import { mostCorrected } from './asking'
import {
  type AnalysedWord,
  analyseText,
  type Correction,
  corrections,
  isKnown,
  otherReadings,
  queryWords,
  type Reading,
} from './words'

/** A piece of text that is, or is not, what the reader searched for. */
export interface Segment {
  text: string
  isHit: boolean
}

/** The text in pieces, with the words that made it a hit marked – also those found by meaning, as a part, or in spite of misspelling. */
export function markHits(text: string, query: string): Segment[] {
  return marker(query)(text)
}

/** As `markHits`, for many texts and one query. */
export function marker(query: string): (text: string) => Segment[] {
  const sought = queryWords(query).map((word, index, all) => ({
    ...word,
    readings: [word, ...otherReadings(word.raw)],
    corrected: once(() => (index < mostCorrected ? corrections(word.raw) : [])),
    isUnfinished: index === all.length - 1,
  }))
  return (text) => {
    const words = analyseText(text)
    return segments(
      text,
      sought.flatMap((wanted) => hitsOf(words, wanted)),
    )
  }
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

function segments(text: string, hits: { start: number; end: number }[]): Segment[] {
  const made: Segment[] = []
  let at = 0
  for (const { start, end } of hits.sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (start < at) continue
    if (start > at) made.push({ text: text.slice(at, start), isHit: false })
    made.push({ text: text.slice(start, end), isHit: true })
    at = end
  }
  if (at < text.length || made.length === 0) made.push({ text: text.slice(at), isHit: false })
  return made
}

interface Sought extends AnalysedWord {
  /** The last word may be the beginning of one. */
  isUnfinished: boolean
  readings: Reading[]
  corrected: () => Correction[]
}

/** The words that answer to the one wanted: by its beginning or meaning, else all its parts standing apart, else what it resembles. */
function hitsOf(words: AnalysedWord[], wanted: Sought): AnalysedWord[] {
  const written = words.filter(
    (word) => word.folded === wanted.folded || (wanted.isUnfinished && wanted.raw.length >= 3 && word.raw.startsWith(wanted.raw)),
  )
  const plain = [...written, ...wordsMeaning(words, wanted.readings)]
  if (plain.length > 0) return plain
  const corrected = wordsMeaning(words, wanted.corrected())
  if (corrected.length > 0 || wanted.raw.length < 4) return corrected
  return words.filter((word) => similarity(word.folded, wanted.folded) >= 0.55)
}

function wordsMeaning(words: AnalysedWord[], readings: Reading[]): AnalysedWord[] {
  const meaning = (sought: string) => words.filter((word) => [word.raw, word.whole, ...word.parts].includes(sought))
  const whole = readings.flatMap((reading) => meaning(reading.whole))
  if (whole.length > 0) return whole
  const apart = readings.filter((reading) => reading.atoms.length > 1).map((reading) => reading.atoms.map(meaning))
  return apart.filter((found) => found.every((hits) => hits.length > 0)).flat(2)
}

/** How alike two words are by their runs of three letters, from 0 to 1. */
function similarity(a: string, b: string): number {
  const [left, right] = [trigrams(a), trigrams(b)]
  const shared = [...left].filter((trigram) => right.has(trigram)).length
  return shared / (left.size + right.size - shared)
}

function trigrams(word: string): Set<string> {
  const padded = `  ${word} `
  return new Set(Array.from({ length: padded.length - 2 }, (_, index) => padded.slice(index, index + 3)))
}

/**
 * What was meant by a query that was misspelt, going by the texts that were found in spite of it: the words nobody knows exchanged for those
 * they were found as. Null where nothing was exchanged.
 */
export function meantBy(query: string, texts: readonly string[]): string | null {
  const words = texts.flatMap(analyseText)
  let [meant, at] = ['', 0]
  for (const word of queryWords(query).slice(0, mostCorrected)) {
    const better = words.some((known) => known.folded.startsWith(word.folded)) || isKnown(word.raw) ? null : betterOf(words, word)
    meant += query.slice(at, word.start) + (better ?? query.slice(word.start, word.end))
    at = word.end
  }
  meant += query.slice(at)
  return meant === query ? null : meant
}

function betterOf(words: AnalysedWord[], { raw, folded }: AnalysedWord): string | null {
  const found = corrections(raw)
    .map((correction) => ({ correction, hits: wordsMeaning(words, [correction]) }))
    .sort((a, b) => b.hits.length - a.hits.length)[0]
  if (found && found.hits.length > 0) {
    const { written } = found.correction
    // A name is written as it is where it was found.
    return found.hits.find((hit) => hit.raw === written)?.written ?? written
  }
  const alike = words.map((word) => ({ word, score: similarity(word.folded, folded) })).sort((a, b) => b.score - a.score)[0]
  return raw.length >= 4 && alike && alike.score >= 0.5 ? alike.word.written : null
}

/** The themes whose name answers to what was typed, by meaning as well. */
export function themesMeant(
  typed: string,
  themes: readonly (readonly [code: string, name: string])[],
): { code: string; name: string }[] {
  const mark = marker(typed)
  return themes.filter(([, name]) => mark(name).some(({ isHit }) => isHit)).map(([code, name]) => ({ code, name }))
}
