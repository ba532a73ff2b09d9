import 'server-only'
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { config } from '@/lib/platform/config'
import { addDays, today } from '@/lib/platform/dates'
import { seal, unseal } from '@/lib/platform/secrets'

const letterLink = z.object({
  /** What following the link does: say that a report or a reuse holds, answer for effects, or stop letters. */
  does: z.enum(['report-holds', 'reuse-holds', 'effect', 'unsubscribe']),
  personId: z.uuid(),
  /** A report, or the topics to stop, with commas. */
  subject: z.string(),
  months: z.number().int().optional(),
  until: z.iso.date(),
})
export type LetterLink = z.output<typeof letterLink>

const daysOpen = 90
/** Binds the seal to letters: a token made for anything else opens to nothing. */
const purpose = 'letter-link'

/** The secret part of a link in a letter, good for 90 days: sealed, so that nobody can make or change one. */
export function linkToken(link: Omit<LetterLink, 'until'>): string {
  const whole = { ...link, until: addDays(today(), daysOpen) }
  return Buffer.from(seal(JSON.stringify(whole), purpose, config().authSecret)).toString('base64url')
}

/** What tells a link from all others, however it is spelled: base64 can be written in more than one way. */
export function linkHash(token: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(Buffer.from(token, 'base64url')).digest())
}

/** What a link in a letter asks for; null where it is not genuine, or too old. */
export function openLink(token: string): LetterLink | null {
  const text = unsealed(token)
  const parsed = text === null ? null : letterLink.safeParse(JSON.parse(text))
  return parsed?.success && parsed.data.until >= today() ? parsed.data : null
}

function unsealed(token: string): string | null {
  if (token.length > 1000) return null
  try {
    return unseal(Buffer.from(token, 'base64url'), purpose, config().authSecret)
  } catch {
    return null
  }
}
