import { lexicon, placeNames, stopWords } from './lexicon'

/** A word of a text: as it is written, and every key it can be found by. */
export interface AnalysedWord {
  written: string
  /** Where in the text it stands. */
  start: number
  end: number
  /** The word itself in lower case without hyphen. */
  raw: string
  /** What it means: its stem, or the meanings of its parts joined by `_`. */
  whole: string
  /** Every run of parts inside a compound, such as `sak_behandling` in byggesaksbehandling. */
  parts: string[]
  /** Without Norwegian and Sami letters: `kafjord`. */
  folded: string
}

const letters: Record<string, string> = { æ: 'a', ø: 'o', å: 'a', đ: 'd', ŋ: 'n', ŧ: 't', ð: 'd', þ: 't' }

/** Lower case without accents or special letters, with `aa`, `ae` and `oe` read as the letters they stand for. */
export function fold(word: string): string {
  return word
    .toLowerCase()
    .replace(/[æøåđŋŧðþ]/g, (letter) => letters[letter] ?? letter)
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/aa|ae/g, 'a')
    .replace(/oe/g, 'o')
}

const endings = [
  ...['arane', 'erane', 'ingane', 'elsene', 'heitene', 'hetene'],
  ...['arar', 'erar', 'erne', 'arne', 'ane', 'ene', 'ers', 'ars', 'ens', 'ets', 'ere', 'ast', 'est'],
  ...['ar', 'er', 'en', 'et', 'ne', 'es', 'a', 'e', 's', 't'],
]

/** Takes away what inflection adds, the same for bokmål and nynorsk: innbygger, innbyggerne and innbyggarar end up alike. */
export function stem(word: string): string {
  const ending = endings.find((candidate) => word.endsWith(candidate) && word.length - candidate.length >= 3)
  const bare = ending ? word.slice(0, -ending.length) : word
  // sykehjemmene: the consonant was doubled by the ending.
  return /([bdfgklmnprst])\1$/.test(bare) && bare.length > 3 ? bare.slice(0, -1) : bare
}

/** Stem to the stem of the meaning it is filed under. */
const filedUnder = new Map<string, string>()
/** Every written form that may be a part of a compound, with its meaning. */
const partForms = new Map<string, string>()
for (const [first = '', ...others] of [...lexicon, ...placeNames]) {
  const meaning = filedUnder.get(stem(first)) ?? stem(first)
  for (const form of [first, ...others]) {
    if (!filedUnder.has(stem(form))) filedUnder.set(stem(form), meaning)
    for (const written of [form, stem(form)])
      if (written.length >= 2 && !partForms.has(written)) partForms.set(written, filedUnder.get(stem(form)) ?? meaning)
  }
}

const meaningOf = (word: string) => filedUnder.get(stem(word)) ?? stem(word)

const links = ['', 's', 'e', 'es', 'je', 'a']
const tails = new Set(['', ...endings])
const shortestPart = 3

/** Splits a compound into known words, fewest and longest first; null when it is not made of them. */
function split(word: string): string[] | null {
  if (word.length < 6) return null
  return splitFrom(word, 0, new Map())
}

function splitFrom(word: string, from: number, seen: Map<number, string[] | null>): string[] | null {
  const known = seen.get(from)
  if (known !== undefined) return known
  let best: string[] | null = null
  for (let end = word.length; end - from >= shortestPart; end--) {
    const meaning = partForms.get(word.slice(from, end))
    if (!meaning) continue
    if (tails.has(word.slice(end)) && word.length - end <= 5 && from > 0) best = shorter(best, [meaning])
    for (const link of links) {
      if (!word.startsWith(link, end) || word.length - end - link.length < shortestPart) continue
      const rest = splitFrom(word, end + link.length, seen)
      if (rest) best = shorter(best, [meaning, ...rest])
    }
  }
  seen.set(from, best)
  return best
}

const shorter = (best: string[] | null, candidate: string[]) => (best && best.length <= candidate.length ? best : candidate)

/** Every run of parts, the parts themselves included, but not the whole. */
function runs(parts: string[]): string[] {
  const found = new Set<string>()
  for (let from = 0; from < parts.length; from++) {
    for (let to = from + 1; to <= parts.length; to++) if (to - from < parts.length) found.add(parts.slice(from, to).join('_'))
  }
  return [...found]
}

/** What a single word means and is made of. */
export function analyse(written: string): Omit<AnalysedWord, 'start' | 'end'> {
  const raw = written.toLowerCase().normalize('NFC').replace(/-/g, '')
  // e-post, eByggeSak: the little e says only that it is digital.
  const digital = raw.startsWith('e') && raw.length > 6 ? raw.slice(1) : null
  const direct = filedUnder.get(stem(raw))
  const known = (direct && split(raw)) ?? split(raw) ?? (digital && split(digital))
  const whole = known ? known.join('_') : meaningOf(raw)
  const extra = direct && direct !== whole ? [direct] : []
  const plainDigital = !known && digital && filedUnder.has(stem(digital)) ? [meaningOf(digital)] : []
  return { written, raw, whole, parts: [...(known ? runs(known) : []), ...extra, ...plainDigital], folded: fold(raw) }
}

const wordPattern = /[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*-?/gu

/** The words of a text in order. Hyphenated words stand whole and in pieces: IKT-drift is found as IKT, drift and IKTdrift. */
export function analyseText(text: string): AnalysedWord[] {
  return [...text.matchAll(wordPattern)].flatMap((match) => {
    const start = match.index
    const written = match[0].replace(/-$/, '')
    const whole = { ...analyse(written), start, end: start + written.length }
    const pieces = written.split('-')
    if (pieces.length === 1 || pieces[0]?.length === 1) return [whole]
    let at = start
    const separate = pieces.map((piece) => {
      const word = { ...analyse(piece), start: at, end: at + piece.length }
      at += piece.length + 1
      return word
    })
    return [whole, ...separate]
  })
}

/** The words somebody searches for: without the common ones, unless there are no others. */
export function queryWords(query: string): AnalysedWord[] {
  const all = [...query.matchAll(wordPattern)].map((match) => {
    const written = match[0].replace(/-$/, '')
    return { ...analyse(written), start: match.index, end: match.index + written.length }
  })
  const telling = all.filter((word) => !stopWords.has(word.raw))
  return (telling.length > 0 ? telling : all).slice(0, 12)
}
