import { expect, test } from 'vitest'
import type { ProjectRole, Role } from '@/generated/prisma/enums'
import { type Actor, visitor } from '@/lib/platform/actor'
import { mayDecideGate, mayRunProject, mayShareProject } from './policy'

const home = { id: 'm1', number: '6001', name: 'Fagervik', writtenNorm: 'bokmal' }
const staff = (roles: Role[], municipality = home): Actor => ({
  kind: 'staff',
  personId: 'kari',
  name: 'Kari Nordmann',
  roles,
  municipality,
})
const elsewhere = { ...home, id: 'm2', number: '6002' }
const advisor: Actor = { kind: 'advisor', personId: 'kari', name: 'Kari Nordmann', roles: ['advisor', 'portfolio_manager'] }
const guest: Actor = { ...staff([]), home: { name: 'Lillesand' } } as Actor
const everyRole: Role[] = ['member', 'portfolio_manager', 'portfolio_reader', 'municipality_admin', 'advisor', 'operator']

/** What one may do, as one letter each: run, share, decide. */
const table: [who: string, actor: Actor, role: ProjectRole | null, may: string][] = [
  ['a member without a role in the project', staff(['member']), null, ''],
  ['a member who supports the project', staff(['member']), 'project_support', 'run'],
  ['a member who owns its benefits', staff(['member']), 'benefit_owner', 'run'],
  ['a member who manages the project', staff(['member']), 'project_manager', 'run share'],
  ['a member who owns the project', staff(['member']), 'project_owner', 'run share decide'],
  ['a portfolio manager', staff(['member', 'portfolio_manager']), null, 'run share decide'],
  ['an administrator', staff(['member', 'municipality_admin']), null, 'run share decide'],
  ['a portfolio manager who supports the project', staff(['portfolio_manager']), 'project_support', 'run share decide'],
  ['a reader of the portfolio', staff(['portfolio_reader']), null, ''],
  ['an operator', staff(['operator']), null, ''],
  ['somebody without any role', staff([]), null, ''],
  ['somebody elsewhere with every role', staff(everyRole, elsewhere), null, ''],
  ['somebody elsewhere who stands in its list', staff(everyRole, elsewhere), 'project_owner', ''],
  ['a guest who supports the project', guest, 'project_support', 'run'],
  ['a guest who manages the project', guest, 'project_manager', 'run'],
  ['a guest who was made owner', guest, 'project_owner', 'run'],
  ['a guest without a role', guest, null, ''],
  ['an advisor', advisor, 'project_owner', ''],
  ['a visitor', visitor, null, ''],
]

test.each(table)('%s may what the table says', (_, actor, role, may) => {
  const others = { personId: 'ola', role: 'project_owner' as const }
  const project = { municipalityId: home.id, members: role ? [others, { personId: 'kari', role }] : [others] }
  const allowed = {
    run: mayRunProject(actor, project),
    share: mayShareProject(actor, project),
    decide: mayDecideGate(actor, project),
  }
  const names = Object.entries(allowed).flatMap(([name, isAllowed]) => (isAllowed ? [name] : []))
  expect(names.join(' ')).toBe(may)
})

test('whoever has two roles may what either gives', () => {
  const members = (['project_support', 'project_owner'] as const).map((role) => ({ personId: 'kari', role }))
  expect(mayDecideGate(staff(['member']), { municipalityId: home.id, members })).toBe(true)
})
