import { lexicon, placeNames, stopWords } from './lexicon'
import { fold, level, stem, tails } from './stem'

/** A word of a text: as it is written, and every key it can be found by. */
export interface AnalysedWord {
  written: string
  /** Where in the text it stands. */
  start: number
  end: number
  /** The word itself in lower case without hyphen. */
  raw: string
  /** What it means: the meaning of its stem, or the meanings of its parts joined by `_`. */
  whole: string
  /** Its smallest parts, when every one of them is a known word. */
  atoms: string[]
  /** Every run of parts inside a compound, such as `sak_behandling` in byggesaksbehandling. */
  parts: string[]
  /** Without Norwegian and Sami letters: `kafjord`. */
  folded: string
}

/** Stem to the stem of the meaning it is filed under. */
const filedUnder = new Map<string, string>()
/** Every form that may be a part of a compound, with its meaning. Names of places are not: Rana is no part of leverandør. */
const partForms = new Map<string, string>()
/** The meanings of forms as they are written without Norwegian letters. */
const foldedForms = new Map<string, string>()

for (const [first = '', ...others] of [...lexicon, ...placeNames]) {
  const meaning = filedUnder.get(stem(first)) ?? stem(first)
  for (const form of [first, ...others]) if (!filedUnder.has(stem(form))) filedUnder.set(stem(form), meaning)
}
// Gaivuotna for Gáivuotna: Sami letters are on few keyboards.
for (const form of placeNames.flat()) if (!filedUnder.has(stem(fold(form)))) filedUnder.set(stem(fold(form)), meaningOf(form))
for (const form of lexicon.flat()) {
  const levelled = level(form)
  // In brukarundersøking stands the stem of undersøkelse, which is no beginning of it.
  const derived = levelled.startsWith(stem(form)) ? [] : [stem(form)]
  for (const written of [levelled, levelled.replace(/e$/, ''), ...derived]) {
    if (written.length < 3) continue
    if (!partForms.has(written)) partForms.set(written, meaningOf(form))
    if (!foldedForms.has(fold(written))) foldedForms.set(fold(written), meaningOf(form))
  }
}

function meaningOf(word: string): string {
  return filedUnder.get(stem(word)) ?? stem(word)
}

const links = ['', 's', 'e', 'es']
const shortestPart = 3

/** Whether what follows a known word is inflection only: `mene` in sykehjemmene, where the consonant was doubled. */
function isTail(word: string, end: number): boolean {
  const rest = word.slice(end)
  return tails.has(rest) || (rest[0] === word[end - 1] && tails.has(rest.slice(1)))
}

/** Splits a compound into known words, the fewest possible; null when it is not made of them. */
function split(word: string, forms: ReadonlyMap<string, string>): string[] | null {
  if (word.length < 6) return null
  const parts = splitFrom(word, 0, forms, new Map())
  // Three short words in a row are chance, not a compound.
  return parts && word.length / parts.length >= 3.5 ? parts : null
}

function splitFrom(
  word: string,
  from: number,
  forms: ReadonlyMap<string, string>,
  seen: Map<number, string[] | null>,
): string[] | null {
  const known = seen.get(from)
  if (known !== undefined) return known
  let best: string[] | null = null
  for (let end = word.length; end - from >= shortestPart; end--) {
    const meaning = forms.get(word.slice(from, end))
    if (!meaning) continue
    if (from > 0 && isTail(word, end)) best = fewer(best, [meaning])
    for (const link of links) {
      if (!word.startsWith(link, end) || word.length - end - link.length < shortestPart) continue
      const rest = splitFrom(word, end + link.length, forms, seen)
      if (rest) best = fewer(best, [meaning, ...rest])
    }
  }
  seen.set(from, best)
  return best
}

const fewer = (best: string[] | null, candidate: string[]) => (best && best.length <= candidate.length ? best : candidate)

const shortestPeeled = 4

/** Takes one known word off the end, else off the beginning, of a compound whose other part is unknown: overvann, elevmappe. */
function peel(word: string): { known: string; parts: string[] } | null {
  for (let from = 3; word.length - from >= shortestPeeled; from++) {
    for (let end = word.length; end - from >= shortestPeeled; end--) {
      const known = partForms.get(word.slice(from, end))
      if (known && isTail(word, end)) return { known, parts: [meaningOf(word.slice(0, from).replace(/s$/, '')), known] }
    }
  }
  for (let end = word.length - shortestPeeled; end >= shortestPeeled; end--) {
    const known = partForms.get(word.slice(0, end))
    if (known) return { known, parts: [known, meaningOf(word.slice(end).replace(/^s(?=.{4})/, ''))] }
  }
  return null
}

/** Every run of parts, the parts themselves included, but not the whole. */
function runs(parts: string[]): string[] {
  const found = new Set<string>()
  for (let from = 0; from < parts.length; from++) {
    for (let to = from + 1; to <= parts.length; to++) if (to - from < parts.length) found.add(parts.slice(from, to).join('_'))
  }
  return [...found]
}

/** What is inside a meaning that is a compound itself: velferd and teknologi in velferdsteknologi. */
function inside(meaning: string): string[] {
  const atoms = split(meaning, partForms)
  return atoms ? [...runs(atoms), atoms.join('_')] : []
}

/** What a single word means and is made of. */
export function analyse(written: string): Omit<AnalysedWord, 'start' | 'end'> {
  const raw = written
    .toLowerCase()
    .normalize('NFC')
    .replace(/[-\p{M}]/gu, '')
  const levelled = level(raw)
  const word = { written, raw, folded: fold(raw) }
  const direct = filedUnder.get(stem(raw))
  // e-post, eByggeSak: the little e says only that it is digital.
  const digital = raw.startsWith('e') && raw.length > 6 ? raw.slice(1) : null
  const atoms = split(levelled, partForms) ?? (digital && !direct ? split(level(digital), partForms) : null)
  if (atoms) {
    const [whole, joined] = [direct ?? atoms.join('_'), atoms.join('_')]
    const parts = new Set([...runs(atoms), ...atoms.flatMap(inside), joined])
    return { ...word, whole, atoms, parts: [...parts].filter((part) => part !== whole) }
  }
  if (direct) return { ...word, whole: direct, atoms: [], parts: [] }
  if (digital && filedUnder.has(stem(digital))) return { ...word, whole: meaningOf(digital), atoms: [], parts: [] }
  const peeled = peel(levelled)
  return {
    ...word,
    whole: peeled ? peeled.parts.join('_') : stem(raw),
    atoms: [],
    parts: peeled ? [peeled.known, stem(raw)] : [],
  }
}

/** Accents may be signs of their own, as in text from a Mac: they belong to the word. */
const wordPattern = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:-[\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*-?/gu

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

const typedFor: [RegExp, string][] = [
  [/aa/g, 'å'],
  [/ae/g, 'æ'],
  [/oe/g, 'ø'],
]

type Reading = Pick<AnalysedWord, 'whole' | 'atoms'>

/** What a word may mean if it was typed without Norwegian letters: loesning, sokelosning. Nothing for a word that is known as it stands. */
export function otherReadings(raw: string): Reading[] {
  if (/[^a-z]/.test(raw) || isKnown(raw)) return []
  const spelt = typedFor.reduce((word, [typed, letter]) => word.replace(typed, letter), raw)
  if (spelt !== raw) return [analyse(spelt)]
  const folded = fold(level(raw)).replace(/oy/g, 'o')
  const atoms = split(folded, foldedForms)
  if (atoms) return [{ whole: atoms.join('_'), atoms }]
  const meanings = [...tails].map((tail) =>
    folded.endsWith(tail) ? foldedForms.get(folded.slice(0, folded.length - tail.length)) : null,
  )
  return [...new Set(meanings.filter((meaning) => meaning != null))].map((whole) => ({ whole, atoms: [] }))
}

/** Whether a word is in the lexicon, or made of words that are. */
export function isKnown(raw: string): boolean {
  return filedUnder.has(stem(raw)) || split(level(raw), partForms) !== null
}

/** Whether one ending, not a chain of them, stands between a word and its stem. */
const isInflected = (word: string, bare: string) => !word.startsWith(bare) || isTail(word, bare.length)

const alphabet = 'abcdefghijklmnopqrstuvwxyzæøå'

/**
 * Known words one slip of the finger away: a letter too few, too many, exchanged, or two that changed places. The last also for words
 * nobody knows, such as names: trigrams, which find the other slips, do not see through it.
 */
export function corrections(raw: string): Reading[] {
  if (raw.length < 5 || raw.length > 30 || isKnown(raw)) return []
  const readings = new Map<string, Reading>()
  // The first letter is hardly ever the wrong one.
  for (let at = 1; at <= raw.length; at++) {
    const [before, after] = [raw.slice(0, at), raw.slice(at)]
    const swapped = before + (after[1] ?? '') + (after[0] ?? '') + after.slice(2)
    const slips = [before + after.slice(1), swapped]
    readings.set(swapped, { whole: swapped, atoms: [] })
    for (const letter of alphabet) slips.push(before + letter + after, before + letter + after.slice(1))
    for (const slip of slips) {
      if (slip.length < 5 || !isKnown(slip)) continue
      const { whole, atoms } = analyse(slip)
      if (atoms.length > 0 || isInflected(level(slip), stem(slip))) readings.set(whole, { whole, atoms })
    }
  }
  return [...readings.values()].slice(0, 80)
}
