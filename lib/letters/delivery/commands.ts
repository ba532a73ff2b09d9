import 'server-only'
import { mayOperate } from '@/lib/operation/policy'
import type { Actor } from '@/lib/platform/actor'
import { audit } from '@/lib/platform/audit'
import { transaction, worker } from '@/lib/platform/db'
import { logFault } from '@/lib/platform/log'
import { type Handover, type Mail, type Patience, sendMail } from '@/lib/platform/mail'
import { refuseUnless } from '@/lib/platform/refusal'
import { daysTried, holdMinutes, minutesToNextTry } from './rules'

/**
 * Hands one letter over, unless somebody else has done it or is doing it. It is taken in a transaction of its own, so that a mail server
 * that is slow holds nothing; where a worker dies with it, another takes it over when the hold has run out, under the same Message-ID.
 * Gives how it went; null where there was nothing to do.
 */
export async function deliverLetter(letterId: string, patience?: Patience): Promise<Handover['outcome'] | null> {
  const letter = await take(letterId)
  if (!letter) return null
  const { outcome, said } = await sendMail(letter, patience)
  if (outcome !== 'taken') logFault(new Error(`Letter ${outcome}: ${said}`), { letter: letterId, attempts: letter.attempts })
  await transaction(worker, (tx) =>
    tx.letter.updateMany({ where: { id: letterId, sentAt: null }, data: standing({ outcome, said }, letter.attempts) }),
  )
  return outcome
}

async function take(letterId: string): Promise<(Mail & { attempts: number }) | undefined> {
  const [letter] = await transaction(
    worker,
    (tx) => tx.$queryRaw<(Mail & { attempts: number })[]>`
      UPDATE letter SET attempts = attempts + 1, held_until = now() + make_interval(mins => ${holdMinutes}::int)
      WHERE id = ${letterId}::uuid AND sent_at IS NULL AND failed_at IS NULL AND (held_until IS NULL OR held_until < now())
      RETURNING id, address AS to, subject, text, html, unsubscribe_url AS "unsubscribeUrl", attempts`,
  )
  return letter
}

function standing({ outcome, said: failure }: Handover, attempts: number) {
  if (outcome === 'taken') return { sentAt: new Date(), heldUntil: null, failure }
  if (outcome === 'refused') return { failedAt: new Date(), heldUntil: null, failure }
  return { heldUntil: new Date(Date.now() + minutesToNextTry(attempts) * 60_000), failure }
}

/** Gives up what has been tried for days. For the worker alone. */
export function giveUpLetters(): Promise<void> {
  return transaction(worker, async (tx) => {
    const before = new Date(Date.now() - daysTried * 86_400_000)
    await tx.letter.updateMany({
      where: { sentAt: null, failedAt: null, attempts: { gt: 0 }, createdAt: { lt: before } },
      data: { failedAt: new Date() },
    })
  })
}

/** Lets a letter that was given up be tried once more. */
export function tryLetterAgain(actor: Actor, { letterId }: { letterId: string }): Promise<void> {
  return transaction(actor, async (tx) => {
    refuseUnless(mayOperate(actor), 'forbidden')
    const [row] = await tx.$queryRaw<{ found: boolean }[]>`SELECT try_letter_again(${letterId}::uuid) AS found`
    refuseUnless(row?.found, 'not-found')
    await audit(tx, actor, { action: 'letter.retry', subjectType: 'letter', subjectId: letterId })
  })
}
