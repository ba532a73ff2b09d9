import type { PrismaClient } from '../../generated/prisma/client'

interface Invited {
  id: string
  name: string
  email: string
  tokenHash: Uint8Array<ArrayBuffer>
  expiresAt: Date
}

/** Sends for somebody who is to set up the sign-in of KommIT and run Delt: as operators do, where there is none yet. */
export function inviteNational(prisma: PrismaClient, { id, ...invited }: Invited): Promise<void> {
  return prisma.$transaction(async (tx) => {
    await tx.setupInvitation.createMany({ data: [{ id, role: 'operator', ...invited }] })
    const detail = { role: 'operator', by: 'command' }
    await tx.auditEvent.createMany({
      data: [{ action: 'person.setup', subjectType: 'setup_invitation', subjectId: id, detail }],
    })
  })
}

interface Approved {
  issuer: string
  tester: string
  seated: string
}

/**
 * Takes the connections of KommIT into use that have been sent, and lets in whoever tried them by their link. Not once there is an operator who
 * can: then it is theirs to look at.
 */
export function approveNational(prisma: PrismaClient): Promise<Approved[]> {
  return prisma.$transaction(async (tx) => {
    const waiting = await tx.identityProvider.findMany({ where: { municipalityId: null, status: 'submitted' } })
    if (waiting.length === 0) throw new Error('No connection of KommIT waits for approval.')
    const known = { identityProvider: { status: 'approved' as const } }
    const operators = await tx.person.count({
      where: { municipalityId: null, status: 'active', roles: { some: { role: 'operator' } }, identities: { some: known } },
    })
    if (operators > 0) throw new Error('There is an operator who can come in. Approve it at /drift.')
    await tx.$queryRaw`SELECT set_config('delt.viewer_kind', 'operator', true)`
    const approved: Approved[] = []
    for (const { id, issuer, testedBy } of waiting) {
      await tx.identityProvider.update({
        where: { id },
        select: { id: true },
        data: { status: 'approved', approvedAt: new Date(), returnedReason: null },
      })
      const founders = await tx.setupInvitation.findMany({
        where: { connectionId: id, subject: { not: null }, seatedAt: null, endedAt: null },
        select: { id: true, subject: true, name: true },
      })
      for (const founder of founders)
        await tx.$queryRaw`SELECT seat_founder(${founder.id}::uuid, ${id}::uuid, ${founder.subject})`
      const entry = { subjectType: 'identity_provider', subjectId: id, detail: { by: 'command' } }
      await tx.auditEvent.createMany({ data: [{ action: 'connection.approve', ...entry }] })
      approved.push({ issuer, tester: testedBy ?? '–', seated: founders.map(({ name }) => name).join(', ') || 'Nobody' })
    }
    return approved
  })
}
