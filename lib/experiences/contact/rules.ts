/** A piece of what somebody wrote of how to reach them; with an address where one can press it. */
export interface ContactPart {
  text: string
  href: string | null
}

const email = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/u
/** Eight digits in the ways they are grouped in Norway, with or without the code of the country. */
const phone =
  /(?:(?:\+|00)47[ \u00a0]?)?(?<![\d,.])(?:\d{2}(?:[ \u00a0]?\d{2}){3}|\d{3}[ \u00a0]\d{2}[ \u00a0]\d{3})(?![\d,.]?\d)/u
const reachable = new RegExp(`(${email.source})|(${phone.source})`, 'gu')

/** A text with the e-mail addresses and phone numbers in it as links. */
export function contactParts(text: string): ContactPart[] {
  const parts: ContactPart[] = []
  let at = 0
  for (const match of text.matchAll(reachable)) {
    if (match.index > at) parts.push({ text: text.slice(at, match.index), href: null })
    const [found, address] = match
    parts.push({ text: found, href: address ? `mailto:${address}` : `tel:${dialled(found)}` })
    at = match.index + found.length
  }
  if (at < text.length) parts.push({ text: text.slice(at), href: null })
  return parts
}

function dialled(number: string): string {
  const digits = number.replace(/\D/g, '').replace(/^00/, '')
  return digits.length === 8 ? `+47${digits}` : `+${digits}`
}
