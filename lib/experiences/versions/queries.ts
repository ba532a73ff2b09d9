import 'server-only'
import { z } from 'zod'
import type { Prisma } from '@/generated/prisma/client'
import {
  BenefitCategory,
  CostKind,
  EffectPer,
  EffectResult,
  FigureQuality,
  IndicatorUnit,
  PartKind,
  PrerequisiteKind,
  type SectionKind,
  type WriterRole,
} from '@/generated/prisma/enums'
import { prerequisiteOf, readPrerequisite } from '@/lib/fit/prerequisite/rules'
import { type Actor, isOwn } from '@/lib/platform/actor'
import { dateInNorway } from '@/lib/platform/dates'
import { read, type Tx } from '@/lib/platform/db'
import { costTotals, partItems } from '../rules'
import { parseSection, sectionKinds } from '../sections'
import type { ReadReport } from './rules'

const money = z.number().nullable()
const rows = {
  cost: z.array(
    z.object({ kind: z.enum(CostKind), year: z.number(), planned: money, actual: money, quality: z.enum(FigureQuality) }),
  ),
  effect: z.array(
    z.object({
      category: z.enum(BenefitCategory),
      title: z.string(),
      unit: z.enum(IndicatorUnit),
      valueBefore: money,
      valueAfter: money,
      wordsBefore: z.string().default(''),
      wordsAfter: z.string().default(''),
      per: z.enum(EffectPer).default('other'),
      quality: z.enum(FigureQuality).default('estimated'),
      result: z.enum(EffectResult).nullable().default(null),
      period: z.string(),
      source: z.string(),
      beneficiary: z.string(),
    }),
  ),
  advice: z.array(
    // A version from before lines had a kind holds the words alone.
    z.union([
      z.string().transform((text) => readPrerequisite(text)),
      z
        .object({ text: z.string(), kind: z.enum(PrerequisiteKind).nullable(), value: z.string() })
        .transform((row) => prerequisiteOf(row)),
    ]),
  ),
  parts: z.array(z.object({ kind: z.enum(PartKind), content: z.unknown() })),
}

export interface VersionLine {
  number: number
  publishedOn: string
  /** As what somebody published it; null for what was published before that was kept. */
  publishedAs: WriterRole | null
  note: string
  /** What differs from the version before that the reader may open, of what they may read in both. */
  changed: (SectionKind | 'short')[]
}

/** The versions of a report that the reader may open, the newest first. */
export async function versionsOf(tx: Tx, reportId: string): Promise<VersionLine[]> {
  const found = await tx.reportVersion.findMany({
    where: { reportId },
    orderBy: { number: 'desc' },
    take: mostVersions,
    select: { number: true, publishedAt: true, publishedAs: true, note: true },
  })
  const changed = found.length > 1 ? await changedIn(tx, reportId) : new Map()
  return found.map(({ number, publishedAt, publishedAs, note }) => ({
    ...{ number, publishedAs, note, publishedOn: dateInNorway(publishedAt) },
    changed: changed.get(number) ?? [],
  }))
}

const mostVersions = 100

/** The sections that differ from the version before, by number, in the order of reading. What the system fills in is nobody's change. */
async function changedIn(tx: Tx, reportId: string): Promise<Map<number, VersionLine['changed']>> {
  const rows = await tx.$queryRaw<{ number: number; part: SectionKind | 'short' }[]>`
    WITH shown AS (
      SELECT v.*, lag(v.id) OVER (ORDER BY v.number) AS before FROM report_version v WHERE v.report_id = ${reportId}::uuid
      ORDER BY v.number DESC LIMIT ${mostVersions})
    SELECT s.number, 'short' AS part FROM shown s JOIN report_version b ON b.id = s.before
      WHERE (s.title, s.summary, s.outcome, s.theme_code) IS DISTINCT FROM (b.title, b.summary, b.outcome, b.theme_code)
    UNION ALL SELECT s.number, now.kind::text FROM shown s JOIN report_version_section now ON now.version_id = s.id
      JOIN report_version_section was ON was.version_id = s.before AND was.kind = now.kind
      WHERE now.kind <> 'municipality' AND (now.content, now.rows) IS DISTINCT FROM (was.content, was.rows)`
  const order = ['short', ...sectionKinds]
  const changed = new Map<number, VersionLine['changed']>()
  for (const { number, part } of rows.toSorted((a, b) => order.indexOf(a.part) - order.indexOf(b.part)))
    changed.set(number, [...(changed.get(number) ?? []), part])
  return changed
}

export type VersionPage = NonNullable<Awaited<ReturnType<typeof versionPage>>>

/**
 * A report as it was published under a number, as far as the reader may read it, and the version that it is held against: the one before,
 * where none is named. Null where there is none.
 */
export function versionPage(actor: Actor, slug: string, number: number, against?: number) {
  return read(actor, async (tx) => {
    const report = await tx.experienceReport.findUnique({
      where: { slug },
      select: {
        id: true,
        municipalityId: true,
        title: true,
        status: true,
        language: true,
        municipality: { select: { number: true, displayName: true } },
        collaboration: { select: { name: true } },
      },
    })
    if (!report) return null
    const version = await readVersion(tx, report.id, number)
    if (!version) return null
    const versions = await versionsOf(tx, report.id)
    const earlier = versions.find((one) => (against === undefined ? one.number < number : one.number === against))
    return {
      slug,
      current: { title: report.title, number: versions[0]?.number ?? number, status: report.status },
      language: report.language,
      municipality: report.municipality,
      collaboration: report.collaboration?.name ?? null,
      isOwn: isOwn(actor, report),
      version,
      before: earlier ? await readVersion(tx, report.id, earlier.number) : null,
      versions,
    }
  })
}

const fields = { include: { sections: true } } satisfies { include: Prisma.ReportVersionInclude }

async function readVersion(tx: Tx, reportId: string, number: number) {
  const row = await tx.reportVersion.findFirst({ where: { reportId, number }, ...fields })
  if (!row) return null
  const rowsOf = <Kind extends keyof typeof rows>(kind: Kind) =>
    rows[kind].parse(row.sections.find((section) => section.kind === kind)?.rows ?? []) as z.infer<(typeof rows)[Kind]>
  const costs = rowsOf('cost')
  const read: ReadReport = {
    title: row.title,
    summary: row.summary,
    outcome: row.outcome,
    themeCode: row.themeCode,
    sections: Object.fromEntries(row.sections.map(({ kind, content }) => [kind, parseSection(kind, content)])),
    costs,
    effects: rowsOf('effect'),
    prerequisites: rowsOf('advice'),
    parts: rowsOf('parts')
      .map(({ kind, content }) => ({ kind, items: partItems(kind, content) }))
      .filter((part) => part.items.length > 0),
  }
  return { ...read, totals: costTotals(costs), number, note: row.note, publishedOn: dateInNorway(row.publishedAt) }
}

/** All versions that the reader may open; null where there is no report to read. */
export function versionList(actor: Actor, slug: string) {
  return read(actor, async (tx) => {
    const report = await tx.experienceReport.findUnique({ where: { slug }, select: { id: true, title: true, language: true } })
    return report && { title: report.title, language: report.language, versions: await versionsOf(tx, report.id) }
  })
}
