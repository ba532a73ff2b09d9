import { expect, test } from 'vitest'
import type { Role } from '@/generated/prisma/enums'
import { type Actor, type Staff, visitor } from '@/lib/platform/actor'
import { type IdeaFacts, mayAssessIdea, mayEditIdea, mayRegisterIdea } from './policy'

const staff = (roles: Role[], { personId = 'kari', home = 'grimstad' } = {}): Staff => ({
  kind: 'staff',
  personId,
  name: personId,
  roles,
  municipality: { id: home, number: '4202', name: home, writtenNorm: 'bokmal' },
})
const idea: IdeaFacts = { municipalityId: 'grimstad', registeredBy: 'ola', decision: 'considering' }
const elsewhere = { personId: 'ola', home: 'lillesand' }
const advisor: Actor = { kind: 'advisor', personId: 'solveig', name: 'Solveig', roles: ['advisor'] }

test.each<[string, Actor, Record<'register' | 'editOpen' | 'editDecided' | 'assess', boolean>]>([
  ['a visitor', visitor, { register: false, editOpen: false, editDecided: false, assess: false }],
  ['an advisor', advisor, { register: false, editOpen: false, editDecided: false, assess: false }],
  ['one with insight', staff(['portfolio_reader']), { register: true, editOpen: false, editDecided: false, assess: false }],
  ['an operator', staff(['operator']), { register: false, editOpen: false, editDecided: false, assess: false }],
  ['one without any role', staff([]), { register: false, editOpen: false, editDecided: false, assess: false }],
  [
    'a guest',
    { ...staff([]), home: { name: 'Lillesand' } },
    { register: false, editOpen: false, editDecided: false, assess: false },
  ],
  ['a member', staff(['member']), { register: true, editOpen: false, editDecided: false, assess: false }],
  ['the author', staff(['member'], { personId: 'ola' }), { register: true, editOpen: true, editDecided: false, assess: false }],
  ['a portfolio manager', staff(['portfolio_manager']), { register: true, editOpen: true, editDecided: true, assess: true }],
  ['an administrator', staff(['municipality_admin']), { register: true, editOpen: true, editDecided: true, assess: true }],
  [
    'a portfolio manager elsewhere',
    staff(['member', 'portfolio_manager'], elsewhere),
    { register: true, editOpen: false, editDecided: false, assess: false },
  ],
])('%s', (_, actor, may) => {
  expect({
    register: mayRegisterIdea(actor),
    editOpen: mayEditIdea(actor, idea),
    editDecided: mayEditIdea(actor, { ...idea, decision: 'approved' }),
    assess: mayAssessIdea(actor, idea),
  }).toEqual(may)
})
