import { ambiguousGivenNames, ambiguousSurnames, givenNames, particles, surnameEnding, surnames, titles } from '../names'

/** Where in a text somebody may be named. */
export interface NamedAt {
  start: number
  end: number
}

/** Those of one’s own municipality by the words of their names, in small letters: an ordinary word of theirs is somebody’s name here. */
export interface OwnPeople {
  full: ReadonlySet<string>
  given: ReadonlySet<string>
  surnames: ReadonlySet<string>
}

/** The words of a name, as they are compared. */
export const wordsOf = (text: string): string[] => text.toLocaleLowerCase('nb').match(word) ?? []

const word = /[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*/gu

export function ownPeople(names: readonly string[]): OwnPeople {
  const people = names.map(wordsOf).filter((words) => words.length > 1)
  const last = (words: string[]) => words.filter((one) => !particles.has(one)).at(-1) ?? ''
  return {
    full: new Set(people.map((words) => words.join(' '))),
    given: new Set(people.flatMap(([first = '']) => (isWord(first) ? [] : first))),
    surnames: new Set(people.map(last).filter((name) => name.length > 1)),
  }
}

const isWord = (name: string) => ambiguousGivenNames.has(name)

interface Word extends NamedAt {
  /** In small letters. */
  bare: string
  isCapital: boolean
  /** Whether it follows the word before with no more than a space, or an initial’s point, between. */
  isNext: boolean
  beginsSentence: boolean
}

const longest = 5

/** The people who may be named in a text, in the order they stand: each word is looked at once, and the longest reading counts. */
export function namedIn(text: string, own: OwnPeople): NamedAt[] {
  const words = read(text)
  const found: NamedAt[] = []
  for (let place = 0; place < words.length; ) {
    const length = knownAt(words, place, own) || suspectedAt(words, place, own)
    const [first, last] = [words[place], words[place + length - 1]]
    if (length > 0 && first && last) found.push({ start: first.start, end: last.end })
    place += Math.max(length, 1)
  }
  return found
}

function read(text: string): Word[] {
  const words: Word[] = []
  for (const { 0: sign, index: start } of text.matchAll(word)) {
    const before = words.at(-1)
    const between = text.slice(before?.end ?? 0, start)
    const isInitial = before !== undefined && before.end - before.start === 1
    words.push({
      ...{ start, end: start + sign.length, bare: sign.toLocaleLowerCase('nb'), isCapital: /^\p{Lu}/u.test(sign) },
      isNext: before !== undefined && (isInitial ? /^\.?[ \u00a0]$/ : /^[ \u00a0]$/).test(between),
      beginsSentence: !before || /[.!?:\n•–«"(-]\s*$/.test(between),
    })
  }
  return words
}

/** How many words from here are the full name of somebody of one’s own, however it is cased. */
function knownAt(words: Word[], place: number, own: OwnPeople): number {
  if (own.full.size === 0) return 0
  for (let length = Math.min(longest, runOf(words, place)); length > 1; length--) {
    const name = words.slice(place, place + length).map(({ bare }) => bare)
    if (own.full.has(name.join(' '))) return length
  }
  return 0
}

/** How many words stand in a row from here. */
function runOf(words: Word[], place: number): number {
  let length = 1
  while (words[place + length]?.isNext) length++
  return length
}

/** How many words from here look like a name. */
function suspectedAt(words: Word[], place: number, own: OwnPeople): number {
  const here = words[place]
  if (!here?.isCapital) return 0
  const length = nameLength(words, place)
  const before = words[place - 1]
  const follows = words[place + 1]
  const next = length > 1 ? follows : undefined
  if (isGiven(here, own) && next && (!isWord(here.bare) || isSurname(next, own))) return length
  if (isKnownSurname(here, own)) return 1
  if (here.isNext && before && titles.has(before.bare) && isSurname(here, own)) return 1
  if (!next) return isOwnAlone(here, own) ? 1 : 0
  return isKnownSurname(next, own) && !here.beginsSentence && !titles.has(here.bare) ? 2 : 0
}

/** How far a name that begins here may go: capital words in a row, with small words between that bind names. */
function nameLength(words: Word[], place: number): number {
  let length = 1
  const most = Math.min(longest, runOf(words, place))
  for (let next = 1; next < most; next++) {
    const one = words[place + next]
    if (one?.isCapital) length = next + 1
    else if (!one || !particles.has(one.bare)) break
  }
  return length
}

function isGiven({ bare }: Word, own: OwnPeople): boolean {
  const [first = ''] = bare.split('-')
  return [bare, first].some((name) => givenNames.has(name) || own.given.has(name) || isWord(name))
}

/** A surname by itself: one that is hardly a word, or of somebody of one’s own, where a word would not have had a capital letter anyway. */
function isKnownSurname({ bare, isCapital, beginsSentence }: Word, own: OwnPeople): boolean {
  if (!isCapital) return false
  if (own.surnames.has(bare) && !(beginsSentence && ambiguousSurnames.has(bare))) return true
  return surnames.has(bare) || bare.split('-').some((part) => surnames.has(part))
}

const isSurname = (one: Word, own: OwnPeople) =>
  isKnownSurname(one, own) || (one.isCapital && (ambiguousSurnames.has(one.bare) || surnameEnding.test(one.bare)))

/** Somebody of one’s own by given name, where the capital letter cannot be that of a sentence. */
const isOwnAlone = ({ bare, beginsSentence }: Word, own: OwnPeople) => !beginsSentence && own.given.has(bare)
