/** How many inhabitants somebody must have: from, to, or between. */
export interface Size {
  least: number | null
  most: number | null
}

const number = String.raw`\d{1,3}(?:[ .\u00a0\u202f]\d{3})+|\d+`
const figure = String.raw`(${number})(\s*tusen)?`
const figures = String.raw`${figure}(?:\s*(?:[–-]|til|og)\s*${figure})?`
/** The word itself in both norms, not a word that begins with it: «innbyggerundersøkelse» counts nobody. */
const inhabitants = String.raw`(?:innbygg(?:ere|erne|jarar|jarane|arar|er|jar)|innb)(?![\p{L}\p{N}])`

const before = new RegExp(String.raw`(?<![\p{L}\d.,])${figures}\s*\+?\s*${inhabitants}`, 'iu')
const after = new RegExp(String.raw`(?:innbygg(?:er|jar)tal\p{L}*|folketal\p{L}*)\s+(?:[^\d\s]+\s+){0,3}?${figures}`, 'iu')
const alone = new RegExp(String.raw`^\D*${figures}\D*$`, 'iu')

const isRate = /(?:^|[^\p{L}])(?:per|pr\.?)\s*$/iu
const isLimit = /(?:under|færre enn|mindre enn|inntil|høgst|høyst|maks\p{L}*|opp ?til)\s*(?:om lag|ca\.?|cirka)?\s*$/iu
const isLimitAfter = /^\s*(?:eller|og) (?:færre|mindre|nedover)/iu

/**
 * The size that a line asks for: the number that stands at the word for inhabitants, and no other. «Minst 5 000 innbyggere», «under 10.000
 * innbyggjarar», «5–10 000 innbyggere», «folketall på over 2 000». Null where it asks for none.
 */
export function sizeIn(text: string): Size | null {
  const found = before.exec(text) ?? after.exec(text)
  return found && sizeAt(text, found)
}

/** The size in a field that holds nothing else: «5 000», «5 000–10 000», «inntil 5 000». */
export function sizeOf(typed: string): Size | null {
  const found = sizeIn(typed) ?? null
  if (found) return found
  const match = alone.exec(typed)
  return match && sizeAt(typed, match)
}

function sizeAt(text: string, found: RegExpExecArray): Size | null {
  const [whole, first = '', firstThousands, second, secondThousands] = found
  // The words that stand before the figures, whether the match begins with them or not.
  const lead = text.slice(0, found.index) + whole.slice(0, whole.search(/\d/))
  if (isRate.test(lead)) return null
  const from = countOf(first, firstThousands)
  if (second !== undefined) {
    const to = countOf(second, secondThousands)
    // «5–10 000»: the thousands are said once.
    const low = !firstThousands && from < 1000 && to >= 1000 ? from * 1000 : from
    return { least: Math.min(low, to), most: Math.max(low, to) }
  }
  const isMost = isLimit.test(lead) || isLimitAfter.test(text.slice(found.index + whole.length))
  return isMost ? { least: null, most: from } : { least: from, most: null }
}

function countOf(digits: string, thousands: string | undefined): number {
  return Number(digits.replace(/\D/g, '')) * (thousands ? 1000 : 1)
}

/** Whether so many are enough, and not too many. */
export function isWithin(population: number, { least, most }: Size): boolean {
  return population >= (least ?? 0) && population <= (most ?? Number.POSITIVE_INFINITY)
}
