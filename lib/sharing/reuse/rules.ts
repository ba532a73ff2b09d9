import type { ReuseState } from '@/generated/prisma/enums'

/** The states that are use, or about to be. Who considers it, or has left it, does not build on it. */
export const usedStates: ReuseState[] = ['planned', 'in_progress', 'in_operation', 'stopped']

/** Reuse that counts: said by the adopter, and use. */
export const countedReuse = { confirmedOn: { not: null }, state: { in: usedStates } }
