import { createHash, randomBytes } from 'node:crypto'

/** How long a link to set up the first sign-in waits for its reader, and how long it may be worked with once it is opened. */
export const setupDays = 7
export const setupHours = 8

/** What a link carries, and how it is kept: whoever reads the database cannot use it. */
export function newSetupLink(now = Date.now()) {
  const token = randomBytes(32).toString('base64url')
  return { token, tokenHash: setupHash(token), expiresAt: new Date(now + setupDays * 86_400_000) }
}

export function setupHash(token: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(`setup:${token}`).digest())
}

/** The address of a link. */
export const setupAddress = (origin: string, token: string) => `${origin}/kom-i-gang/lenke/${token}`
