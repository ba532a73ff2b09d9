import { marker, type Segment } from './marking'
import { queryWords } from './words'

/** What made a hit of something: where the words were found, and what there is to show for it. */
export interface Why {
  place: 'title' | 'names' | 'lead' | 'body'
  /** Words of the text that are not the ones typed – other forms, other words for the same, or near misspellings – or the names that were found. */
  words: string[]
  /** The words in the text where they stand. */
  excerpt: Segment[]
}

interface Texts {
  title: string
  lead: string
  names: readonly string[]
  body: string
}

type Mark = ReturnType<typeof marker>

/** Reads back why something was found, from what the reader can see of it. */
export function whyHit(typed: string, { title, lead, names, body }: Texts, mark: Mark = marker(typed)): Why {
  const [inTitle, inLead] = [hitsIn(mark(title)), hitsIn(mark(lead))]
  if (inTitle.length > 0) return { place: 'title', words: unlike(typed, inTitle), excerpt: [] }
  const found = names.filter((name) => hitsIn(mark(name)).length > 0)
  if (found.length > 0) return { place: 'names', words: found.slice(0, 3), excerpt: [] }
  if (inLead.length > 0) return { place: 'lead', words: unlike(typed, inLead), excerpt: [] }
  return { place: 'body', words: [], excerpt: excerptOf(mark(body)) }
}

const hitsIn = (segments: Segment[]) => segments.filter(({ isHit }) => isHit).map(({ text }) => text)

/** What nobody sees at once: a word that is not only another form of one that was typed. */
function unlike(typed: string, found: string[]): string[] {
  const beginnings = queryWords(typed).flatMap(({ raw, folded }) => [raw, folded].map((word) => word.slice(0, telling)))
  const isPlain = (word: string) => beginnings.some((beginning) => word.replaceAll('-', '').startsWith(beginning))
  return [...new Set(found.map((word) => word.toLowerCase()).filter((word) => !isPlain(word)))].slice(0, 3)
}

/** So many letters in common, and one sees that it is the same word. */
const telling = 5

/** About a line on either side of the first word found. */
const around = 90

/** The text around the first hit, whole words only; nothing where there is none. */
function excerptOf(segments: Segment[]): Segment[] {
  const first = segments.findIndex(({ isHit }) => isHit)
  const hit = segments[first]
  if (!hit) return []
  const before = segments
    .slice(0, first)
    .map(({ text }) => text)
    .join('')
  const start = before.length <= around ? 0 : before.indexOf(' ', before.length - around) + 1
  const lead = { text: `${start > 0 ? '… ' : ''}${before.slice(start)}`, isHit: false }
  const rest: Segment[] = []
  let left = around
  for (const segment of segments.slice(first + 1)) {
    if (left <= 0) break
    rest.push(segment.text.length <= left ? segment : cutAfter(segment, left))
    left -= segment.text.length
  }
  return [lead, hit, ...rest].filter(({ text }) => text !== '')
}

function cutAfter({ text, isHit }: Segment, length: number): Segment {
  const end = text.lastIndexOf(' ', length)
  return { text: `${text.slice(0, end > 0 ? end : length)} …`, isHit }
}
