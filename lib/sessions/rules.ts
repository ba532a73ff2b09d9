/** How long a session has left, in seconds. */
export interface Left {
  /** Until it is over if nothing is done. */
  idle: number
  /** Until it is over whatever is done. */
  life: number
}

/** What an open page knows of the session it is read in. */
export type Watch =
  | { kind: 'quiet'; left: Left }
  | { kind: 'warning'; left: Left; isAtEnd: boolean }
  /** The reader has been warned, and waved it away. */
  | { kind: 'warned'; left: Left }
  | { kind: 'over' }
  /** The reader knows that it is over, and stays on the page. */
  | { kind: 'left-alone' }

const warnSeconds = 180

/** Whether nothing the reader does can make it last longer. */
const isAtEnd = ({ idle, life }: Left) => life <= idle

/** What is known once the server has been asked; `left` is null where the session is over. */
export function asked(before: Watch, left: Left | null): Watch {
  if (left === null) return before.kind === 'left-alone' ? before : { kind: 'over' }
  if (left.idle > warnSeconds) return { kind: 'quiet', left }
  // Whoever has been warned once of the same is not warned again.
  return before.kind === 'warned' ? { kind: 'warned', left } : { kind: 'warning', left, isAtEnd: isAtEnd(left) }
}

/** What is known when the reader waves away what is shown. */
export function waved(now: Watch): Watch {
  if (now.kind === 'warning') return { kind: 'warned', left: now.left }
  return now.kind === 'over' ? { kind: 'left-alone' } : now
}

/** In how many seconds the server is to be asked again; null where there is nothing more to ask. */
export function secondsToAsk(now: Watch): number | null {
  if (now.kind === 'over' || now.kind === 'left-alone') return null
  return now.kind === 'quiet' ? Math.max(1, now.left.idle - warnSeconds) + 1 : now.left.idle + 1
}
