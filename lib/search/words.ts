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
  /** What it means: what it is filed under, or the meanings of its parts joined by `_`; else its stem. */
  whole: string
  /** Its smallest parts, when every one of them is a known word. */
  atoms: string[]
  /** Every run of parts inside a compound, such as `sak_behandling` in byggesaksbehandling. */
  parts: string[]
  /** Without Norwegian and Sami letters: `kafjord`. */
  folded: string
}

/** Every form as it is written, with the meaning it is filed under: bruker is not bruk, though their stems are one. */
const formsOf = new Map<string, string>()
/** Stems, for the forms that are not written out. */
const filedUnder = new Map<string, string>()
/** Every form that may be a part of a compound, with its meaning. Names of places are not: Rana is no part of leverandør. */
const partForms = new Map<string, string>()
/** The meanings of forms as they are written without Norwegian letters. */
const foldedForms = new Map<string, string>()

const meanings = new Set<string>()
const tailsShortestFirst = [...tails].sort((a, b) => a.length - b.length)

for (const [first = '', ...others] of [...lexicon, ...placeNames]) {
  const meaning = formsOf.get(level(first)) ?? level(first)
  meanings.add(meaning)
  for (const form of [first, ...others]) file(form, meaning)
}
// Gaivuotna for Gáivuotna: Sami letters are on few keyboards.
for (const form of placeNames.flat()) file(fold(form), meaningOf(form))
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

function file(form: string, meaning: string): void {
  if (!formsOf.has(level(form))) formsOf.set(level(form), meaning)
  if (!filedUnder.has(stem(form))) filedUnder.set(stem(form), meaning)
}

/** What a word stands for that is in no line: its stem, unless that means something else. */
function nameFor(word: string): string {
  return meanings.has(stem(word)) ? level(word) : stem(word)
}

/** The meaning of a word of the lexicon in any of its forms; undefined for others. */
function knownMeaning(word: string): string | undefined {
  const written = level(word)
  for (const tail of tailsShortestFirst) {
    const bare = written.slice(0, written.length - tail.length)
    if (!written.endsWith(tail) || bare.length < (tail.length === 1 ? 4 : 3)) continue
    // lokalene are rooms; what is local is lokalt, or lokale as it stands.
    const found = (tail.length > 1 && formsOf.get(`${bare}e`)) || formsOf.get(bare) || formsOf.get(bare.replace(/(.)\1$/, '$1'))
    if (found) return found
  }
  return isInflected(written, stem(word)) ? filedUnder.get(stem(word)) : undefined
}

function meaningOf(word: string): string {
  return knownMeaning(word) ?? nameFor(word)
}

const links = ['', 's', 'e', 'es']

/** Where the next part of a compound may begin after one that ended: after a link, or one letter back, since three alike are written as two: nattilsyn. */
function joints(word: string, end: number): number[] {
  const after = links.filter((link) => word.startsWith(link, end)).map((link) => end + link.length)
  return word[end - 1] === word[end - 2] ? [...after, end - 1] : after
}

const shortestPart = 3

/** Whether what follows a known word is inflection only: `mene` in sykehjemmene, where the consonant was doubled. */
function isTail(word: string, end: number): boolean {
  const rest = word.slice(end)
  return tails.has(rest) || (rest[0] === word[end - 1] && tails.has(rest.slice(1)))
}

/** Whether one ending, not a chain of them, stands between a word and its stem. */
function isInflected(word: string, bare: string): boolean {
  return !word.startsWith(bare) || isTail(word, bare.length)
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
    for (const next of joints(word, end)) {
      const rest = word.length - next < shortestPart ? null : splitFrom(word, next, forms, seen)
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

type Analysis = Omit<AnalysedWord, 'start' | 'end'>

/** Texts use the same words again and again. */
const analysed = new Map<string, Analysis>()
const mostRemembered = 50_000

/** What a single word means and is made of. */
export function analyse(written: string): Analysis {
  const known = analysed.get(written)
  if (known) return known
  if (analysed.size >= mostRemembered) analysed.clear()
  const analysis = analyseAnew(written)
  analysed.set(written, analysis)
  return analysis
}

function analyseAnew(written: string): Analysis {
  const raw = written
    .toLowerCase()
    .normalize('NFC')
    .replace(/[-\p{M}]/gu, '')
  const levelled = level(raw)
  const word = { written, raw, folded: fold(raw) }
  const direct = knownMeaning(raw)
  // e-post, eByggeSak: the little e says only that it is digital.
  const digital = raw.startsWith('e') && raw.length > 6 ? raw.slice(1) : null
  const atoms = split(levelled, partForms) ?? (digital && !direct ? split(level(digital), partForms) : null)
  if (atoms) {
    const [whole, joined] = [direct ?? atoms.join('_'), atoms.join('_')]
    const parts = new Set([...runs(atoms), ...atoms.flatMap(inside), joined])
    return { ...word, whole, atoms, parts: [...parts].filter((part) => part !== whole) }
  }
  if (direct) return { ...word, whole: direct, atoms: [], parts: [] }
  if (digital && knownMeaning(digital)) return { ...word, whole: meaningOf(digital), atoms: [], parts: [] }
  const peeled = peel(levelled)
  return {
    ...word,
    whole: peeled ? peeled.parts.join('_') : nameFor(raw),
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
    const pieces = piecesOf(written, start)
    return pieces.length > 1 ? [whole, ...pieces] : [whole]
  })
}

/** The words between the hyphens; none where the first is a single letter: e-post. */
function piecesOf(written: string, start: number): AnalysedWord[] {
  const pieces = written.split('-')
  if (pieces[0]?.length === 1) return []
  let at = start
  return pieces.map((piece) => {
    const word = { ...analyse(piece), start: at, end: at + piece.length }
    at += piece.length + 1
    return word
  })
}

/** The words somebody searches for: without the common ones, unless there are no others. */
export function queryWords(query: string): AnalysedWord[] {
  const all = [...query.matchAll(wordPattern)].flatMap((match) => {
    const written = match[0].replace(/-$/, '')
    const whole = { ...analyse(written), start: match.index, end: match.index + written.length }
    const pieces = piecesOf(written, match.index)
    // What is hyphenated and no word is read as words: skole-hjem-samarbeid.
    return pieces.length > 1 && !isKnown(whole.raw) ? pieces : [whole]
  })
  const telling = all.filter((word) => !stopWords.has(word.raw))
  return (telling.length > 0 ? telling : all).slice(0, 12)
}

const typedFor: [RegExp, string][] = [
  [/aa/g, 'å'],
  [/ae/g, 'æ'],
  [/oe/g, 'ø'],
]

export type Reading = Pick<AnalysedWord, 'whole' | 'atoms'>

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
  return knownMeaning(raw) !== undefined || split(level(raw), partForms) !== null
}

/** A reading, and the word as it should have been written. */
export type Correction = Reading & { written: string }

const alphabet = 'abcdefghijklmnopqrstuvwxyzæøå'

/**
 * Known words one slip of the finger away: a letter too few, too many, exchanged, or two that changed places. The last also for words
 * nobody knows, such as names: trigrams, which find the other slips, do not see through it.
 */
export function corrections(raw: string): Correction[] {
  if (raw.length < 5 || raw.length > 30 || isKnown(raw)) return []
  const readings = new Map<string, Correction>()
  // The first letter is hardly ever the wrong one.
  for (let at = 1; at <= raw.length; at++) {
    const [before, after] = [raw.slice(0, at), raw.slice(at)]
    const swapped = before + (after[1] ?? '') + (after[0] ?? '') + after.slice(2)
    const slips = [before + after.slice(1), swapped]
    readings.set(swapped, { written: swapped, whole: swapped, atoms: [] })
    for (const letter of alphabet) slips.push(before + letter + after, before + letter + after.slice(1))
    for (const slip of slips) {
      if (slip.length < 5 || !isKnown(slip)) continue
      const { whole, atoms } = analyse(slip)
      if (atoms.length > 0 || isInflected(level(slip), stem(slip))) readings.set(whole, { written: slip, whole, atoms })
    }
  }
  return [...readings.values()].slice(0, 80)
}
