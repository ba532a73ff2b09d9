import { expect, test } from 'vitest'
import { type Actor, visitor } from '@/lib/platform/actor'
import { kari, kariAsAdvisor, kariAsGuest, kariElsewhere } from '@/lib/testing/people'
import { mayFlag, mayFlagUnnamed } from './flags/policy'
import { mayDiscuss, mayRecommend, mayWithdraw } from './recommendations/policy'

test.each<[string, Actor, may: string]>([
  ['somebody whose municipality has said something', kari, 'flag discuss recommend withdraw'],
  ['a guest there', kariAsGuest, ''],
  ['somebody elsewhere', kariElsewhere, 'flag discuss recommend'],
  ['an advisor', kariAsAdvisor, 'flag'],
  ['an operator', { kind: 'operator', personId: 'o', name: 'Odd', roles: ['operator'] }, ''],
  ['a visitor', visitor, 'unnamed'],
])('%s may what the table says', (_, actor, may) => {
  const allowed = {
    flag: mayFlag(actor),
    unnamed: mayFlagUnnamed(actor),
    discuss: mayDiscuss(actor),
    recommend: mayRecommend(actor, true),
    withdraw: mayWithdraw(actor, { municipalityId: 'm1' }),
  }
  expect(
    Object.entries(allowed)
      .flatMap(([name, isAllowed]) => (isAllowed ? [name] : []))
      .join(' '),
  ).toBe(may)
})

test('only a municipality that uses a report says what it thinks of it', () => {
  expect(mayRecommend(kari, false)).toBe(false)
})
