/** How long whoever hands a letter over has it for themselves: longer than any mail server is waited for. */
export const holdMinutes = 5

/** What a mail server has not taken for so long is given up. */
export const daysTried = 3

const waits = [1, 5, 15, 60]

/** How long a letter waits after its nth try: a server that is away is asked ever more seldom. */
export function minutesToNextTry(attempts: number): number {
  return waits[Math.min(attempts, waits.length) - 1] ?? 1
}
