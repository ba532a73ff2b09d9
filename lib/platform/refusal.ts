/** An expected «no». What one may not see is not found. */
export type RefusalReason = 'not-found' | 'forbidden' | 'conflict'

export class Refusal extends Error {
  constructor(readonly reason: RefusalReason) {
    super(reason)
    this.name = 'Refusal'
  }
}

/** Goes on only when the condition holds. Throws `Refusal`, which `command` and the routes turn into words. */
export function refuseUnless(condition: unknown, reason: RefusalReason): asserts condition {
  if (!condition) throw new Refusal(reason)
}
