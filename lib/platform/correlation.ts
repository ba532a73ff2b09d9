import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'

const current = new AsyncLocalStorage<string>()

/** Short enough to be read out over the telephone. */
export const newReference = () => randomUUID().slice(0, 8)

/** What ties together all that one request does: in the trail, in the log, and in what the reader is shown. Null outside one. */
export const correlationId = (): string | null => current.getStore() ?? null

/** Does something as one request; what it does in turn belongs to it. */
export function correlated<T>(work: () => Promise<T>): Promise<T> {
  return current.getStore() === undefined ? current.run(newReference(), work) : work()
}
