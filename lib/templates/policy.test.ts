import { expect, test } from 'vitest'
import type { Role } from '@/generated/prisma/enums'
import { type Actor, type Staff, visitor } from '@/lib/platform/actor'
import { mayManageTemplates, mayStartProject } from './policy'

const staff = (...roles: Role[]): Staff => ({
  kind: 'staff',
  personId: 'kari',
  name: 'Kari Nordmann',
  roles,
  municipality: { id: 'm1', number: '6001', name: 'Fagervik', writtenNorm: 'bokmal' },
})
const advisor: Actor = { kind: 'advisor', personId: 'kari', name: 'Kari Nordmann', roles: ['advisor', 'member'] }

test.each<[who: string, actor: Actor, may: string]>([
  ['a visitor', visitor, ''],
  ['an advisor', advisor, ''],
  ['a member', staff('member'), 'start'],
  ['a reader of the portfolio', staff('portfolio_reader'), 'start'],
  ['a portfolio manager', staff('portfolio_manager'), 'start manage'],
  ['an administrator', staff('municipality_admin'), 'start manage'],
  ['an operator', staff('operator'), ''],
  ['one without any role', staff(), ''],
  ['a guest', { ...staff(), home: { name: 'Lillesand' } }, ''],
  ['a guest somebody gave a role', { ...staff('member', 'portfolio_reader'), home: { name: 'Lillesand' } }, ''],
])('%s may what the table says', (_, actor, may) => {
  const allowed = { start: mayStartProject(actor), manage: mayManageTemplates(actor) }
  const names = Object.entries(allowed).flatMap(([name, isAllowed]) => (isAllowed ? [name] : []))
  expect(names.join(' ')).toBe(may)
})
