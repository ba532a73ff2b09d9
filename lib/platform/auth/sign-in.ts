import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import { cookies } from 'next/headers'
import { config } from '../config'
import { type AuthAnswer, runNextAuth } from './next-auth'
import { authOptions, cookieNames } from './options'
import { findConnection } from './providers'
import { sessionToken } from './session'

const idPattern = /^[0-9a-f-]{36}$/

async function sentCookies(): Promise<Record<string, string>> {
  return Object.fromEntries((await cookies()).getAll().map(({ name, value }) => [name, value]))
}

/** Begins a sign-in through the chosen door: the provider's address with the check cookies, or null for a door that is not there. */
export async function beginSignIn(connectionId: string, nextPath: string): Promise<AuthAnswer | null> {
  const connection = idPattern.test(connectionId) ? await findConnection(connectionId) : null
  if (!connection) return null
  // next-auth asks for its own proof that the form is ours; we have proved it already, and hand it a fresh pair.
  const csrf = randomBytes(32).toString('hex')
  const proof = `${csrf}|${createHash('sha256').update(`${csrf}${config().authSecret}`).digest('hex')}`
  return runNextAuth(
    {
      method: 'POST',
      path: ['signin', connection.id],
      query: {},
      body: { csrfToken: csrf, callbackUrl: `${config().origin}${nextPath}` },
      cookies: { ...(await sentCookies()), [cookieNames().csrf]: proof },
      headers: { host: new URL(config().origin).host },
    },
    await authOptions(connection),
  )
}

/** Ends a sign-in: the provider has sent the reader back. Null for a door that is not there. */
export async function finishSignIn(connectionId: string, query: Record<string, string>): Promise<AuthAnswer | null> {
  const connection = idPattern.test(connectionId) ? await findConnection(connectionId) : null
  if (!connection) return null
  return runNextAuth(
    { method: 'GET', path: ['callback', connection.id], query, cookies: await sentCookies(), headers: { host: new URL(config().origin).host } },
    await authOptions(connection, await sessionToken()),
  )
}
