import 'server-only'
import { createRemoteJWKSet, customFetch, decodeJwt, decodeProtectedHeader, type JWTPayload, jwtVerify } from 'jose'
import { isUuid } from '../ids'
import { guardedFetch } from '../outbound/guarded-fetch'
import { metadataOf, signingAlgorithms } from './oidc'
import { type Connection, findConnection } from './providers'
import { clockSkew } from './rules'
import { endAtProvider, isFirstUse } from './session-store'

async function liveConnection(id: string): Promise<Connection | null> {
  const connection = isUuid(id) ? await findConnection(id) : null
  return connection?.status === 'approved' ? connection : null
}

/**
 * Front-channel logout (OpenID Connect Front-Channel Logout 1.0): the provider's page asks, in a frame where no cookie of ours is sent.
 * Ends the session of this name and no other. Gives the origins that may show the answer in a frame, or null where there is no such door.
 */
export async function frontChannelLogout(connectionId: string, sid: string | null, iss: string | null): Promise<string | null> {
  const connection = await liveConnection(connectionId)
  if (!connection) return null
  // Entra ID names no issuer; where one is named, it must be that of the door.
  if (sid && (iss === null || iss === connection.issuer)) await endAtProvider(connectionId, { sid }, 'front_channel')
  return (await framesOf(connection)).join(' ')
}

/** The hosts of a provider: ID-porten, for one, signs out from another than its issuer names. */
async function framesOf(connection: Connection): Promise<string[]> {
  const metadata = await metadataOf(connection).catch(() => null)
  const places = [connection.issuer, metadata?.authorization_endpoint, metadata?.end_session_endpoint]
  return [...new Set(places.flatMap((place) => (place && URL.canParse(place) ? [new URL(place).origin] : [])))]
}

const event = 'http://schemas.openid.net/event/backchannel-logout'
const longestLife = 15 * 60
const type = 'logout+jwt'

/** What a logout token says that matters here. */
interface Logout {
  jti: string
  expiresAt: Date
  ended: { sid: string } | { sub: string }
}

/**
 * Back-channel logout (OpenID Connect Back-Channel Logout 1.0): a signed token says which session is over. Gives whether it was believed.
 * The token is never logged: the subject of some is a national identity number.
 */
export async function backChannelLogout(connectionId: string, token: string): Promise<boolean> {
  const connection = await liveConnection(connectionId)
  // What cannot be true is not worth asking the provider for its keys.
  if (!connection || !isPlausible(connection, token)) return false
  const { jwks_uri: keys } = await metadataOf(connection)
  if (!keys) return false
  const opened = await jwtVerify(token, keysAt(keys), expected(connection)).catch(() => null)
  const logout = opened && logoutOf(opened.payload)
  if (!logout || !(await isFirstUse(connectionId, logout.jti, logout.expiresAt))) return false
  await endAtProvider(connectionId, logout.ended, 'back_channel')
  return true
}

function expected({ issuer, clientId: audience }: Connection) {
  const algorithms = [...signingAlgorithms]
  const requiredClaims = ['iat', 'exp', 'jti']
  return { issuer, audience, algorithms, typ: type, clockTolerance: clockSkew, maxTokenAge: longestLife, requiredClaims }
}

/** Whether the token would be believed if its signature held. */
function isPlausible({ issuer, clientId }: Connection, token: string): boolean {
  try {
    const [header, claims] = [decodeProtectedHeader(token), decodeJwt(token)]
    const isSigned = (signingAlgorithms as readonly unknown[]).includes(header.alg)
    const isOurs = claims.iss === issuer && claims.aud !== undefined && [claims.aud].flat().includes(clientId)
    const isTimely = Number(claims.exp) > Date.now() / 1000 - clockSkew
    return isSigned && String(header.typ).toLowerCase() === type && isOurs && isTimely && logoutOf(claims) !== null
  } catch {
    return false
  }
}

function logoutOf({ events, sid, sub, jti, exp, aud, ...rest }: JWTPayload): Logout | null {
  const isLogout = typeof (events as Record<string, unknown> | undefined)?.[event] === 'object'
  if (!isLogout || 'nonce' in rest || [aud].flat().length !== 1 || !jti || !exp) return null
  const ended = typeof sid === 'string' ? { sid } : typeof sub === 'string' ? { sub } : null
  return ended && { jti, expiresAt: new Date(exp * 1000), ended }
}

const keySets = new Map<string, ReturnType<typeof createRemoteJWKSet>>()
const patienceMs = 3000
/** How often a key that is not known makes us ask again: providers change keys, but not every second. */
const askAgainMs = 5000

/** The keys of a provider, remembered, and asked for again when one is missing. */
function keysAt(address: string): ReturnType<typeof createRemoteJWKSet> {
  const known = keySets.get(address)
  if (known) return known
  const keySet = createRemoteJWKSet(new URL(address), {
    timeoutDuration: patienceMs,
    cooldownDuration: askAgainMs,
    [customFetch]: (asked, init) => guardedFetch(asked, init as RequestInit),
  })
  keySets.set(address, keySet)
  return keySet
}
