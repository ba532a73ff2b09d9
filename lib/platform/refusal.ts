/** An expected «no». What one may not see is not found. */
export type RefusalReason = 'not-found' | 'forbidden' | 'conflict'

export class Refusal extends Error {
  constructor(
    readonly reason: RefusalReason,
    /** Where the no is about a field: its name to a message key. */
    readonly fields: Record<string, string> = {},
  ) {
    super(reason)
    this.name = 'Refusal'
  }
}

/** Goes on only when the condition holds. Throws `Refusal`, which `command` and the routes turn into words. */
export function refuseUnless(condition: unknown, reason: RefusalReason, fields?: Record<string, string>): asserts condition {
  if (!condition) throw new Refusal(reason, fields)
}

/** Whether the database refused a change by somebody who was let in to a municipality to read: an expected «no», whatever they tried. */
export function isReadersChange(error: unknown): boolean {
  return error instanceof Error && error.message.includes('row-level security: let in to read')
}

/** Does one part of something larger: what is refused of it is said beside that part, and not of the whole. */
export function saidBeside<T>(fields: Record<string, string>, work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => {
    throw error instanceof Refusal ? new Refusal(error.reason, fields) : error
  })
}

/** What somebody else saved in the meantime: as it would stand in the form, by field name. */
export interface SavedMeanwhile {
  version: number
  values: Record<string, string | string[]>
  by: string | null
  /** ISO instant. */
  at: string | null
}

/** Two changed the same thing: the second is shown both and chooses. */
export class Superseded extends Refusal {
  constructor(readonly meanwhile: SavedMeanwhile) {
    super('conflict')
  }
}
