import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import { cookies, headers } from 'next/headers'
import { config } from '../config'
import { correlated } from '../correlation'
import { getLocale } from '../i18n'
import { isUuid } from '../ids'
import { logFault, logInfo } from '../log'
import { hasRoom } from '../rate-limit'
import { admit, tokenFaultOf } from './admission'
import { cookieNames, dropCookies, keepSealed } from './cookies'
import { founder } from './founder'
import { type AuthRequest, runNextAuth } from './next-auth'
import { authorizationUrl } from './oidc'
import { authOptions } from './options'
import type { SignInClaims } from './profiles'
import { type Connection, findConnection } from './providers'
import { confirmationPath, deviceOf, type Failure, failurePath, isStranger } from './rules'
import { actor, sessionToken } from './session'
import { noteFlood, noteRefusal } from './trail'
import { oidcTrial, type Trial } from './trial'
import { forgetWay, keepWay, keptWays, type Plan, type Way } from './ways'

/** Where the browser goes next, and the cookies it takes along. */
export interface Step {
  location: string
  setCookies: string[]
}

/** Where a step of sign-in has come to when the provider has been asked, or why it came no further. */
type Ending = Step | { failure: Failure; reference?: string }

/** A step of sign-in: at which door, for what, and what is known so far. */
interface Visit {
  connection: Connection
  trial: Trial | null
  deadline: AbortSignal
  /** Of the first fault that was logged. */
  reference?: string
}

/** All that the provider is asked in one step is answered by then: whoever waits longer has gone. */
const patienceMs = 8000

/** Begins a sign-in through the chosen door: on to the provider, with the check cookies. */
export function beginSignIn(connectionId: string, plan: Plan, follows: string | null = null): Promise<Step> {
  return step(connectionId, plan, async (visit) => {
    if (follows === null && !(await hasRoom('sign-in'))) return { failure: 'for-mange' }
    // next-auth asks for its own proof that the form is ours; we have proved it already, and hand it a fresh pair.
    const csrf = randomBytes(32).toString('hex')
    const proof = `${csrf}|${createHash('sha256').update(`${csrf}${config().authSecret}`).digest('hex')}`
    const { connection, deadline, trial } = visit
    const answer = await ask(visit, nobody, {
      method: 'POST',
      path: ['signin', connection.id],
      query: {},
      body: { csrfToken: csrf, callbackUrl: `${config().origin}${plan.next}` },
      cookies: { ...(await sentCookies()), [cookieNames().csrf]: proof },
    })
    if (isOwnPage(answer.location)) return { failure: 'annet', reference: visit.reference }
    const { state, nonce, code_challenge } = Object.fromEntries(new URL(answer.location).searchParams)
    if (!state || !nonce || !code_challenge) throw new Error('next-auth made no proofs')
    const begunAt = Math.floor(Date.now() / 1000)
    await keepWay({ ...plan, state, connectionId: connection.id, version: connection.version, begunAt }, follows)
    const asked = {
      prompt: plan.prompt,
      isNewProof: plan.confirms !== undefined || trial !== null,
      locale: await getLocale(),
    }
    return { ...answer, location: await authorizationUrl(connection, { state, nonce, code_challenge }, asked, deadline) }
  })
}

const nobody = () => Promise.reject(new Error('Nobody comes in before they have been to the provider'))

/** Ends a sign-in: the provider has sent the reader back, who goes on to the page that was wanted, or to the one that says what went wrong. */
export async function finishSignIn(connectionId: string, query: Record<string, string>): Promise<Step> {
  const ways = await keptWays()
  const way = ways.find(({ state }) => state === query.state) ?? null
  return step(connectionId, way, async (visit) => {
    if (!(await hasRoom('callback'))) return { failure: 'for-mange' }
    const refused = query.error && refusals[query.error]
    if (refused) return { failure: refused }
    const hasProofs = way === ways[0] && (await cookies()).has(cookieNames().check('state'))
    return way?.connectionId === connectionId && !hasProofs ? again(visit, way) : comeIn(visit, way, query)
  })
}

const refusals: Record<string, Failure> = {
  access_denied: 'avbrutt',
  temporarily_unavailable: 'utilgjengelig',
  server_error: 'utilgjengelig',
}

const mostRounds = 3

/**
 * Two tabs that sign in at once overwrite each other's proofs. The one that comes back last begins again by itself, for it was asked for
 * by a click, and leads where it was to lead; three times at most, lest it go round for ever.
 */
async function again({ connection }: Visit, way: Way): Promise<Ending> {
  const rounds = (way.rounds ?? 0) + 1
  if (rounds <= mostRounds) return beginSignIn(connection.id, { ...planOf(way), rounds }, way.state)
  const fault = new Error('A sign-in went round in circles')
  return { failure: 'annet', reference: logFault(fault, { connection: connection.id }) }
}

function planOf({ state: _state, connectionId: _connection, version: _version, begunAt: _begun, ...plan }: Way): Plan {
  return plan
}

async function comeIn(visit: Visit, way: Way | null, query: Record<string, string>): Promise<Ending> {
  const { connection, trial } = visit
  let rejection: Failure | undefined
  const circumstances = { earlier: await sessionToken(), device: deviceOf((await headers()).get('user-agent') ?? '') }
  const admitted = async (claims: SignInClaims) => {
    try {
      if (trial) return { page: await trial.keep(claims, tokenFaultOf(connection, claims, way, true), way?.version ?? 0) }
      const result = await admit(connection, claims, way, circumstances)
      if ('sessionToken' in result) return result
      rejection = result.rejection
    } catch (error) {
      // next-auth keeps to itself what is thrown here, and it is a fault of ours.
      visit.reference ??= logFault(error, { connection: connection.id })
      rejection = 'hos-oss'
    }
    return { page: failurePath(rejection) }
  }
  const sent = { method: 'GET' as const, path: ['callback', connection.id], query, cookies: await sentCookies() }
  const answer = await ask(visit, admitted, sent)
  if (rejection === 'niva' && way && !way.isStepUp)
    return beginSignIn(connection.id, { ...planOf(way), isStepUp: true, prompt: 'login' }, way.state)
  if (rejection) return { failure: rejection, reference: visit.reference }
  // next-auth leads faults to pages of its own, which we do not have.
  if (isOwnPage(answer.location)) return { failure: 'annet', reference: visit.reference }
  if (way) await forgetWay(way.state)
  return answer
}

/** Every way this can end leads to a page of ours or of the provider. */
function step(connectionId: string, way: Plan | Way | null, run: (visit: Visit) => Promise<Ending>): Promise<Step> {
  return correlated(() => stepTo(connectionId, way, run))
}

async function stepTo(connectionId: string, way: Plan | Way | null, run: (visit: Visit) => Promise<Ending>): Promise<Step> {
  let visit: Visit | undefined
  try {
    const connection = isUuid(connectionId) ? await findConnection(connectionId) : null
    const trial = connection && connection.status !== 'approved' ? await trialOf(connection) : null
    if (!connection || (connection.status !== 'approved' && !trial))
      return { location: failurePath('utilgjengelig', { door: way?.door }), setCookies: [] }
    visit = { connection, trial, deadline: AbortSignal.timeout(patienceMs) }
    const ending = await run(visit)
    return 'failure' in ending ? await giveUp(visit, way, ending) : ending
  } catch (error) {
    const reference = logFault(error, { connection: connectionId })
    if (!visit) return { location: failurePath('hos-oss', { door: way?.door, reference }), setCookies: [] }
    return giveUp(visit, way, { failure: 'utilgjengelig', reference })
  }
}

/** The trial of whoever has this browser: as who they are, else as who was sent a link. */
async function trialOf(connection: Connection): Promise<Trial | null> {
  const found = oidcTrial(connection, await actor())
  const who = found ? null : await founder()
  return found ?? (who && oidcTrial(connection, who))
}

/** Tells why, and clears what this sign-in has left in the browser. Noted only where the browser did begin one: anybody can ask for our page. */
async function giveUp(
  { connection, trial }: Visit,
  way: Plan | Way | null,
  { failure, reference }: { failure: Failure; reference?: string },
): Promise<Step> {
  logInfo('sign-in given up', { connection: connection.id, reason: failure })
  if (failure === 'for-mange') await noteFlood(connection)
  else if (way && !trial) await noteRefusal(connection, failure, reference)
  if (way && 'state' in way) {
    const names = cookieNames()
    await dropCookies(names.check('state'), names.check('nonce'), names.check('pkce'), names.callback)
    await forgetWay(way.state)
  }
  if (way?.confirms) return { location: confirmationPath(failure, way.next, reference), setCookies: [] }
  if (isStranger(failure)) await keepSealed('stranger', connection.id, tenMinutes)
  const told = { door: way?.door ?? connection.door, reference }
  return { location: trial?.failure(failure, reference) ?? failurePath(failure, told), setCookies: [] }
}

const tenMinutes = 600

const isOwnPage = (location: string) => new URL(location, config().origin).pathname.startsWith('/api/auth/')

async function ask(
  visit: Visit,
  admitted: (claims: SignInClaims) => Promise<{ sessionToken: string } | { page: string }>,
  request: Omit<AuthRequest, 'headers'>,
): Promise<Step> {
  const { connection, deadline } = visit
  const options = await authOptions(connection, { admit: admitted, deadline })
  const { location, setCookies } = await runNextAuth(
    { ...request, headers: { host: new URL(config().origin).host } },
    options,
    (fault, code) => {
      const reference = logFault(fault, { code, connection: connection.id })
      visit.reference ??= reference
    },
  )
  return { location: location ?? '/api/auth/error', setCookies }
}

async function sentCookies(): Promise<Record<string, string>> {
  return Object.fromEntries((await cookies()).getAll().map(({ name, value }) => [name, value]))
}
