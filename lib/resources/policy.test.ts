import { expect, test } from 'vitest'
import { type Actor, type Staff, visitor } from '@/lib/platform/actor'
import { kari, kariAsAdvisor, kariAsGuest, ola } from '@/lib/testing/people'
import { mayRegisterAbsence } from './policy'

test('people register their own absence, those who mind the portfolio or the people anybody’s', () => {
  const may = (actor: Actor) => mayRegisterAbsence(actor, 'kari')
  const manager: Staff = { ...ola, roles: ['portfolio_manager'] }
  expect([kari, kariAsGuest, manager].map(may)).toEqual([true, true, true])
  expect([ola, kariAsAdvisor, visitor].map(may)).toEqual([false, false, false])
})
