import 'server-only'
import { cookies } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { decode } from 'next-auth/jwt'
import { cache } from 'react'
import { type Actor, type Advisor, asSelf, type Operator, type Staff, type Visitor, visitor } from '../actor'
import { config } from '../config'
import { isUuid } from '../ids'
import { may } from '../law'
import { cookieNames } from './cookies'
import { actorOf, connectionOf, guestIn, isFresh } from './liveness'

/** The token of the session this browser carries, or null. */
export async function sessionToken(): Promise<string | null> {
  const sealed = (await cookies()).get(cookieNames().session)?.value
  if (!sealed) return null
  // A cookie that was tampered with, or sealed with an older secret, is no session.
  const opened = await decode({ token: sealed, secret: config().authSecret }).catch(() => null)
  return opened?.sessionToken ?? null
}

/** Whoever is asking: read once a request. */
export const actor = cache(async (): Promise<Actor> => {
  const token = await sessionToken()
  return token ? actorOf(token) : visitor
})

/** Whoever is asking, as they stand in a project: somebody from a partner municipality may be its guest. Read once a request. */
export const actorIn = cache(async (projectId: string): Promise<Actor> => {
  const who = await actor()
  return who.kind === 'staff' && isUuid(projectId) ? guestIn(who, projectId) : who
})

/** As `requireStaff`, for a page of a project. */
export async function requireStaffIn(projectId: string, path: string): Promise<Staff> {
  await requireStaff(path)
  const who = await actorIn(projectId)
  return who.kind === 'staff' ? who : notFound()
}

/** Whether whoever asks has proved who they are in the last minutes. */
export async function hasFreshProof(): Promise<boolean> {
  const token = await sessionToken()
  return token !== null && isFresh(token)
}

/** The door that whoever asks came in by; null where they have no session. */
export async function ownConnection(): Promise<string | null> {
  const token = await sessionToken()
  return token === null ? null : connectionOf(token)
}

/** Somebody from a municipality. Visitors are asked to sign in and come back to `path`; others have nothing here. */
export async function requireStaff(path: string): Promise<Staff> {
  const who = await actor()
  if (who.kind === 'visitor') redirect(`/logg-inn?neste=${encodeURIComponent(path)}`)
  if (who.kind !== 'staff') notFound()
  return who
}

/** An advisor. Visitors are asked to sign in and come back to `path`; others have nothing here. */
export async function requireAdvisor(path: string): Promise<Advisor> {
  const who = await actor()
  if (who.kind === 'visitor') redirect(`/logg-inn/kommit?neste=${encodeURIComponent(path)}`)
  if (who.kind === 'operator') redirect('/drift')
  if (who.kind !== 'advisor') notFound()
  return who
}

/** An operator. Visitors are asked to sign in and come back to `path`; others have nothing here. */
export async function requireOperator(path: string): Promise<Operator> {
  const who = await actor()
  if (who.kind === 'visitor') redirect(`/logg-inn/kommit?neste=${encodeURIComponent(path)}`)
  if (who.kind !== 'operator') notFound()
  return who
}

/** An administrator of a municipality, as at home there. Visitors are asked to sign in and come back to `path`; others have nothing here. */
export async function requireAdministrator(path: string): Promise<Staff> {
  const who = await requireStaff(path)
  return may(who, 'people.administer') ? who : notFound()
}

/** As `requirePerson`, for what is somebody's own wherever they act: their sessions, and what is stored of them. */
export async function requireSelf(path: string): Promise<Exclude<Actor, Visitor>> {
  return asSelf(await requirePerson(path))
}

/** Anybody who is signed in, whoever they are. Visitors are asked to sign in and come back to `path`. */
export async function requirePerson(path: string): Promise<Exclude<Actor, Visitor>> {
  const who = await actor()
  if (who.kind === 'visitor') redirect(`/logg-inn?neste=${encodeURIComponent(path)}`)
  return who
}

/** As `requirePerson`, for those who take part in the sharing; operators have their own desk. */
export async function requireSignedIn(path: string): Promise<Staff | Advisor> {
  const who = await requirePerson(path)
  return who.kind === 'operator' ? redirect('/drift') : who
}
