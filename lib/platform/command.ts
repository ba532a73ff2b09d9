import 'server-only'
import { headers } from 'next/headers'
import { unstable_rethrow } from 'next/navigation'
import type { z } from 'zod'
import { type Actor, asSelf, type Founder, visitor } from './actor'
import { audit } from './audit'
import { founder } from './auth/founder'
import { actor, actorIn, hasFreshProof } from './auth/session'
import { config } from './config'
import { correlated } from './correlation'
import { transaction } from './db'
import { echoed, type FormState, fieldName, nested, sentFiles, typedValues } from './form'
import { logFault } from './log'
import { holdsIdentityNumber } from './numbers-of-people'
import { hasRoom } from './rate-limit'
import { isReadersChange, Refusal, Superseded } from './refusal'
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

/**
 * As `command`, for what opens the house to others: doors, roles and approvals. Whoever asks has proved who they are in the last minutes,
 * else they are asked to, and what they typed is kept.
 */
export function freshCommand<Schema extends z.ZodType, Result>(
  schema: Schema,
  run: Run<z.output<Schema>, Result>,
  done: Done<z.output<Schema>, Result> = () => {},
): Action {
  return action(schema, freshActor, run, done)
}

/** As `command`, for what is somebody's own wherever they act: an advisor who was let in to a municipality does it as themselves. */
export function selfCommand<Schema extends z.ZodType, Result>(
  schema: Schema,
  run: Run<z.output<Schema>, Result>,
  done: Done<z.output<Schema>, Result> = () => {},
): Action {
  return action(schema, async () => asSelf(await actor()), run, done)
}

/** As `command`, for a change in a project: made by whoever the actor is there, which for people from partner municipalities is its guest. */
export function projectCommand<Schema extends z.ZodType<{ projectId: string }>, Result>(
  schema: Schema,
  run: Run<z.output<Schema>, Result>,
  done: Done<z.output<Schema>, Result> = () => {},
): Action {
  return action(schema, ({ projectId }) => actorIn(projectId), run, done)
}

/** As `command`, for whoever was sent a link to set up the first connection: by that alone, whoever else they are. */
export function founderCommand<Schema extends z.ZodType, Result>(
  schema: Schema,
  run: Run<z.output<Schema>, Result, Actor | Founder>,
  done: Done<z.output<Schema>, Result> = () => {},
): Action {
  return action(schema, async () => (await founder()) ?? visitor, run, done)
}

/** Says that whoever asks must first prove once more who they are. */
class Unconfirmed extends Error {}

async function freshActor(): Promise<Actor> {
  const who = await actor()
  if (who.kind !== 'visitor' && !(await hasFreshProof())) throw new Unconfirmed()
  return who
}

/** Visitors are refused for being nobody: most often because they were somebody when they opened the page. */
const isUnknown = (error: unknown): error is Refusal =>
  error instanceof Refusal && ['forbidden', 'not-found'].includes(error.reason)
const isNobody = async () => (await actor()).kind === 'visitor'

type Run<Input, Result, Who = Actor> = (actor: Who, input: Input) => Promise<Result>
type Done<Input, Result> = (result: Result, input: Input) => void | Promise<void>
type Action = (previous: FormState, form: FormData) => Promise<FormState>

function action<Schema extends z.ZodType, Result, Who>(
  schema: Schema,
  who: (input: z.output<Schema>) => Promise<Who>,
  run: Run<z.output<Schema>, Result, Who>,
  done: Done<z.output<Schema>, Result>,
): Action {
  return (_previous, form) =>
    correlated(async () => {
      const typed = typedValues(form)
      const values = echoed(typed)
      try {
        if (!isSameOrigin(await headers(), config().origin)) return { values, errors: {}, problem: { key: 'origin' } }
        const files = sentFiles(form)
        const errors = identityNumbers(typed, files)
        if (Object.keys(errors).length > 0) return { values, errors }
        const parsed = schema.safeParse({ ...nested(typed), ...files })
        if (!parsed.success) return { values, errors: fieldErrors(parsed.error.issues, values) }
        await done(await run(await who(parsed.data), parsed.data), parsed.data)
        return { values: {}, errors: {} }
      } catch (caught) {
        // Redirects and not-founds of the framework travel as exceptions.
        unstable_rethrow(caught)
        const error = isReadersChange(caught) ? new Refusal('forbidden') : caught
        if (error instanceof Unconfirmed) return { values, errors: {}, problem: { key: 'unconfirmed' } }
        if (isUnknown(error)) await noteDenial(error.reason).catch((fault) => void logFault(fault))
        if (isUnknown(error) && (await isNobody())) return { values, errors: {}, problem: { key: 'signed-out' } }
        if (error instanceof Superseded) return { values, errors: {}, problem: { key: 'conflict' }, meanwhile: error.meanwhile }
        if (error instanceof Refusal && Object.keys(error.fields).length > 0) return { values, errors: error.fields }
        if (error instanceof Refusal) return { values, errors: {}, problem: { key: error.reason } }
        return { values, errors: {}, problem: { key: 'fault', reference: logFault(error) } }
      }
    })
}

/**
 * Notes that somebody who is signed in was refused what is not theirs, or is there for others than them. Not what they asked for: that they may not see.
 * A trail that cannot be written keeps nobody from being told.
 */
async function noteDenial(reason: string): Promise<void> {
  const who = await actor()
  if (who.kind === 'visitor' || !(await hasRoom('denial-note', who))) return
  const referer = (await headers()).get('referer') ?? ''
  const page = URL.canParse(referer) ? new URL(referer).pathname.slice(0, 200) : ''
  await transaction(who, (tx) =>
    audit(tx, who, {
      ...{ action: 'access.refuse', subjectType: 'person', subjectId: who.personId, outcome: 'refused' },
      detail: { reason, page },
    }),
  )
}

/** Nothing here needs the national identity number of anybody, so none is taken in: not in a text, and not in the name of a file. */
function identityNumbers(typed: FormState['values'], files: Record<string, File>): Record<string, string> {
  const texts = [...Object.entries(typed), ...Object.entries(files).map(([field, { name }]) => [field, name] as const)]
  const holding = texts.filter(([, said]) => [said].flat().some(holdsIdentityNumber))
  return Object.fromEntries(holding.map(([field]) => [field, 'errors.noIdentityNumber']))
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
