import 'server-only'
import type { Visibility } from '@/generated/prisma/enums'
import type { Staff } from '@/lib/platform/actor'
import { read } from '@/lib/platform/db'
import { mayApprovePublications } from '@/lib/publishing/policy'
import { approvers, publishingRule } from '@/lib/publishing/queries'
import { type Way, wayOf } from '@/lib/publishing/rules'

export interface OpenRequest {
  id: string
  by: string
  at: Date
  /** Whether the text is as it was when it was sent. */
  isCurrent: boolean
  isMine: boolean
  note: string
}

export interface ApprovalView {
  way: Way
  mayDecide: boolean
  open: OpenRequest | null
  /** What was last said no to, where nothing has been asked since. */
  returned: { by: string; reason: string; at: Date } | null
  /** Who can look at it. */
  approvers: string[]
}

/** What stands between a report and its readers: what the municipality has decided, and who has asked whom. */
export function approvalOf(who: Staff, report: { id: string; version: number; visibility: Visibility }): Promise<ApprovalView> {
  return read(who, async (tx) => {
    const own = { municipalityId: who.municipality.id, reportId: report.id }
    const isManager = mayApprovePublications(who)
    const rule = await publishingRule(tx, who.municipality.id, report.visibility)
    const [last] = await tx.publicationRequest.findMany({
      where: own,
      orderBy: [{ requestedAt: 'desc' }, { id: 'desc' }],
      take: 1,
      include: { requester: { select: { name: true } }, decider: { select: { name: true } } },
    })
    const open = last && !last.decidedAt ? last : null
    const isReturned = last?.isApproved === false && last.version === report.version
    const confirmed = open?.confirmed as { note?: string } | undefined
    return {
      way: wayOf(rule, isManager),
      mayDecide: isManager && open !== null && open.requestedBy !== who.personId && open.version === report.version,
      open: open && {
        ...{ id: open.id, by: open.requester.name, at: open.requestedAt, note: confirmed?.note ?? '' },
        isCurrent: open.version === report.version,
        isMine: open.requestedBy === who.personId,
      },
      returned: isReturned && last.decidedAt ? { by: last.decider?.name ?? '', reason: last.reason, at: last.decidedAt } : null,
      approvers: (await approvers(tx, who)).map(({ name }) => name),
    }
  })
}

export interface WaitingPublication {
  projectId: string
  title: string
  by: string
  at: Date
}

/** The reports that wait for somebody to look at them, the longest waiting first; none for those who may not. */
export function waitingPublications(who: Staff): Promise<WaitingPublication[]> {
  if (!mayApprovePublications(who)) return Promise.resolve([])
  return read(who, async (tx) => {
    const rows = await tx.publicationRequest.findMany({
      where: { municipalityId: who.municipality.id, decidedAt: null, requestedBy: { not: who.personId } },
      orderBy: { requestedAt: 'asc' },
      take: 50,
      select: {
        requestedAt: true,
        requester: { select: { name: true } },
        report: { select: { title: true, projectId: true } },
      },
    })
    return rows.map(({ requestedAt, requester, report }) => ({ ...report, by: requester.name, at: requestedAt }))
  })
}
