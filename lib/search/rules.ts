import type { ReportOutcome, SearchKind } from '@/generated/prisma/enums'
import type { SearchQuery } from './input'
import { type AnalysedWord, analyseText, corrections, otherReadings, queryWords } from './words'

/** Something that can be found, as the area that owns it describes it. */
export interface SearchSource {
  kind: SearchKind
  /** Null for a collaboration. */
  municipalityId: string | null
  /** The report, project, lesson, municipality or collaboration itself. */
  subjectId: string
  title: string
  lead: string
  /** Municipality and its parallel names, collaboration, technologies, suppliers. */
  names: string[]
  body: string
  themeCode?: string
  technologies: string[]
  outcome?: ReportOutcome
  datedOn?: Date
}

type Weight = 'A' | 'B' | 'C' | 'D'

/** Longer texts are found by their beginning: PostgreSQL keeps positions up to 16 383. */
const mostWords = 4000

const quoted = (lexeme: string) => `'${lexeme.replace(/[\\']/g, (sign) => sign + sign)}'`

/**
 * The `tsvector` of a source: its words and meanings by where they stand (title, names, lead, body), parts of compounds one weight
 * lower. Names and title are found without their special letters too.
 */
export function vectorOf(source: Pick<SearchSource, 'title' | 'names' | 'lead' | 'body'>): string {
  const entries = [
    ...entriesOf(source.title, 'A', 'B', true),
    ...entriesOf(source.names.join('\n'), 'B', 'C', true),
    ...entriesOf(source.lead, 'C', 'D', false),
    ...entriesOf(source.body, 'D', 'D', false),
  ]
  return entries.map(({ lexeme, weight }, index) => `${quoted(lexeme)}:${Math.min(index + 1, 16_383)}${weight}`).join(' ')
}

function entriesOf(text: string, own: Weight, ofParts: Weight, isFolded: boolean): { lexeme: string; weight: Weight }[] {
  return analyseText(text)
    .slice(0, mostWords)
    .flatMap((word) => [
      ...[...new Set([word.raw, word.whole, ...(isFolded ? [word.folded] : [])])].map((lexeme) => ({ lexeme, weight: own })),
      ...word.parts.map((lexeme) => ({ lexeme, weight: ofParts })),
    ])
    .filter(({ lexeme }) => lexeme.length > 0 && lexeme.length < 200)
}

/** What misspellings are held against: every word of title, names and lead once, as written and without special letters. */
export function wordsOf(source: Pick<SearchSource, 'title' | 'names' | 'lead'>): string {
  const words = analyseText([source.title, ...source.names, source.lead].join('\n'))
  return [...new Set(words.flatMap((word) => [word.raw, word.folded]))].join(' ')
}

/** The `tsquery` of what was typed: every telling word, in any of its forms; the last also as the beginning of a word. Null for nothing. */
export function tsqueryOf(query: string): string | null {
  return tsqueryWith(queryWords(query), () => [])
}

/** The same, with words nobody knows read as the known ones a slip of the finger away. Null when that changes nothing. */
export function correctedTsqueryOf(query: string): string | null {
  const words = queryWords(query)
  const corrected = new Map(words.slice(0, mostCorrected).map((word) => [word, corrections(word.raw)]))
  if ([...corrected.values()].every((readings) => readings.length === 0)) return null
  return tsqueryWith(words, (word) => corrected.get(word) ?? [])
}

/** Correcting is work: nobody misspells more words than this and is still understood. */
const mostCorrected = 4

type Reading = Pick<AnalysedWord, 'whole' | 'atoms'>

function tsqueryWith(words: AnalysedWord[], correct: (word: AnalysedWord) => Reading[]): string | null {
  if (words.length === 0) return null
  return words
    .map((word, index) => {
      const readings = [word, ...otherReadings(word.raw), ...correct(word)]
      const keys = [word.raw, word.folded, ...readings.map(({ whole }) => whole)].map(quoted)
      const isLast = index === words.length - 1
      const beginning = isLast && word.raw.length >= 3 ? [`${quoted(word.raw)}:*`] : []
      return `(${[...new Set([...keys, ...beginning, ...readings.flatMap(standingApart)])].join(' | ')})`
    })
    .join(' & ')
}

/** A compound is found where its parts stand apart too, when they do so in title, names or lead. */
function standingApart({ atoms }: Reading): string[] {
  return atoms.length > 1 ? [`(${atoms.map((atom) => `${quoted(atom)}:ABC`).join(' & ')})`] : []
}

/** The words to be found in spite of misspelling: the longest first, which narrows most. Short words are too like each other. */
export function typosOf(query: string): string[] | null {
  const words = queryWords(query)
    .map((word) => word.raw)
    .filter((word) => word.length >= 4)
    .sort((a, b) => b.length - a.length)
  return words.length > 0 ? words : null
}

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
  const sought = queryWords(query).map((word, index) => ({
    ...word,
    readings: [word, ...otherReadings(word.raw)],
    corrected: once(() => (index < mostCorrected ? corrections(word.raw) : [])),
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
  readings: Reading[]
  corrected: () => Reading[]
}

/** The words that answer to the one wanted: by its beginning or meaning, else all its parts standing apart, else what it resembles. */
function hitsOf(words: AnalysedWord[], wanted: Sought): AnalysedWord[] {
  const written = words.filter(
    (word) => word.folded === wanted.folded || (wanted.raw.length >= 3 && word.raw.startsWith(wanted.raw)),
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

/** The address of a search with some fields changed; empty fields are left out. A new filter goes to page one. */
export function searchHref(query: SearchQuery, change: Partial<SearchQuery>): string {
  const next = { ...query, ...('side' in change ? {} : { side: 1 }), ...change }
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(next))
    if (value !== '' && !(name === 'side' && value === 1)) parameters.set(name, String(value))
  const text = parameters.toString()
  return text ? `/erfaringer?${text}` : '/erfaringer'
}
