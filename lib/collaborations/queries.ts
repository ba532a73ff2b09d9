import 'server-only'
import type { Staff } from '@/lib/platform/actor'
import { read } from '@/lib/platform/db'

export interface CollaborationView {
  id: string
  name: string
  description: string
  members: string[]
  /** Those who are asked, by whom, and whether we may take it back. */
  asked: { id: string; name: string; by: string; isOurs: boolean }[]
  /** Those who can be asked. */
  others: { id: string; name: string }[]
}

export interface AskedInto {
  id: string
  name: string
  description: string
  by: string
  members: string[]
  at: Date
}

const municipality = { select: { id: true, displayName: true } } as const

/** The collaborations of the actor's municipality, and those it is asked into. */
export function collaborationsOf(who: Staff): Promise<{ mine: CollaborationView[]; askedInto: AskedInto[] }> {
  return read(who, async (tx) => {
    const own = who.municipality.id
    const participants = await tx.municipality.findMany({
      where: { participation: { isNot: null } },
      orderBy: { displayName: 'asc' },
      select: { id: true, displayName: true },
    })
    const members = { select: { municipality }, orderBy: { municipality: { displayName: 'asc' } } } as const
    const rows = await tx.collaboration.findMany({
      where: { members: { some: { municipalityId: own } } },
      orderBy: { name: 'asc' },
      select: {
        ...{ id: true, name: true, description: true, members },
        invitations: {
          where: { answeredAt: null },
          select: { id: true, municipalityId: true, municipality, invitedMunicipality: municipality },
        },
      },
    })
    const waiting = await tx.collaborationInvitation.findMany({
      where: { invitedMunicipalityId: own, answeredAt: null },
      orderBy: { invitedAt: 'asc' },
      select: {
        ...{ id: true, invitedAt: true, municipality },
        collaboration: { select: { name: true, description: true, members } },
      },
    })
    const namesOf = (list: { municipality: { displayName: string } }[]) => list.map((one) => one.municipality.displayName)
    return {
      mine: rows.map(({ members, invitations, ...row }) => {
        const inIt = [...members.map((one) => one.municipality.id), ...invitations.map((one) => one.invitedMunicipality.id)]
        return {
          ...row,
          members: namesOf(members),
          asked: invitations.map((one) => ({
            ...{ id: one.id, name: one.invitedMunicipality.displayName, by: one.municipality.displayName },
            isOurs: one.municipalityId === own,
          })),
          others: participants.filter(({ id }) => !inIt.includes(id)).map(({ id, displayName }) => ({ id, name: displayName })),
        }
      }),
      askedInto: waiting.map(({ id, invitedAt, municipality: { displayName }, collaboration }) => ({
        ...{ id, by: displayName, at: invitedAt, name: collaboration.name, description: collaboration.description },
        members: namesOf(collaboration.members),
      })),
    }
  })
}
