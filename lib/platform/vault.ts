import { seal, unseal } from './secrets'

/** The keys that stored secrets rest on: new ones are hidden with the current key, old ones found again by the name of theirs. */
export interface Keyring {
  current: string
  keys: ReadonlyMap<string, string>
}

const named = /^([A-Za-z0-9._-]{1,32}):([^\s:]{32,})$/

/**
 * Reads `SECRETS_KEYS`: `name:secret` with a space between, the current one first. Without it, one key that follows from `AUTH_SECRET`.
 * Throws when a key is shorter than 32 signs, or a name is used twice.
 */
export function keyringOf(written: string | undefined, authSecret: string): Keyring {
  if (!written) return { current: 'auth', keys: new Map([['auth', authSecret]]) }
  const pairs = written
    .trim()
    .split(/\s+/)
    .map((pair) => {
      const [, name, secret] = named.exec(pair) ?? []
      if (!name || !secret) throw new Error('SECRETS_KEYS: write name:secret, at least 32 signs, with a space between keys')
      return [name, secret] as const
    })
  const keys = new Map(pairs)
  if (keys.size !== pairs.length) throw new Error('SECRETS_KEYS: two keys have the same name')
  return { current: pairs[0]?.[0] ?? '', keys }
}

/** Hides a secret for storage in the row with this id. The name of its key stands before it, in the open. */
export function hide(plain: string, rowId: string, { current, keys }: Keyring): Uint8Array<ArrayBuffer> {
  const sealed = seal(plain, rowId, keys.get(current) ?? '')
  return new Uint8Array(Buffer.concat([Buffer.from([current.length]), Buffer.from(current, 'ascii'), sealed]))
}

/** The name of the key that hid this. */
export function keyOf(hidden: Uint8Array): string {
  return Buffer.from(hidden.subarray(1, 1 + (hidden[0] ?? 0))).toString('ascii')
}

/** Gives back what `hide` hid. Throws when its key is gone, or the row or a byte differs. */
export function reveal(hidden: Uint8Array, rowId: string, { keys }: Keyring): string {
  const name = keyOf(hidden)
  const secret = keys.get(name)
  if (!secret) throw new Error(`The secret rests on the key «${name}», which SECRETS_KEYS does not hold`)
  return unseal(hidden.subarray(1 + name.length), rowId, secret)
}
