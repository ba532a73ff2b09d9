import 'server-only'
import * as oidc from 'openid-client'
import { config } from '../config'
import type { Connection } from './providers'
import { mayUsePlainHttp, tokenFault } from './rules'

const metadataLifeMs = 60 * 60 * 1000
const cache = new Map<string, { at: number; configuration: Promise<oidc.Configuration> }>()

/** What the provider says of itself, asked once an hour. The issuer it names must be the one configured, to the letter. */
export function discover(connection: Connection): Promise<oidc.Configuration> {
  const key = `${connection.id} ${connection.issuer} ${connection.clientId}`
  const known = cache.get(key)
  if (known && Date.now() - known.at < metadataLifeMs) return known.configuration
  const configuration = oidc.discovery(
    new URL(connection.issuer),
    connection.clientId,
    { id_token_signed_response_alg: 'RS256' },
    oidc.ClientSecretBasic(connection.clientSecret),
    // Without the signature check a stolen token endpoint could name anybody.
    {
      timeout: 8,
      execute: [
        oidc.enableNonRepudiationChecks,
        ...(mayUsePlainHttp(connection.issuer, config().isDemo) ? [oidc.allowInsecureRequests] : []),
      ],
    },
  )
  cache.set(key, { at: Date.now(), configuration })
  // A provider that was down is asked again the next time.
  configuration.catch(() => cache.delete(key))
  return configuration
}

/** The address to which the provider sends the reader back; one a connection, so that answers cannot be mixed up. */
export function callbackUrl(connection: Connection): string {
  return `${config().origin}/api/auth/callback/${connection.id}`
}

/** Exchanges the code and gives the validated claims. Throws when anything about the answer or the token is wrong. */
export async function exchange(
  connection: Connection,
  answer: Record<string, string | undefined>,
  checks: { code_verifier?: string; state?: string; nonce?: string },
): Promise<oidc.IDToken> {
  const configuration = await discover(connection)
  const url = new URL(callbackUrl(connection))
  for (const [name, value] of Object.entries(answer)) if (value !== undefined) url.searchParams.set(name, value)
  const tokens = await oidc.authorizationCodeGrant(configuration, url, {
    pkceCodeVerifier: checks.code_verifier,
    expectedState: checks.state,
    expectedNonce: checks.nonce,
    idTokenExpected: true,
  })
  const claims = tokens.claims()
  if (!claims) throw new Error('The provider sent no ID token')
  const fault = tokenFault(claims, connection.clientId, Math.floor(Date.now() / 1000))
  if (fault) throw new Error(`ID token refused: ${fault}`)
  return claims
}

/** Where to send the reader so that the session at the provider ends too, or null when it has no such place. */
export async function endSessionUrl(connection: Connection): Promise<string | null> {
  const configuration = await discover(connection)
  if (!configuration.serverMetadata().end_session_endpoint) return null
  // The client id instead of a kept ID token: some hold a national identity number, and are never stored.
  return oidc.buildEndSessionUrl(configuration, {
    client_id: connection.clientId,
    post_logout_redirect_uri: `${config().origin}/`,
  }).href
}
