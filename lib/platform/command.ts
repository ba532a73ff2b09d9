import 'server-only'
import { headers } from 'next/headers'
import { unstable_rethrow } from 'next/navigation'
import type { z } from 'zod'
import type { Actor } from './actor'
import { actor } from './auth/session'
import { config } from './config'
import { type FormState, fieldName, nested, sentFiles, typedValues } from './form'
import { logFault } from './log'
import { Refusal, Superseded } from './refusal'
import { isSameOrigin } from './same-origin'

/**
 * The one way to write an action: proves that the request is ours, reads who asks, parses what was sent, runs, and then `done`,
 * which usually redirects. Bad input and expected refusals become words beside the form, with everything typed kept;
 * a fault of ours is logged and the reader is given its reference.
 */
export function command<Schema extends z.ZodType, Result>(
  schema: Schema,
  run: (actor: Actor, input: z.output<Schema>) => Promise<Result>,
  done: (result: Result, input: z.output<Schema>) => void | Promise<void> = () => {},
): (previous: FormState, form: FormData) => Promise<FormState> {
  return async (_previous, form) => {
    const values = typedValues(form)
    try {
      if (!isSameOrigin(await headers(), config().origin)) return { values, errors: {}, problem: { key: 'origin' } }
      const parsed = schema.safeParse({ ...nested(values), ...sentFiles(form) })
      if (!parsed.success) return { values, errors: fieldErrors(parsed.error.issues, values) }
      await done(await run(await actor(), parsed.data), parsed.data)
      return { values: {}, errors: {} }
    } catch (error) {
      // Redirects and not-founds of the framework travel as exceptions.
      unstable_rethrow(error)
      if (error instanceof Superseded) return { values, errors: {}, problem: { key: 'conflict' }, meanwhile: error.meanwhile }
      if (error instanceof Refusal && Object.keys(error.fields).length > 0) return { values, errors: error.fields }
      if (error instanceof Refusal) return { values, errors: {}, problem: { key: error.reason } }
      return { values, errors: {}, problem: { key: 'fault', reference: logFault(error) } }
    }
  }
}

/** The first thing wrong with each field. What zod says in its own words becomes a plain «check this field». */
function fieldErrors(issues: z.core.$ZodIssue[], values: FormState['values']): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const { path, message } of issues) {
    const name = fieldName(path, values)
    errors[name] ??= message.startsWith('errors.') ? message : 'errors.invalid'
  }
  return errors
}
