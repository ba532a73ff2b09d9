import { expect, test } from 'vitest'
import { type Actor, visitor } from '@/lib/platform/actor'
import { kari, kariAsAdvisor, kariAsGuest, kariElsewhere, ola } from '@/lib/testing/people'
import { mayExchangeImprovements, maySeeImprovements } from './improvements/policy'
import { mayCopy } from './policy'
import { mayAnswerReuse, mayProposeReuse, maySayReuse } from './reuse/policy'

const thing = { municipalityId: 'm1', members: [{ personId: 'kari', role: 'project_support' as const }] }

test.each<[string, Actor, may: string]>([
  ['somebody in the project', kari, 'answer propose see exchange'],
  ['a colleague', ola, 'answer propose see'],
  ['a colleague who only reads the portfolio', { ...ola, roles: ['portfolio_reader'] }, 'see'],
  ['a guest in the project', kariAsGuest, ''],
  ['somebody elsewhere', kariElsewhere, 'copy say'],
  ['somebody elsewhere who only reads the portfolio', { ...kariElsewhere, roles: ['portfolio_reader'] }, ''],
  ['an advisor', kariAsAdvisor, ''],
  ['a visitor', visitor, ''],
])('%s may what the table says', (_, actor, may) => {
  const allowed = {
    copy: mayCopy(actor, thing),
    say: maySayReuse(actor, thing),
    answer: mayAnswerReuse(actor, thing),
    propose: mayProposeReuse(actor, thing),
    see: maySeeImprovements(actor, thing),
    exchange: mayExchangeImprovements(actor, thing),
  }
  expect(
    Object.entries(allowed)
      .flatMap(([name, isAllowed]) => (isAllowed ? [name] : []))
      .join(' '),
  ).toBe(may)
})
