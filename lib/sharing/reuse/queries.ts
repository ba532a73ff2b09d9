import 'server-only'
import type { Actor, Staff } from '@/lib/platform/actor'
import { dateInNorway, isoDate, isoDateOrNull } from '@/lib/platform/dates'
import { read } from '@/lib/platform/db'
import { reuseEffects } from './input'
import { mayProposeReuse, maySayReuse } from './policy'

/** What the page of one's own reuse of a report needs: what was said before, and for the source what it has proposed. Null where there is nothing to say. */
export function reusePage(actor: Staff, slug: string) {
  return read(actor, async (tx) => {
    const report = await tx.experienceReport.findFirst({
      where: { slug, status: 'published' },
      select: { id: true, slug: true, title: true, municipalityId: true, municipality: { select: { displayName: true } } },
    })
    if (!report) return null
    const may = { say: maySayReuse(actor, report), propose: mayProposeReuse(actor, report) }
    if (!may.say && !may.propose) return null
    const own = await tx.reuse.findUnique({
      where: { municipalityId_reportId: { municipalityId: actor.municipality.id, reportId: report.id } },
    })
    const proposals = await tx.reuseProposal.findMany({
      where: { reportId: report.id },
      orderBy: { proposedAt: 'desc' },
      take: 100,
      select: {
        id: true,
        note: true,
        isConfirmed: true,
        proposedAt: true,
        adopter: { select: { displayName: true } },
      },
    })
    const candidates = may.propose
      ? await tx.municipality.findMany({
          where: { participation: { isNot: null }, id: { not: actor.municipality.id } },
          orderBy: { displayName: 'asc' },
          select: { number: true, displayName: true },
        })
      : []
    return {
      report: { id: report.id, slug: report.slug, title: report.title, municipality: report.municipality.displayName },
      own: own && {
        state: own.state,
        reason: own.reason,
        sinceOn: isoDate(own.sinceOn),
        confirmedOn: isoDateOrNull(own.confirmedOn),
        costNok: own.costNok === null ? null : Number(own.costNok),
        effects: reuseEffects.parse(own.effects),
        visibility: own.visibility,
        version: own.version,
      },
      proposals: proposals.map(({ adopter, proposedAt, ...proposal }) => ({
        ...proposal,
        municipality: adopter.displayName,
        proposedOn: dateInNorway(proposedAt),
      })),
      candidates,
      may,
    }
  })
}

/** All that the municipality of the actor uses of others', and what it is asked about. */
export function ownReuse(actor: Staff) {
  return read(actor, async (tx) => {
    const rows = await tx.reuse.findMany({
      where: { municipalityId: actor.municipality.id },
      orderBy: [{ confirmedOn: 'asc' }, { id: 'asc' }],
      take: 500,
      select: { id: true, reportId: true, state: true, reason: true, sinceOn: true, confirmedOn: true, costNok: true },
    })
    const asked = await tx.reuseProposal.findMany({
      where: { adopterMunicipalityId: actor.municipality.id, isConfirmed: null },
      orderBy: { proposedAt: 'asc' },
      select: { id: true, reportId: true, note: true },
    })
    // A report that was taken back is no longer read; what one said of it stays one's own.
    const reports = await tx.experienceReport.findMany({
      where: { id: { in: [...rows, ...asked].map((row) => row.reportId) } },
      select: { id: true, slug: true, title: true, municipality: { select: { displayName: true } } },
    })
    const byId = new Map(
      reports.map(({ id, slug, title, municipality }) => [id, { slug, title, municipality: municipality.displayName }]),
    )
    return {
      reuses: rows.map(({ reportId, sinceOn, confirmedOn, costNok, ...row }) => ({
        ...row,
        report: byId.get(reportId) ?? null,
        sinceOn: isoDate(sinceOn),
        confirmedOn: isoDateOrNull(confirmedOn),
        costNok: costNok === null ? null : Number(costNok),
      })),
      asked: asked.flatMap(({ reportId, ...row }) => {
        const report = byId.get(reportId)
        return report ? [{ ...row, report }] : []
      }),
    }
  })
}

/** Whether anything is asked of the municipality: for the page of those who work there. */
export async function proposalsWaiting(actor: Actor): Promise<number> {
  if (actor.kind !== 'staff') return 0
  return (await ownReuse(actor)).asked.length
}
