import 'server-only'
import { exportJWK, generateKeyPair } from 'jose'
import { newId } from '../ids'

export interface ClientKeyPair {
  /** Its name at the provider. */
  kid: string
  publicJwk: JsonWebKey
  privateJwk: JsonWebKey
}

/** A new key to prove to a provider that the app is itself: RSA, 3072 bits, RS256, which every provider takes. */
export async function newClientKey(): Promise<ClientKeyPair> {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { modulusLength: 3072, extractable: true })
  const kid = newId()
  const publicJwk = { ...(await exportJWK(publicKey)), kid, use: 'sig', alg: 'RS256' } as JsonWebKey
  return { kid, publicJwk, privateJwk: (await exportJWK(privateKey)) as JsonWebKey }
}
