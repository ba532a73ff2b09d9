import 'server-only'
import type { PersonStatus, Role } from '@/generated/prisma/enums'
import type { Operator } from '@/lib/platform/actor'
import { read } from '@/lib/platform/db'

export interface KommitPerson {
  id: string
  name: string
  email: string | null
  roles: Role[]
  status: PersonStatus
  lastSignIn: Date | null
  isSelf: boolean
}

/** So many work for KommIT at the most; they are a handful. */
const most = 200

/** Those who work for KommIT, by name. */
export function kommitPeople(who: Operator): Promise<KommitPerson[]> {
  return read(who, async (tx) => {
    const people = await tx.person.findMany({
      where: { municipalityId: null, erasedAt: null },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      take: most,
      select: {
        ...{ id: true, name: true, email: true, status: true },
        roles: { orderBy: { role: 'asc' }, select: { role: true } },
        sessions: { orderBy: { createdAt: 'desc' }, take: 1, select: { createdAt: true } },
      },
    })
    return people.map(({ roles, sessions, ...person }) => ({
      ...person,
      roles: roles.map(({ role }) => role),
      lastSignIn: sessions[0]?.createdAt ?? null,
      isSelf: person.id === who.personId,
    }))
  })
}
