export type SetupState = 'sent' | 'opened' | 'tried' | 'seated' | 'ended' | 'over'

interface Setup {
  expiresAt: Date
  openedAt: Date | null
  sessionExpiresAt: Date | null
  hasTried: boolean
  seatedAt: Date | null
  endedAt: Date | null
}

/** How far somebody who was sent a link has come. What they have tried stays, also after their hours are over. */
export function setupState(setup: Setup, now: Date): SetupState {
  if (setup.seatedAt) return 'seated'
  if (setup.endedAt) return 'ended'
  if (setup.hasTried) return 'tried'
  if (setup.openedAt) return setup.sessionExpiresAt && setup.sessionExpiresAt > now ? 'opened' : 'over'
  return setup.expiresAt > now ? 'sent' : 'over'
}

/** The page of a place at the operators' desk. */
export const placePage = (number: string) => (number === 'kommit' ? '/drift/kommit' : `/drift/kommuner/${number}`)
