import 'server-only'
import type { Actor } from '@/lib/platform/actor'
import { dateInNorway, today } from '@/lib/platform/dates'
import { read } from '@/lib/platform/db'
import { countedReuse } from '@/lib/sharing/reuse/rules'
import { mayPublishReport } from '../policy'

export interface TakenBack {
  municipality: { displayName: string; number: string }
  withdrawnOn: string
  reason: string
}

/** What stood at an address until it was taken back, for those who could read it there; null for all else. Nothing of what it said is told. */
export function takenBack(actor: Actor, slug: string): Promise<TakenBack | null> {
  return read(actor, async (tx) => {
    const [found] = await tx.$queryRaw<{ municipality: string; number: string; withdrawn_at: Date; reason: string }[]>`
      SELECT municipality, number, withdrawn_at, reason FROM report_taken_back(${slug})`
    if (!found) return null
    const { municipality: displayName, number, withdrawn_at, reason } = found
    return { municipality: { displayName, number }, withdrawnOn: dateInNorway(withdrawn_at), reason }
  })
}

/** A published report that the actor may take back, with what stands on it; null where there is none. */
export function withdrawalOf(actor: Actor, projectId: string) {
  return read(actor, async (tx) => {
    const project = await tx.project.findUnique({
      where: { id: projectId },
      select: { municipalityId: true, members: { select: { personId: true, role: true } } },
    })
    if (!project || !mayPublishReport(actor, project)) return null
    const report = await tx.experienceReport.findFirst({
      where: { projectId, status: 'published' },
      select: {
        ...{ slug: true, title: true, visibility: true },
        _count: { select: { versions: true, reuses: { where: countedReuse(today()) } } },
      },
    })
    if (!report) return null
    const { _count, ...head } = report
    return { ...head, versions: _count.versions, reuses: _count.reuses }
  })
}
