import 'server-only'
import { createHmac } from 'node:crypto'
import { headers } from 'next/headers'
import type { Actor, Founder } from './actor'
import { config } from './config'
import { signin, transaction } from './db'

/** How often one may do what, from one address or as one person. High enough for a town hall behind one address at eight in the morning. */
const limits = {
  'sign-in': { most: 300, seconds: 60 },
  callback: { most: 600, seconds: 60 },
  'denial-note': { most: 20, seconds: 60 },
  'flood-note': { most: 1, seconds: 60 },
  suggestions: { most: 1200, seconds: 60 },
  search: { most: 600, seconds: 60 },
  export: { most: 60, seconds: 60 },
  paper: { most: 60, seconds: 60 },
  download: { most: 300, seconds: 60 },
  feed: { most: 600, seconds: 60 },
  picture: { most: 300, seconds: 60 },
  invitation: { most: 100, seconds: 3600 },
  logout: { most: 600, seconds: 60 },
  'connection-logout': { most: 1200, seconds: 60 },
  report: { most: 30, seconds: 60 },
  flag: { most: 10, seconds: 3600 },
  scim: { most: 1500, seconds: 60 },
  'scim-refused': { most: 30, seconds: 60 },
  'connection-check': { most: 20, seconds: 600 },
} as const

/** The address a request came from, as the nearest proxy saw it. */
function addressIn(requestHeaders: Pick<Headers, 'get'>): string {
  return requestHeaders.get('x-forwarded-for')?.split(',').at(-1)?.trim() || 'unknown'
}

/**
 * Whether there is room for one more: counted in the database, so that all instances of the app share it. By person where somebody is
 * signed in, else by address; kept only as a keyed hash.
 */
export async function hasRoom(what: keyof typeof limits, who?: Actor | Founder): Promise<boolean> {
  return hasRoomFor(what, who && who.kind !== 'visitor' ? who.personId : addressIn(await headers()))
}

/** The answer to whoever asks too often, which says when to try again; null while there is room. */
export async function tooOften(what: keyof typeof limits, who?: Actor | Founder): Promise<Response | null> {
  if (await hasRoom(what, who)) return null
  return new Response(null, { status: 429, headers: { 'retry-after': String(limits[what].seconds) } })
}

/** As `hasRoom`, by address alone, before anybody knows who is asking. */
export function hasRoomFrom(what: keyof typeof limits, requestHeaders: Pick<Headers, 'get'>): Promise<boolean> {
  return hasRoomFor(what, addressIn(requestHeaders))
}

/** As `hasRoom`, counted for something that is known by its id, wherever the requests come from. */
export async function hasRoomFor(what: keyof typeof limits, caller: string): Promise<boolean> {
  const { most, seconds } = limits[what]
  const key = `${what}:${createHmac('sha256', config().authSecret).update(caller).digest('base64url')}`
  const [answer] = await transaction(
    signin,
    (tx) => tx.$queryRaw<{ room: boolean }[]>`SELECT has_room(${key}, ${most}::int, ${seconds}::float8) AS room`,
  )
  return answer?.room ?? true
}
