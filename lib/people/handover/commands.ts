import 'server-only'
import { Prisma } from '@/generated/prisma/client'
import { tellEach } from '@/lib/news/commands'
import type { Actor, Staff } from '@/lib/platform/actor'
import { audit } from '@/lib/platform/audit'
import { type Tx, transaction, withDeleted } from '@/lib/platform/db'
import { refuseUnless } from '@/lib/platform/refusal'
import { shutOut } from '../administration/commands'
import { mayAdminister } from '../administration/policy'
import type { HandOverInput } from './input'
import { heldBy } from './queries'
import { type DutyPlace, dutyPlaces, type HeldDuty, shareOut } from './rules'

/**
 * Gives what somebody answers for to others, each to whom it is given, and the rest to one; and shuts the person out with the same stroke
 * where that is asked for. Then nothing may be left. Gives how much changed hands.
 */
export function handOverDuties(actor: Actor, input: HandOverInput): Promise<{ count: number }> {
  return transaction(
    actor,
    async (tx) => {
      refuseUnless(mayAdminister(actor), 'forbidden')
      const { personId } = input
      const own = { municipalityId: actor.municipality.id, homePersonId: null }
      refuseUnless(await tx.person.count({ where: { id: personId, ...own } }), 'not-found')
      const { given, left } = shareOut(await heldBy(tx, personId), input)
      refuseUnless(!input.deactivate || left.length === 0, 'conflict', { toId: 'errors.everythingNeedsOwner' })
      const receivers = [...new Set(given.map(({ toId }) => toId))]
      const known = await tx.person.count({ where: { ...own, status: 'active', id: { in: receivers, not: personId } } })
      refuseUnless(known === receivers.length, 'not-found', { toId: 'errors.unknown' })
      await withDeleted(tx, async () => {
        for (const place of dutyPlaces)
          for (const toId of receivers)
            await move(
              tx,
              actor,
              place,
              given.filter(({ duty, toId: to }) => duty.kind === place.kind && to === toId).map(({ duty }) => duty.key),
              { personId, toId },
            )
      })
      await tellEach(tx, actor, receivers, { kind: 'duties_handed_over' })
      await noteHandOver(tx, actor, personId, given)
      if (input.deactivate) {
        await shutOut(tx, actor, personId)
        refuseUnless((await heldBy(tx, personId)).length === 0, 'conflict')
      }
      return { count: given.length }
    },
    { timeout: 60_000 },
  )
}

interface Hands {
  personId: string
  toId: string
}

async function move(tx: Tx, actor: Staff, place: DutyPlace, keys: string[], { personId, toId }: Hands): Promise<void> {
  if (keys.length === 0) return
  const { kind, table, column, key, isVersioned } = place
  const [from, to] = [Prisma.sql`${personId}::uuid`, Prisma.sql`${toId}::uuid`]
  const these = Prisma.sql`x.municipality_id = ${actor.municipality.id}::uuid AND x.${Prisma.raw(column)} = ${from}
    AND ${Prisma.raw(key)} = ANY (${keys})`
  if (kind === 'member') {
    // Somebody may have the role already.
    await tx.$executeRaw`INSERT INTO project_member (municipality_id, project_id, role, person_id)
      SELECT x.municipality_id, x.project_id, x.role, ${to} FROM project_member x WHERE ${these} ON CONFLICT DO NOTHING`
    await tx.$executeRaw`DELETE FROM project_member x WHERE ${these}`
    return
  }
  if (kind === 'view') {
    await tx.$executeRaw`SELECT hand_over_views(${keys}::uuid[], ${from}, ${to})`
    return
  }
  // Nobody stands in for themselves.
  const others: Partial<Record<typeof kind, Prisma.Sql>> = {
    steward: Prisma.sql`person_id = ${to}, stand_in_id = nullif(x.stand_in_id, ${to})`,
    standIn: Prisma.sql`stand_in_id = nullif(${to}, x.person_id)`,
  }
  await tx.$executeRaw`UPDATE ${Prisma.raw(table)} x SET ${others[kind] ?? Prisma.sql`${Prisma.raw(column)} = ${to}`}
    ${Prisma.raw(isVersioned ? ', version = x.version + 1' : '')} WHERE ${these}`
}

/** Told once of the person, and once in the history of each project. */
async function noteHandOver(tx: Tx, actor: Staff, personId: string, given: { duty: HeldDuty; toId: string }[]): Promise<void> {
  const toIds = [...new Set(given.map(({ toId }) => toId))]
  const detail = { count: given.length, person: personId, to: toIds }
  await audit(tx, actor, { action: 'person.hand-over', subjectType: 'person', subjectId: personId, detail })
  const projects = new Map(given.flatMap(({ duty: { project } }) => (project ? [[project.id, project.title] as const] : [])))
  for (const [projectId, title] of projects)
    await audit(tx, actor, {
      ...{ action: 'project.hand-over', subjectType: 'project', subjectId: projectId, projectId },
      detail: { title, count: given.filter(({ duty }) => duty.project?.id === projectId).length },
    })
}
