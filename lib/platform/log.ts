import 'server-only'
import { correlationId, newReference } from './correlation'

type Fields = Record<string, string | number | boolean | null | undefined>

function write(level: 'info' | 'error', message: string, fields: Fields): void {
  const line = JSON.stringify({ at: new Date().toISOString(), level, message, ...fields })
  if (level === 'error') console.error(line)
  else console.info(line)
}

export function logInfo(message: string, fields: Fields = {}): void {
  write('info', message, fields)
}

/** Logs a fault and gives the reference that the user is shown and can report. */
export function logFault(error: unknown, fields: Fields = {}): string {
  const reference = correlationId() ?? newReference()
  const cause = error instanceof Error ? error : new Error(String(error))
  write('error', cause.message, { reference, name: cause.name, stack: cause.stack, ...fields })
  return reference
}
