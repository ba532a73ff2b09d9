import { expect, test } from 'vitest'
import { type Actor, visitor } from '@/lib/platform/actor'
import { kari, kariAsAdvisor, kariAsGuest, kariElsewhere, ola } from '@/lib/testing/people'
import { type AskedFacts, mayAnswer, mayAsk } from './policy'

const toFew: AskedFacts = { municipalityId: 'm3', report: { id: 'r' }, asked: [{ municipalityId: 'm1' }] }
const toAll: AskedFacts = { municipalityId: 'm1', report: null, asked: [] }

test.each<[string, Actor, ask: boolean, few: boolean, all: boolean]>([
  ['somebody who was asked', ola, true, true, false],
  ['somebody elsewhere', kariElsewhere, true, false, true],
  ['a reader of the portfolio', { ...ola, roles: ['portfolio_reader'] }, false, false, false],
  ['a guest', kariAsGuest, false, false, false],
  ['an advisor', kariAsAdvisor, true, true, true],
  ['a visitor', visitor, false, false, false],
])('%s asks and answers as the table says', (_, actor, ...may) => {
  expect([mayAsk(actor), mayAnswer(actor, toFew), mayAnswer(actor, toAll)]).toEqual(may)
})

test('what an advisor asks all, all answer', () => {
  expect(mayAnswer(kari, { ...toAll, municipalityId: null })).toBe(true)
})
