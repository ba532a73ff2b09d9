import { addDays, dayBeginsAt, type IsoDate } from '@/lib/platform/dates'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { grants } from '../../demo/grants'
import { found } from './context'
import type { PeopleIds } from './people'

/** Inserts the advisors whom municipalities have let in, each with the row they act as there. */
export async function insertGrants(tx: Tx, people: PeopleIds, today: IsoDate): Promise<void> {
  for (const { municipality, by, advisor: key, role, days, reason } of grants) {
    const advisorId = found(people.get(null)?.get(key), key)
    const [advisor, giver] = [
      await tx.person.findUniqueOrThrow({ where: { id: advisorId }, select: { name: true, email: true } }),
      await tx.person.findUniqueOrThrow({
        where: { id: found(people.get(municipality)?.get(by), `${municipality} ${by}`) },
        select: { id: true, municipalityId: true },
      }),
    ]
    const own = { municipalityId: found(giver.municipalityId, `home of ${by}`) }
    const personId = newId()
    await tx.person.createMany({
      data: [{ ...own, id: personId, name: `${advisor.name} (KommIT)`, email: advisor.email, homePersonId: advisorId }],
    })
    await tx.advisorGrant.createMany({
      data: [{ ...own, personId, advisorId, role, reason, grantedBy: giver.id, validTo: dayBeginsAt(addDays(today, days + 1)) }],
    })
  }
}
