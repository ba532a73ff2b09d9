import { expect, test } from 'vitest'
import { type Actor, visitor } from '@/lib/platform/actor'
import { kari, kariAsAdvisor, kariAsGuest, kariElsewhere, ola } from '@/lib/testing/people'
import { mayPublishReport, mayWriteReport, writerRole } from './policy'

const project = { municipalityId: 'm1', members: [{ personId: 'kari', role: 'benefit_owner' as const }] }

test.each<[string, Actor, may: boolean]>([
  ['somebody in the project', kari, true],
  ['a colleague', ola, false],
  ['a portfolio manager', { ...ola, roles: ['portfolio_manager'] }, true],
  ['an administrator', { ...ola, roles: ['municipality_admin'] }, true],
  ['a guest in the project', kariAsGuest, false],
  ['somebody elsewhere', kariElsewhere, false],
  ['an advisor', kariAsAdvisor, false],
  ['a visitor', visitor, false],
])('%s writes and publishes the report or not, as the table says', (_, actor, may) => {
  expect([mayWriteReport(actor, project), mayPublishReport(actor, project)]).toEqual([may, may])
})

test('a report is published as what one is in the project, else in the municipality', () => {
  expect(writerRole(kari, project)).toBe('benefit_owner')
  expect(writerRole({ ...ola, roles: ['portfolio_manager', 'municipality_admin'] }, project)).toBe('portfolio_manager')
  expect(writerRole({ ...ola, roles: ['municipality_admin'] }, project)).toBe('municipality_admin')
})
