import { expect, test } from 'vitest'
import { type Actor, visitor } from '@/lib/platform/actor'
import { kari, kariAsAdvisor, kariAsGuest, kariElsewhere, ola } from '@/lib/testing/people'
import { mayChangeProgramme, mayMakeProgramme } from './policy'

const programme = { municipalityId: 'm1', managerId: 'kari' }

test.each<[string, Actor, make: boolean, change: boolean]>([
  ['its manager', kari, false, true],
  ['a colleague', ola, false, false],
  ['a portfolio manager', { ...ola, roles: ['portfolio_manager'] }, true, true],
  ['a guest of that name', kariAsGuest, false, false],
  ['a portfolio manager elsewhere of that name', { ...kariElsewhere, roles: ['portfolio_manager'] }, true, false],
  ['an advisor of that name', kariAsAdvisor, false, false],
  ['a visitor', visitor, false, false],
])('%s makes programmes and changes this one, as the table says', (_, actor, ...may) => {
  expect([mayMakeProgramme(actor), mayChangeProgramme(actor, programme)]).toEqual(may)
})

test('a programme without a manager is nobody else’s', () => {
  expect([ola, visitor].map((who) => mayChangeProgramme(who, { ...programme, managerId: null }))).toEqual([false, false])
})
