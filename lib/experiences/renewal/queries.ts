import 'server-only'
import { createHash } from 'node:crypto'
import type { Actor, Staff } from '@/lib/platform/actor'
import { read, type Tx } from '@/lib/platform/db'
import { freshDraft } from '../drafting/queries'
import { storedReport } from '../editing/queries'
import { storedDraft } from '../editing/rules'
import { mayWriteReport } from '../policy'
import type { DraftReport } from '../rules'
import { type Offer, offersBetween } from './rules'

export interface Renewal {
  projectTitle: string
  version: number
  /** The mark of what the project says now: what is sent back with another has not been seen. */
  seen: string
  offers: Offer[]
  /** Whether it is known what the report took before: else everything that differs is offered, and nobody is told of it unasked. */
  hasBasis: boolean
}

/** What is new in a project since its report last took from it; null where nothing is saved or the actor may not write it. */
export function renewalOf(actor: Actor, projectId: string): Promise<Renewal | null> {
  return read(actor, async (tx) => {
    const project = await tx.project.findUnique({
      where: { id: projectId },
      select: { title: true, municipalityId: true, members: { select: { personId: true, role: true } } },
    })
    if (!project || !mayWriteReport(actor, project)) return null
    const stored = await storedReport(tx, projectId)
    if (!stored) return null
    const { basis, fresh } = await sidesOf(tx, actor, projectId, stored.saved.id)
    return {
      projectTitle: project.title,
      version: stored.saved.version,
      seen: markOf(fresh),
      offers: offersBetween(basis, fresh, stored.report),
      hasBasis: basis !== null,
    }
  })
}

/** What the project says now, and what it said when the report last took from it. */
export async function sidesOf(tx: Tx, actor: Staff, projectId: string, reportId: string) {
  const kept = await tx.reportBasis.findUnique({ where: { reportId }, select: { content: true } })
  return { basis: kept && storedDraft(kept.content), fresh: await freshDraft(tx, actor, projectId) }
}

export const markOf = (draft: DraftReport) => createHash('sha256').update(JSON.stringify(draft)).digest('base64url')
