import type { Advisor, Staff } from '@/lib/platform/actor'

// People as a policy sees them: no row in any database. All but Ola are the same person by id, so that who one is alone gives nothing.

const fagervik = { id: 'm1', number: '6001', name: 'Fagervik', writtenNorm: 'bokmal' }

export const kari: Staff = { kind: 'staff', personId: 'kari', name: 'Kari Nordmann', roles: ['member'], municipality: fagervik }
export const ola: Staff = { ...kari, personId: 'ola', name: 'Ola Nordmann' }
export const kariElsewhere: Staff = { ...kari, municipality: { ...fagervik, id: 'm2', number: '6002', name: 'Lillevik' } }
export const kariAsGuest: Staff = { ...kari, roles: [], home: { name: 'Lillevik' } }
export const kariAsAdvisor: Advisor = { kind: 'advisor', personId: 'kari', name: 'Kari Nordmann', roles: ['advisor'] }
