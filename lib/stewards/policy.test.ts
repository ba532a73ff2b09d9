import { expect, test } from 'vitest'
import { type Actor, type Staff, visitor } from '@/lib/platform/actor'
import { kari, kariAsAdvisor, kariAsGuest, kariElsewhere, ola } from '@/lib/testing/people'
import { mayAnswerFor, mayHandOver, maySeeSteward, type StewardedFacts } from './policy'

const report = (facts: Partial<StewardedFacts> = {}): StewardedFacts => ({
  municipalityId: 'm1',
  members: [],
  steward: null,
  ...facts,
})
const member = { personId: 'kari', role: 'project_support' as const }

test.each<[string, Actor, StewardedFacts, boolean]>([
  ['the steward', kari, report({ steward: { personId: 'kari', standInId: null } }), true],
  ['the stand-in', kari, report({ steward: { personId: 'ola', standInId: 'kari' } }), true],
  ['somebody with a role in the project', kari, report({ members: [member] }), true],
  ['a colleague', ola, report({ members: [member], steward: { personId: 'kari', standInId: null } }), false],
  ['a colleague where nobody is steward', ola, report(), false],
  ['a portfolio manager', { ...ola, roles: ['portfolio_manager'] }, report(), true],
  ['a guest who was named', kariAsGuest, report({ members: [member], steward: { personId: 'kari', standInId: null } }), false],
  ['somebody elsewhere of that name', kariElsewhere, report({ steward: { personId: 'kari', standInId: 'kari' } }), false],
  ['an advisor', kariAsAdvisor, report({ steward: { personId: 'kari', standInId: null } }), false],
  ['a visitor', visitor, report(), false],
])('%s answers for the report or not, as the table says', (_, actor, facts, may) => {
  expect(mayAnswerFor(actor, facts)).toBe(may)
})

test('colleagues see who answers for it, guests and others do not', () => {
  expect([kari, kariAsGuest, kariElsewhere, kariAsAdvisor, visitor].map((who) => maySeeSteward(who, report()))).toEqual([
    true,
    false,
    false,
    false,
    false,
  ])
})

test('those who mind the portfolio or the people hand over', () => {
  const as = (role: 'portfolio_manager' | 'municipality_admin'): Staff => ({ ...kari, roles: [role] })
  expect([as('portfolio_manager'), as('municipality_admin'), kari, kariAsGuest].map(mayHandOver)).toEqual([
    true,
    true,
    false,
    false,
  ])
})
