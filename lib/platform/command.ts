import 'server-only'
import { headers } from 'next/headers'
import { unstable_rethrow } from 'next/navigation'
import type { z } from 'zod'
import type { Actor } from './actor'
import { actor, actorIn } from './auth/session'
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
  run: Run<z.output<Schema>, Result>,
  done: Done<z.output<Schema>, Result> = () => {},
): Action {
  return action(schema, () => actor(), run, done)
}

/** As `command`, for a change in a project: made by whoever the actor is there, which for people from partner municipalities is its guest. */
export function projectCommand<Schema extends z.ZodType<{ projectId: string }>, Result>(
  schema: Schema,
  run: Run<z.output<Schema>, Result>,
  done: Done<z.output<Schema>, Result> = () => {},
): Action {
  return action(schema, ({ projectId }) => actorIn(projectId), run, done)
}

type Run<Input, Result> = (actor: Actor, input: Input) => Promise<Result>
type Done<Input, Result> = (result: Result, input: Input) => void | Promise<void>
type Action = (previous: FormState, form: FormData) => Promise<FormState>

function action<Schema extends z.ZodType, Result>(
  schema: Schema,
  who: (input: z.output<Schema>) => Promise<Actor>,
  run: Run<z.output<Schema>, Result>,
  done: Done<z.output<Schema>, Result>,
): Action {
  return async (_previous, form) => {
    const values = typedValues(form)
    try {
      if (!isSameOrigin(await headers(), config().origin)) return { values, errors: {}, problem: { key: 'origin' } }
      const parsed = schema.safeParse({ ...nested(values), ...sentFiles(form) })
      if (!parsed.success) return { values, errors: fieldErrors(parsed.error.issues, values) }
      await done(await run(await who(parsed.data), parsed.data), parsed.data)
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
