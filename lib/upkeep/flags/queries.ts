import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import type { OutdatedCause } from '@/generated/prisma/enums'
import { type Actor, isSelf } from '@/lib/platform/actor'
import { dateInNorway } from '@/lib/platform/dates'
import { read, type Tx } from '@/lib/platform/db'
import { mayAnswerFor } from '@/lib/stewards/policy'
import { stewardedReport } from '@/lib/stewards/queries'

/** That a reader finds a report outdated, and what the source has said to it. */
export interface FlagView {
  id: string
  /** The municipality of the one who says so; null for KommIT, and for visitors. */
  by: string | null
  isVisitors: boolean
  reason: string
  cause: OutdatedCause | null
  times: number
  on: string
  answer: string
  answeredOn: string | null
  isMine: boolean
}

const fields = {
  ...{ id: true, reason: true, cause: true, times: true, flaggedAt: true, flaggedBy: true, answer: true, resolvedAt: true },
  municipality: { select: { displayName: true } },
} satisfies Prisma.OutdatedFlagSelect

/** What readers say is outdated: what waits for an answer, the newest first, and the last of what the source has answered in words. */
export async function flagsOf(tx: Tx, actor: Actor, reportId: string): Promise<{ open: FlagView[]; answered: FlagView[] }> {
  const open = await tx.outdatedFlag.findMany({
    where: { reportId, resolvedAt: null },
    orderBy: [{ flaggedAt: 'desc' }, { id: 'desc' }],
    take: 20,
    select: fields,
  })
  const answered = await tx.outdatedFlag.findMany({
    where: { reportId, resolvedAt: { not: null }, answer: { not: '' } },
    orderBy: [{ resolvedAt: 'desc' }, { id: 'desc' }],
    take: 5,
    select: fields,
  })
  const view = (flag: (typeof open)[number]) => flagView(actor, flag)
  return { open: open.map(view), answered: answered.map(view) }
}

function flagView(actor: Actor, flag: Prisma.OutdatedFlagGetPayload<{ select: typeof fields }>): FlagView {
  const { flaggedAt, flaggedBy, resolvedAt, municipality, ...rest } = flag
  return {
    ...rest,
    by: municipality?.displayName ?? null,
    isVisitors: flaggedBy === null,
    on: dateInNorway(flaggedAt),
    answeredOn: resolvedAt && dateInNorway(resolvedAt),
    isMine: isSelf(actor, flaggedBy),
  }
}

/** The page where readers say that a report is outdated, and where those who answer for it answer; null where there is no such report to read. */
export function flagPage(actor: Actor, slug: string) {
  return read(actor, async (tx) => {
    const report = await stewardedReport(tx, { slug })
    if (report?.status !== 'published') return null
    const { displayName: municipality } = await tx.municipality.findUniqueOrThrow({
      where: { id: report.municipalityId },
      select: { displayName: true },
    })
    const mayAnswer = mayAnswerFor(actor, report)
    return { slug, title: report.title, municipality, ...(await flagsOf(tx, actor, report.id)), mayAnswer }
  })
}
