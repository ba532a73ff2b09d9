import 'server-only'
import type { Role } from '@/generated/prisma/enums'
import type { Operator } from '@/lib/platform/actor'
import { read } from '@/lib/platform/db'
import { type SetupState, setupState } from './rules'

export interface SetupRow {
  id: string
  name: string
  email: string
  role: Role
  invitedAt: Date
  state: SetupState
}

/** Those who were sent a link to set up or come in first, the latest first; of KommIT where no municipality is given. */
export function setups(who: Operator, municipalityId: string | null): Promise<SetupRow[]> {
  return read(who, async (tx) => {
    const rows = await tx.setupInvitation.findMany({
      where: { municipalityId },
      orderBy: { invitedAt: 'desc' },
      take: 20,
      select: {
        ...{ id: true, name: true, email: true, role: true, invitedAt: true, expiresAt: true, openedAt: true },
        ...{ sessionExpiresAt: true, subject: true, seatedAt: true, endedAt: true },
      },
    })
    return rows.map(({ subject, expiresAt, openedAt, sessionExpiresAt, seatedAt, endedAt, ...row }) => ({
      ...row,
      state: setupState({ expiresAt, openedAt, sessionExpiresAt, seatedAt, endedAt, hasTried: subject !== null }, new Date()),
    }))
  })
}

/** Whom a connection makes the first administrator when it is approved; null where it does not. */
export function founderOf(who: Operator, connectionId: string): Promise<{ name: string; email: string } | null> {
  return read(who, (tx) =>
    tx.setupInvitation.findFirst({
      where: { connectionId, subject: { not: null }, seatedAt: null, endedAt: null },
      select: { name: true, email: true },
    }),
  )
}
