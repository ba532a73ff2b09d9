import 'server-only'
import type { PublishingRule, Visibility } from '@/generated/prisma/enums'
import type { Actor, Staff } from '@/lib/platform/actor'
import { read, type Tx } from '@/lib/platform/db'
import { refuseUnless } from '@/lib/platform/refusal'
import { mayApprovePublications } from './policy'
import { maySharePlainly, type Policy, usualPolicy } from './rules'

async function stored(tx: Tx, municipalityId: string): Promise<Policy & { version: number }> {
  const row = await tx.publishingPolicy.findUnique({ where: { municipalityId } })
  if (!row) return { ...usualPolicy, version: 0 }
  const { toOwn, toCollaboration, toMunicipalities, toOpen, version } = row
  return { municipality: toOwn, collaboration: toCollaboration, municipalities: toMunicipalities, open: toOpen, version }
}

/** What the municipality has decided of publishing this widely. */
export async function publishingRule(tx: Tx, municipalityId: string, visibility: Visibility): Promise<PublishingRule> {
  return (await stored(tx, municipalityId))[visibility]
}

/** Refuses where the municipality does not let the actor share a project or a lesson this widely. */
export async function refuseSharing(
  tx: Tx,
  actor: Actor,
  thing: { municipalityId: string; visibility: Visibility },
): Promise<void> {
  if (thing.visibility === 'municipality') return
  const rule = await publishingRule(tx, thing.municipalityId, thing.visibility)
  const key = rule === 'nobody' ? 'errors.publishedByNobody' : 'errors.publishedByManagers'
  refuseUnless(maySharePlainly(rule, mayApprovePublications(actor)), 'forbidden', { visibility: key })
}

/** All that the actor's own municipality has decided; version 0 where it has decided nothing. */
export function publishingPolicy(who: Staff): Promise<Policy & { version: number }> {
  return read(who, (tx) => stored(tx, who.municipality.id))
}

/** Those who may look at what another wants to publish, by name. */
export function approvers(tx: Tx, { municipality, personId }: Staff): Promise<{ id: string; name: string }[]> {
  return tx.person.findMany({
    where: {
      ...{ municipalityId: municipality.id, homePersonId: null, status: 'active', id: { not: personId } },
      roles: { some: { role: { in: ['portfolio_manager', 'municipality_admin'] } } },
    },
    orderBy: { name: 'asc' },
    take: 100,
    select: { id: true, name: true },
  })
}
