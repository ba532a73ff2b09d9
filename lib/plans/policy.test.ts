import { expect, test } from 'vitest'
import { type Actor, visitor } from '@/lib/platform/actor'
import { kari, kariAsAdvisor, kariAsGuest, kariElsewhere, ola } from '@/lib/testing/people'
import { mayComparePlans, mayJoinPlan, mayLeavePlan, mayReadPlans, maySharePlan } from './policy'

const plan = { municipalityId: 'm1', members: [{ personId: 'kari', role: 'project_support' as const }] }

test.each<[string, Actor, may: string]>([
  ['somebody in the project', kari, 'read compare share leave'],
  ['a colleague', ola, 'read compare leave'],
  ['an administrator', { ...ola, roles: ['municipality_admin'] }, 'read compare share leave'],
  ['somebody in the project without a role in the municipality', { ...kari, roles: [] }, 'read'],
  ['a guest in the project', kariAsGuest, 'read'],
  ['somebody elsewhere', kariElsewhere, 'read compare join leave'],
  ['an administrator elsewhere, and no more', { ...kariElsewhere, roles: ['municipality_admin'] }, 'read compare leave'],
  ['an advisor', kariAsAdvisor, 'read'],
  ['a visitor', visitor, ''],
])('%s may what the table says', (_, actor, may) => {
  const allowed = {
    read: mayReadPlans(actor),
    compare: mayComparePlans(actor),
    share: maySharePlan(actor, plan),
    join: mayJoinPlan(actor, plan),
    leave: mayLeavePlan(actor),
  }
  expect(
    Object.entries(allowed)
      .flatMap(([name, isAllowed]) => (isAllowed ? [name] : []))
      .join(' '),
  ).toBe(may)
})
