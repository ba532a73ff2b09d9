import 'server-only'
import type { PartKind } from '@/generated/prisma/enums'
import { parseSection } from '@/lib/experiences/sections'
import type { Actor } from '@/lib/platform/actor'
import { isoDate, today } from '@/lib/platform/dates'
import { read, type Tx } from '@/lib/platform/db'
import { countedReuse } from '@/lib/sharing/reuse/rules'

/** So many of each kind are shown on the page; the search has the rest. */
const shown = 6

/** What a municipality shares beside its reports and projects, what it uses and whom to ask there, as far as the actor may know. */
export function municipalityShares(actor: Actor, municipalityId: string) {
  return read(actor, async (tx) => ({
    counts: await countsOf(tx, municipalityId),
    lessons: await lessonsOf(tx, municipalityId),
    parts: await partsOf(tx, municipalityId),
    people: await peopleToAsk(tx, municipalityId),
    uses: await usesOf(tx, municipalityId),
  }))
}

/** How much there is of what is shown a little of. A report merged into another is found by way of that. */
async function countsOf(tx: Tx, municipalityId: string) {
  const reports = await tx.experienceReport.count({ where: { municipalityId, status: 'published', merge: null } })
  const projects = await tx.project.count({ where: { municipalityId, visibility: { not: 'municipality' } } })
  const lessons = await tx.lesson.count({ where: { municipalityId, visibility: { not: 'municipality' } } })
  return { reports, projects, lessons }
}

async function lessonsOf(tx: Tx, municipalityId: string) {
  const rows = await tx.lesson.findMany({
    where: { municipalityId, visibility: { not: 'municipality' } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: shown,
    select: { id: true, projectId: true, title: true, kind: true, recommendation: true },
  })
  return rows.map(({ id, projectId, ...lesson }) => ({ ...lesson, href: `/prosjekter/${projectId}/erfaringer/${id}` }))
}

/** How many parts of each kind its reports offer. */
function partsOf(tx: Tx, municipalityId: string): Promise<{ kind: PartKind; count: number }[]> {
  return tx.$queryRaw<{ kind: PartKind; count: number }[]>`
    SELECT p.kind, count(*)::int AS count FROM report_part p JOIN experience_report r ON r.id = p.report_id
    WHERE p.municipality_id = ${municipalityId}::uuid AND r.status = 'published' AND p.is_offered AND p.content <> '[]'
      AND NOT EXISTS (SELECT 1 FROM report_merge g WHERE g.report_id = r.id)
    GROUP BY p.kind ORDER BY p.kind`
}

/** Whom one may ask about what: the stewards of the newest reports, where they say who they are. */
async function peopleToAsk(tx: Tx, municipalityId: string) {
  const rows = await tx.experienceReport.findMany({
    where: { municipalityId, status: 'published', merge: null, sections: { some: { kind: 'people' } } },
    orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }],
    take: shown,
    select: { slug: true, title: true, sections: { where: { kind: 'people' }, select: { content: true } } },
  })
  return rows.flatMap(({ slug, title, sections: [section] }) => {
    if (!section) return []
    const { role, contact, askAbout } = parseSection('people', section.content)
    return [{ slug, title, role, contact, askAbout }]
  })
}

/** What it builds on of others': only what it has said is use, and said not too long ago. */
async function usesOf(tx: Tx, municipalityId: string) {
  const where = { municipalityId, ...countedReuse(today()) }
  const rows = await tx.reuse.findMany({
    where,
    orderBy: [{ sinceOn: 'desc' }, { id: 'desc' }],
    take: 50,
    select: {
      state: true,
      sinceOn: true,
      report: { select: { slug: true, title: true, municipality: { select: { displayName: true } } } },
    },
  })
  return {
    count: await tx.reuse.count({ where }),
    rows: rows.map(({ state, sinceOn, report }) => ({
      ...{ state, sinceOn: isoDate(sinceOn) },
      report: { slug: report.slug, title: report.title, municipality: report.municipality.displayName },
    })),
  }
}
