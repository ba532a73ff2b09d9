import { generateKeyPairSync, randomUUID } from 'node:crypto'
import fs from 'node:fs'
import type { JWK } from 'oidc-provider'

/** The provider's own signing key: made once and kept, so that a restart does not sign anybody out of trust. */
export async function signingKey(file: string): Promise<JWK> {
  if (fs.existsSync(file)) return JSON.parse(fs.readFileSync(file, 'utf8'))
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const key = { ...privateKey.export({ format: 'jwk' }), kid: randomUUID(), use: 'sig', alg: 'RS256' } as JWK
  fs.writeFileSync(file, JSON.stringify(key), { mode: 0o600 })
  return key
}
