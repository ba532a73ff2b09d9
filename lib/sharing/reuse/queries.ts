import 'server-only'
import { mayUseDesk } from '@/lib/municipalities/policy'
import type { Actor, Staff } from '@/lib/platform/actor'
import { dateInNorway, isoDate, isoDateOrNull, today } from '@/lib/platform/dates'
import { read, type Tx } from '@/lib/platform/db'
import { reuseEffects } from './input'
import { mayProposeReuse, maySayReuse } from './policy'
import { isStanding } from './rules'

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
    const copied = await copiedUnsaid(tx, actor)
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
        isStanding: isStanding(isoDateOrNull(confirmedOn), today()),
        costNok: costNok === null ? null : Number(costNok),
      })),
      asked: asked.flatMap(({ reportId, ...row }) => {
        const report = byId.get(reportId)
        return report ? [{ ...row, report }] : []
      }),
      copied,
    }
  })
}

/** What was copied from projects that have published a report since, which nobody here has said a word of yet. */
function copiedUnsaid(tx: Tx, actor: Staff): Promise<{ slug: string; title: string; municipality: string }[]> {
  const own = actor.municipality.id
  return tx.$queryRaw`
    SELECT DISTINCT r.slug, r.title, m.display_name AS municipality FROM project_copy c
    JOIN experience_report r ON r.project_id = c.source_project_id AND r.status = 'published' AND r.municipality_id <> ${own}::uuid
    JOIN municipality m ON m.id = r.municipality_id
    WHERE c.municipality_id = ${own}::uuid AND NOT EXISTS (SELECT 1 FROM reuse u WHERE u.report_id = r.id AND u.municipality_id = ${own}::uuid)
    ORDER BY r.title LIMIT 50`
}

/** Whether anything is asked of the municipality: for the page of those who work there. */
export async function proposalsWaiting(actor: Actor): Promise<number> {
  if (!mayUseDesk(actor)) return 0
  const { asked, copied } = await ownReuse(actor)
  return asked.length + copied.length
}

/** The municipalities that have confirmed that they have tried a report, also those that stopped: they know something as well. */
export async function adoptersOf(tx: Tx, reportId: string): Promise<string[]> {
  const rows = await tx.reuse.findMany({
    where: { reportId, confirmedOn: { not: null }, state: { in: ['in_progress', 'in_operation', 'stopped'] } },
    select: { municipalityId: true },
  })
  return rows.map(({ municipalityId }) => municipalityId)
}
