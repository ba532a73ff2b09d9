import 'server-only'
import { headers } from 'next/headers'
import { config } from './config'
import { refuseUnless } from './refusal'

/**
 * Whether a request that changes something comes from our own pages: its origin is ours, or the browser vouches for it.
 * A request that proves neither is refused, also when it carries no origin at all.
 */
export function isSameOrigin(requestHeaders: Pick<Headers, 'get'>, origin: string): boolean {
  const claimed = requestHeaders.get('origin')
  if (claimed !== null) return claimed === origin
  return requestHeaders.get('sec-fetch-site') === 'same-origin'
}

/** Throws `Refusal('forbidden')` for a change that other sites may have sent. First in every action. */
export async function requireSameOrigin(): Promise<void> {
  refuseUnless(isSameOrigin(await headers(), config().origin), 'forbidden')
}
