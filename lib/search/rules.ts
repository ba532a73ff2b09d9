import type { ReportOutcome, SearchKind } from '@/generated/prisma/enums'
import type { SearchQuery } from './input'
import { type AnalysedWord, analyseText, fold, queryWords } from './words'

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
  const words = queryWords(query)
  if (words.length === 0) return null
  return words
    .map((word, index) => {
      const keys = [...new Set([word.whole, word.raw, word.folded])].map(quoted)
      const isLast = index === words.length - 1
      return `(${[...keys, ...(isLast && word.raw.length >= 3 ? [`${quoted(word.raw)}:*`] : [])].join(' | ')})`
    })
    .join(' & ')
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
  const sought = queryWords(query)
  if (sought.length === 0) return [{ text, isHit: false }]
  const segments: Segment[] = []
  let at = 0
  for (const word of analyseText(text)) {
    if (word.start < at || !sought.some((wanted) => isMatch(word, wanted))) continue
    if (word.start > at) segments.push({ text: text.slice(at, word.start), isHit: false })
    segments.push({ text: text.slice(word.start, word.end), isHit: true })
    at = word.end
  }
  if (at < text.length || segments.length === 0) segments.push({ text: text.slice(at), isHit: false })
  return segments
}

function isMatch(word: AnalysedWord, wanted: AnalysedWord): boolean {
  if (word.whole === wanted.whole || word.parts.includes(wanted.whole) || word.folded === wanted.folded) return true
  if (wanted.raw.length >= 3 && word.raw.startsWith(wanted.raw)) return true
  return wanted.raw.length >= 4 && similarity(word.folded, fold(wanted.raw)) >= 0.55
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
