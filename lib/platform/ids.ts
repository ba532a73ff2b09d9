import { randomBytes } from 'node:crypto'

let last = 0n

/**
 * A UUIDv7, larger than every one given before it: rows made together keep the order they were made in, and children
 * can be made in the same batch as their parents.
 */
export function newId(): string {
  const now = BigInt(Date.now()) << 12n
  last = now > last ? now : last + 1n
  const time = (last >> 12n).toString(16).padStart(12, '0')
  const counter = (last & 0xfffn).toString(16).padStart(3, '0')
  const tail = randomBytes(8)
  tail.writeUInt8((tail.readUInt8(0) & 0x3f) | 0x80, 0)
  const rest = tail.toString('hex')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${counter}-${rest.slice(0, 4)}-${rest.slice(4)}`
}

/** Whether a text can be an id at all: what cannot is simply not found. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)
}
