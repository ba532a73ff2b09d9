// Numbers that name a person or their money, known by their check digits.

const digitsOf = (number: string) => [...number].map(Number)

function weighted(digits: number[], weights: number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * (digits[index] ?? 0), 0) % 11
}

const first = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]
const second = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]

/**
 * Whether eleven digits are a national identity number: one from birth, a D-number (day plus 40), or one of the help and test series
 * (month plus 40, 65 or 80). The first check digit leaves a remainder of 0, and from 2032 also of 1, 2 or 3, as the Norwegian Tax
 * Administration has announced; the second always of 0. The date must be one: other eleven-digit numbers pass by chance.
 */
export function isIdentityNumber(number: string): boolean {
  if (!/^\d{11}$/.test(number)) return false
  const digits = digitsOf(number)
  return weighted(digits, first) <= 3 && weighted(digits, second) === 0 && hasDate(number)
}

function hasDate(number: string): boolean {
  const [typedDay, typedMonth] = [Number(number.slice(0, 2)), Number(number.slice(2, 4))]
  const day = typedDay > 40 ? typedDay - 40 : typedDay
  const month = [80, 65, 40].reduce((left, series) => (left > series && left <= series + 12 ? left - series : left), typedMonth)
  const longest = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  return longest !== undefined && day >= 1 && day <= longest
}

/**
 * Eleven digits, alone or parted by up to three spaces, points, strokes or signs that do not show. Not a piece of a longer number, but also
 * right after a word: «fnr31129956715».
 */
const eleven = /(?<!\d)\d(?:[ \u00a0\u00ad\u2000-\u200d\u202f\u2060./\u2010-\u2015-]{0,3}\d){10}(?!\d)/gu
/** A day and a figure after it are eleven digits too: «01.02.2026 – 150». */
const dayFirst = /^\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d(?!\d)/
/** What is no text of anybody's, and may look like a number by chance. */
const id = /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b|\\x[0-9a-f]{16,}|\b[0-9a-f]{24,}\b/gi

/** All of a text that are eleven digits, with where they stand. */
export const elevenDigitsIn = (text: string) =>
  [...text.matchAll(eleven)]
    .filter(([number]) => !dayFirst.test(number))
    .map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      bare: match[0].replace(/\D/g, ''),
    }))

/** Whether a text holds a national identity number, also one written in other digits or with signs that are not seen between. */
export function holdsIdentityNumber(text: string): boolean {
  if (!/\p{Nd}/u.test(text)) return false
  const plain = text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(id, ' x ')
  return elevenDigitsIn(plain.replace(/\p{Zs}/gu, ' ')).some(({ bare }) => isIdentityNumber(bare))
}

/** Whether eleven digits are a bank account. A remainder of 1 has no check digit, so such accounts are not given out. */
export function isAccountNumber(number: string): boolean {
  if (!/^\d{11}$/.test(number) || /^0+$/.test(number)) return false
  return weighted(digitsOf(number), [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) === 0
}
