import 'server-only'
import { keepSealed, openSealed } from './cookies'

const minute = 60

/**
 * A form of ours may send only to ourselves (`form-action`), and browsers hold the redirects that follow to the same. So the way to a
 * provider goes by a page of ours, `/videre`: the address lies sealed in a cookie that only we can make.
 */
export async function keepOnward(address: string): Promise<'/videre'> {
  await keepSealed('onward', address, minute)
  return '/videre'
}

/** Where the reader was going, or null where no sign-in or sign-out of ours has begun. */
export function onwardAddress(): Promise<string | null> {
  return openSealed('onward')
}
