import 'server-only'
import { keepSealed, openSealed } from './cookies'

/** A sign-in that this browser has begun and not ended. */
export interface Way extends Plan {
  /** Names it in the answer of the provider. */
  state: string
  connectionId: string
  /** Of the connection as it was then. */
  version: number
  /** In seconds since 1970. */
  begunAt: number
}

/** What a sign-in is for. */
export interface Plan {
  /** Where it leads. */
  next: string
  /** The door it began at, which a failure leads back to. */
  door?: string
  /** What the provider is to ask, also of somebody who is signed in there. */
  prompt?: Prompt
  /** The person who confirms that it is they: nobody else comes in by it, and not without a proof that is new. */
  confirms?: string
  /** The invitation it began with. */
  invitation?: string
  /** The link of a founder that it began with. */
  setup?: string
  /** Whether it is tried a second time because the level was too low. */
  isStepUp?: boolean
  /** How many times it has begun again because another began in between. */
  rounds?: number
}

export type Prompt = 'login' | 'select_account'

const cookie = 'ways'
const tenMinutes = 600
const most = 3
/** A cookie holds 4096 bytes; sealing and its attributes take their part. */
const longest = 2700

/** The sign-ins that this browser has begun, the latest first. */
export async function keptWays(): Promise<Way[]> {
  const text = await openSealed(cookie)
  return text ? (JSON.parse(text) as Way[]) : []
}

/** Keeps one more, in place of the one it follows, if any. The oldest give way. */
export async function keepWay(way: Way, earlier: string | null): Promise<void> {
  const ways = [way, ...(await keptWays()).filter(({ state }) => state !== earlier)].slice(0, most)
  while (ways.length > 1 && JSON.stringify(ways).length > longest) ways.pop()
  await keepSealed(cookie, JSON.stringify(ways), tenMinutes)
}

/** Lets go of one that has ended. */
export async function forgetWay(ended: string): Promise<void> {
  const left = (await keptWays()).filter(({ state }) => state !== ended)
  await keepSealed(cookie, JSON.stringify(left), left.length > 0 ? tenMinutes : 0)
}
