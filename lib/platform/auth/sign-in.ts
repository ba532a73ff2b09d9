import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import { cookies } from 'next/headers'
import { config } from '../config'
import { logFault, logInfo } from '../log'
import { type AuthRequest, runNextAuth } from './next-auth'
import { authOptions, cookieNames } from './options'
import { type Connection, findConnection } from './providers'
import { type Failure, failurePath } from './rules'
import { sessionToken } from './session'

/** Where the browser goes next, and the cookies it takes along. */
export interface Step {
  location: string
  setCookies: string[]
}

/** Begins a sign-in through the chosen door: on to the provider, with the check cookies. */
export function beginSignIn(connectionId: string, nextPath: string): Promise<Step> {
  return step(connectionId, async (connection) => {
    // next-auth asks for its own proof that the form is ours; we have proved it already, and hand it a fresh pair.
    const csrf = randomBytes(32).toString('hex')
    const proof = `${csrf}|${createHash('sha256').update(`${csrf}${config().authSecret}`).digest('hex')}`
    return {
      method: 'POST',
      path: ['signin', connection.id],
      query: {},
      body: { csrfToken: csrf, callbackUrl: `${config().origin}${nextPath}` },
      cookies: { ...(await sentCookies()), [cookieNames().csrf]: proof },
    }
  })
}

/** Ends a sign-in: the provider has sent the reader back, who goes on to the page that was wanted, or to the one that says what went wrong. */
export function finishSignIn(connectionId: string, query: Record<string, string>): Promise<Step> {
  return step(connectionId, async (connection) => {
    if (query.error === 'access_denied') return 'avbrutt'
    return { method: 'GET', path: ['callback', connection.id], query, cookies: await sentCookies() }
  })
}

const idPattern = /^[0-9a-f-]{36}$/

/** Every way this can end leads to a page of ours or of the provider. */
async function step(
  connectionId: string,
  requestFor: (connection: Connection) => Promise<Omit<AuthRequest, 'headers'> | Failure>,
): Promise<Step> {
  const connection = idPattern.test(connectionId) ? await findConnection(connectionId) : null
  if (!connection) return { location: failurePath('utilgjengelig'), setCookies: [] }
  const { door } = connection
  let reference: string | undefined
  const onFault = (given: string) => {
    reference ??= given
  }
  try {
    const request = await requestFor(connection)
    if (typeof request === 'string') {
      logInfo('sign-in given up', { connection: connection.id, reason: request })
      return { location: failurePath(request, { door }), setCookies: [] }
    }
    const options = await authOptions(connection, { earlierSession: await sessionToken(), onFault })
    const { location, setCookies } = await runNextAuth({ ...request, headers: { host: new URL(config().origin).host } }, options)
    // next-auth leads faults to pages of its own, which we do not have.
    const isFault = location === null || new URL(location, config().origin).pathname.startsWith('/api/auth/')
    return { location: isFault ? failurePath('annet', { door, reference }) : location, setCookies }
  } catch (error) {
    return {
      location: failurePath('utilgjengelig', { door, reference: logFault(error, { connection: connection.id }) }),
      setCookies: [],
    }
  }
}

async function sentCookies(): Promise<Record<string, string>> {
  return Object.fromEntries((await cookies()).getAll().map(({ name, value }) => [name, value]))
}
