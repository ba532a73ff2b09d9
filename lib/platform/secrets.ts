import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const ivLength = 12
const tagLength = 16

function keyFrom(secret: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, 'delt', 'secrets at rest', 32))
}

/** Encrypts a secret for storage, AES-256-GCM, bound to the row it belongs to: it cannot be moved to another. */
export function seal(plain: string, rowId: string, secret: string): Uint8Array<ArrayBuffer> {
  const iv = randomBytes(ivLength)
  const cipher = createCipheriv('aes-256-gcm', keyFrom(secret), iv).setAAD(Buffer.from(rowId))
  const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
  return new Uint8Array(Buffer.concat([iv, cipher.getAuthTag(), body]))
}

/** Gives back what `seal` hid. Throws when the row, the secret or a byte differs. */
export function unseal(sealed: Uint8Array, rowId: string, secret: string): string {
  const bytes = Buffer.from(sealed)
  const decipher = createDecipheriv('aes-256-gcm', keyFrom(secret), bytes.subarray(0, ivLength)).setAAD(Buffer.from(rowId))
  decipher.setAuthTag(bytes.subarray(ivLength, ivLength + tagLength))
  return Buffer.concat([decipher.update(bytes.subarray(ivLength + tagLength)), decipher.final()]).toString('utf8')
}
