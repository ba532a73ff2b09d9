import 'server-only'
import * as oidc from 'openid-client'
import { config } from '../config'
import { guardedFetch } from '../outbound/guarded-fetch'
import { requestParameters } from './profiles'
import type { Connection } from './providers'
import { clockSkew, mayUsePlainHttp, tokenFault } from './rules'
import type { Prompt } from './ways'

const metadataLifeMs = 60 * 60 * 1000
const cache = new Map<string, { at: number; metadata: Promise<oidc.ServerMetadata> }>()

/**
 * The provider as the library needs it. What it says of itself is asked once an hour, and the issuer it names must be the one configured,
 * to the letter; its keys are asked at every sign-in, so that one taken into use or out of it counts at once. Whoever waits does so no
 * longer than until `deadline`, however much there is to ask.
 */
export async function discover(connection: Connection, deadline: AbortSignal): Promise<oidc.Configuration> {
  const metadata = await before(deadline, metadataOf(connection))
  const configuration = new oidc.Configuration({ ...metadata }, ...(await clientOf(connection)))
  configuration.timeout = timeoutSeconds
  configuration[oidc.customFetch] = fetchUntil(deadline)
  // Without the signature check a stolen token endpoint could name anybody.
  oidc.enableNonRepudiationChecks(configuration)
  if (mayUsePlainHttp(connection.issuer, config().isDemo)) oidc.allowInsecureRequests(configuration)
  return configuration
}

const timeoutSeconds = 8

function fetchUntil(deadline?: AbortSignal): oidc.CustomFetch {
  return (address, init) => {
    const signals = [init.signal, deadline].filter((signal) => signal instanceof AbortSignal)
    return guardedFetch(address, { ...(init as RequestInit), signal: AbortSignal.any(signals) })
  }
}

/** What others have asked for already is not asked again; but nobody waits for it longer than they may. */
function before<T>(deadline: AbortSignal, answer: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(new Error('The provider did not answer in time', { cause: deadline.reason }))
    if (deadline.aborted) giveUp()
    deadline.addEventListener('abort', giveUp, { once: true })
    answer.then(resolve, reject)
  })
}

/** What the provider says of itself, remembered for an hour. */
export function metadataOf(connection: Connection): Promise<oidc.ServerMetadata> {
  const key = `${connection.id} ${connection.version} ${connection.issuer}`
  const known = cache.get(key)
  if (known && Date.now() - known.at < metadataLifeMs) return known.metadata
  const metadata = askMetadata(connection)
  cache.set(key, { at: Date.now(), metadata })
  // A provider that was down is asked again the next time.
  metadata.catch(() => cache.delete(key))
  return metadata
}

/** Asks the provider what it is, past what is remembered. Throws where the address may not be reached or it names another issuer. */
export async function askMetadata(connection: Pick<Connection, 'issuer' | 'clientId'>): Promise<oidc.ServerMetadata> {
  const isLocal = mayUsePlainHttp(connection.issuer, config().isDemo)
  const options = {
    timeout: timeoutSeconds,
    [oidc.customFetch]: fetchUntil(),
    execute: isLocal ? [oidc.allowInsecureRequests] : [],
  }
  const found = await oidc.discovery(new URL(connection.issuer), connection.clientId, {}, oidc.None(), options)
  const metadata: oidc.ServerMetadata = found.serverMetadata()
  // What it cannot sign with here is nothing it can be believed by; RS256 where it names none that we take, as the standard has it.
  const algorithms = metadata.id_token_signing_alg_values_supported?.filter(isTaken) ?? []
  return { ...metadata, id_token_signing_alg_values_supported: algorithms.length > 0 ? algorithms : ['RS256'] }
}

/** How tokens may be signed: with a key that only the provider has. */
export const signingAlgorithms = ['RS256', 'PS256', 'ES256'] as const
const isTaken = (algorithm: string) => (signingAlgorithms as readonly string[]).includes(algorithm)

async function clientOf(connection: Connection): Promise<[string, Partial<oidc.ClientMetadata>, oidc.ClientAuth]> {
  return [connection.clientId, { [oidc.clockTolerance]: clockSkew }, await authenticationOf(connection)]
}

const assertionLifeSeconds = 60

async function authenticationOf({ authentication, clientSecret, signingKey, issuer }: Connection): Promise<oidc.ClientAuth> {
  if (authentication === 'client_secret') {
    if (clientSecret === null) throw new Error('The connection has no client secret')
    return oidc.ClientSecretBasic(clientSecret)
  }
  if (signingKey === null) throw new Error('The connection has no key in use')
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('jwk', signingKey.privateJwk, algorithm, false, ['sign'])
  return oidc.PrivateKeyJwt(
    { key, kid: signingKey.kid },
    {
      // The issuer alone, which all providers take; and no longer than one exchange needs.
      [oidc.modifyAssertion]: (_header, payload) => {
        payload.aud = issuer
        payload.exp = Number(payload.iat) + assertionLifeSeconds
      },
    },
  )
}

/** The address to which the provider sends the reader back; one a connection, so that answers cannot be mixed up. */
export function callbackUrl(connection: { id: string }): string {
  return `${config().origin}/api/auth/callback/${connection.id}`
}

/** What the browser must bring back. */
export interface Proofs {
  state: string
  nonce: string
  code_challenge: string
}

/**
 * Where to send the reader. Every parameter is built from the connection; only the proofs come from the browser's own sign-in. Where the
 * provider takes the request beforehand (RFC 9126), the address tells nothing of it.
 */
export async function authorizationUrl(
  connection: Connection,
  { state, nonce, code_challenge }: Proofs,
  { prompt, isNewProof, locale }: { prompt?: Prompt; isNewProof: boolean; locale: string },
  deadline: AbortSignal,
): Promise<string> {
  const configuration = await discover(connection, deadline)
  const metadata = configuration.serverMetadata()
  const parameters = {
    ...requestParameters(connection),
    ...{ response_type: 'code', redirect_uri: callbackUrl(connection) },
    ...{ state, nonce, code_challenge, code_challenge_method: 'S256' },
    ...(prompt && { prompt }),
    // Makes the provider say when it was proved (OpenID Connect Core 3.1.2.1).
    ...(isNewProof && { max_age: '0' }),
    ...(metadata.ui_locales_supported?.includes(locale) && { ui_locales: locale }),
  }
  return metadata.pushed_authorization_request_endpoint
    ? (await oidc.buildAuthorizationUrlWithPAR(configuration, parameters)).href
    : oidc.buildAuthorizationUrl(configuration, parameters).href
}

/** Exchanges the code and gives the validated claims. Throws when anything about the answer or the token is wrong. */
export async function exchange(
  connection: Connection,
  answer: Record<string, string | undefined>,
  checks: { code_verifier?: string; state?: string; nonce?: string },
  deadline: AbortSignal,
): Promise<oidc.IDToken> {
  const configuration = await discover(connection, deadline)
  const url = new URL(callbackUrl(connection))
  for (const [name, value] of Object.entries(answer)) if (value !== undefined) url.searchParams.set(name, value)
  if (answer.iss !== undefined && answer.iss !== connection.issuer) throw new Error('The answer is that of another issuer')
  const tokens = await oidc
    .authorizationCodeGrant(configuration, url, {
      pkceCodeVerifier: checks.code_verifier,
      expectedState: checks.state,
      expectedNonce: checks.nonce,
      idTokenExpected: true,
    })
    .catch((error) => {
      // The code alone, such as `invalid_client`: what a provider adds in its own words may name somebody.
      if (error instanceof oidc.ResponseBodyError) throw new Error(`The provider refused the exchange: ${error.error}`)
      throw error
    })
  const claims = tokens.claims()
  if (!claims) throw new Error('The provider sent no ID token')
  const fault = tokenFault(claims, connection.clientId, Math.floor(Date.now() / 1000))
  if (fault) throw new Error(`ID token refused: ${fault}`)
  return claims
}

/** Where to send the reader so that the session at the provider ends too, or null when it has no such place. */
export async function endSessionUrl(connection: Connection, state: string, deadline: AbortSignal): Promise<string | null> {
  const configuration = await discover(connection, deadline)
  if (!configuration.serverMetadata().end_session_endpoint) return null
  // The client id instead of a kept ID token: some hold a national identity number, and are never stored.
  return oidc.buildEndSessionUrl(configuration, {
    client_id: connection.clientId,
    post_logout_redirect_uri: `${config().origin}/logget-ut`,
    state,
  }).href
}
