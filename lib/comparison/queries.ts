import 'server-only'
import type { ReportOutcome } from '@/generated/prisma/enums'
import { caseCosts } from '@/lib/experiences/cost/queries'
import { type CaseCost, caseCost } from '@/lib/experiences/cost/rules'
import { yearlyGain } from '@/lib/experiences/effect/rules'
import type { Effect } from '@/lib/experiences/rules'
import { likeMunicipalities } from '@/lib/municipalities/likeness/queries'
import type { Standpoint } from '@/lib/municipalities/likeness/rules'
import type { Actor } from '@/lib/platform/actor'
import { read, type Tx } from '@/lib/platform/db'
import type { RangeQuery } from './input'
import { type Case, type CaseEffect, measureViews, qualityView, sizeViews } from './measures/rules'
import { municipalitiesIn, type SizeGroup, sizeGroupOf } from './rules'

/** So many municipalities are like one's own. */
const nearest = 30

/**
 * What it has cost and given over the published cases of a theme that the actor may read, measured apart from estimated, each a range where three
 * municipalities have told. Where no size is asked for it is that of the reader, if there is a range of those.
 */
export function themeRanges(actor: Actor, standpoint: Standpoint, query: RangeQuery & { tema: string }) {
  return read(actor, async (tx) => {
    const all = await casesOf(tx, query.tema)
    const home = standpoint.municipality && (await populationOf(tx, standpoint.municipality.id))
    const ownGroup = home === null ? null : sizeGroupOf(home)
    const alike = query.storrelse === 'liker' ? await mostAlike(tx, standpoint) : null
    const size = sizeAsked(query.storrelse, ownGroup, all)
    const shown = all.filter(({ number, cost }) => (alike ? alike.has(number) : !size || sizeGroupOf(cost.population) === size))
    const introduction = measureViews(all).find(({ measure }) => measure === 'introduction')
    const widest = introduction?.measured.range ?? introduction?.estimated.range
    return {
      measures: measureViews(shown),
      quality: qualityView(shown),
      /** Every size beside the others, whatever is chosen. */
      sizes: widest ? { isMeasured: widest === introduction?.measured.range, groups: sizeViews(widest) } : null,
      caseCount: shown.filter(({ isReuse }) => !isReuse).length,
      /** What is shown, where nothing was asked for. */
      size: alike ? ('liker' as const) : size,
      home: home === null ? null : { population: home, group: sizeGroupOf(home), number: standpoint.municipality?.number ?? '' },
    }
  })
}

/** What to show where the reader has not said: those of their own size, where they make a range. */
function sizeAsked(asked: RangeQuery['storrelse'], own: SizeGroup | null, all: readonly Case[]): SizeGroup | null {
  if (asked === 'alle' || asked === 'liker') return null
  if (asked) return asked
  if (!own) return null
  const views = measureViews(all.filter(({ cost }) => sizeGroupOf(cost.population) === own))
  const introduction = views.find(({ measure }) => measure === 'introduction')
  return introduction?.measured.range || introduction?.estimated.range ? own : null
}

/** The themes that somebody has told the cost of, with a range where there is one, the most told of first. */
export function rangesByTheme(actor: Actor) {
  return read(actor, async (tx) => {
    const cases = await casesOf(tx, null)
    const themes = [...new Set(cases.map(({ themeCode }) => themeCode))].flatMap((themeCode) => {
      const own = cases.filter((one) => one.themeCode === themeCode)
      const [introduction] = measureViews(own).filter(({ measure }) => measure === 'introduction')
      if (!introduction) return []
      const { measured, estimated } = introduction
      const range = measured.range ?? estimated.range
      return [{ themeCode, range, isMeasured: range !== null && range === measured.range, municipalities: municipalitiesIn(own) }]
    })
    return themes.toSorted((a, b) => b.municipalities - a.municipalities || (a.themeCode < b.themeCode ? -1 : 1))
  })
}

/** The range of what cases of a theme have cost to introduce, measured where there is one, to hold a single case against. */
export function costRange(actor: Actor, themeCode: string) {
  return read(actor, async (tx) => {
    const introduction = measureViews(await casesOf(tx, themeCode)).find(({ measure }) => measure === 'introduction')
    const range = introduction?.measured.range ?? introduction?.estimated.range
    return range ? { range, isMeasured: range === introduction?.measured.range } : null
  })
}

async function populationOf(tx: Tx, id: string): Promise<number | null> {
  const row = await tx.municipality.findUnique({ where: { id }, select: { population: true } })
  return row?.population ?? null
}

/** The numbers of those most like the reader's own; null for those who are from nowhere. */
async function mostAlike(tx: Tx, standpoint: Standpoint): Promise<Set<string> | null> {
  if (!standpoint.municipality) return null
  const like = await likeMunicipalities(tx, standpoint, nearest)
  return new Set(like.map(({ municipality }) => municipality.number))
}

type ThemeCase = Case & { themeCode: string }

interface CaseRow {
  id: string
  slug: string
  title: string
  themeCode: string
  outcome: ReportOutcome | null
  municipality: string
  number: string
}

/** The published cases of a theme, or of all, that the viewer may read; and what adopters tell that they have paid. Merged ones are found by way of another. */
async function casesOf(tx: Tx, theme: string | null): Promise<ThemeCase[]> {
  const rows = await tx.$queryRaw<CaseRow[]>`
    SELECT r.id, r.slug, r.title, r.theme_code AS "themeCode", r.outcome, m.display_name AS municipality, m.number
    FROM experience_report r JOIN municipality m ON m.id = r.municipality_id
    WHERE r.status = 'published' AND NOT EXISTS (SELECT 1 FROM report_merge g WHERE g.report_id = r.id)
      AND (${theme}::text IS NULL OR r.theme_code = ${theme}) ORDER BY r.published_at DESC, r.id LIMIT 2000`
  const ids = rows.map(({ id }) => id)
  const costs = await caseCosts(tx, ids)
  const effects = await effectsOf(tx, ids)
  const own = rows.map((row): ThemeCase => {
    const cost = costs.get(row.id) ?? caseCost([], 1)
    return { ...row, cost, effects: effects.get(row.id) ?? [], isReuse: false }
  })
  return [...own, ...(await adoptions(tx, rows))]
}

async function effectsOf(tx: Tx, reportIds: string[]): Promise<Map<string, CaseEffect[]>> {
  const rows = await tx.$queryRaw<{ reportId: string; effects: Effect[] }[]>`
    SELECT e.report_id AS "reportId", json_agg(json_build_object('category', e.category, 'unit', e.unit, 'per', e.per, 'quality', e.quality,
      'result', e.result, 'valueBefore', e.value_before::float8, 'valueAfter', e.value_after::float8)) AS effects
    FROM report_effect e WHERE e.report_id = ANY (${reportIds}::uuid[]) GROUP BY 1`
  return new Map(
    rows.map(({ reportId, effects }) => [
      reportId,
      effects.map((effect) => ({ category: effect.category, yearly: yearlyGain(effect), result: effect.result })),
    ]),
  )
}

interface AdoptionRow {
  id: string
  reportId: string
  municipality: string
  number: string
  population: number
  costNok: number
}

/** What it has cost those who build on a case, in their own word. How sure they are they have not said: it counts as an estimate. */
async function adoptions(tx: Tx, reports: readonly CaseRow[]): Promise<ThemeCase[]> {
  const rows = await tx.$queryRaw<AdoptionRow[]>`
    SELECT u.id, u.report_id AS "reportId", m.display_name AS municipality, m.number, m.population, u.cost_nok::float8 AS "costNok"
    FROM reuse u JOIN municipality m ON m.id = u.municipality_id
    WHERE u.report_id = ANY (${reports.map(({ id }) => id)}::uuid[]) AND u.cost_nok IS NOT NULL AND reuse_counts(u.state, u.confirmed_on)
    ORDER BY u.id LIMIT 2000`
  const byId = new Map(reports.map((report) => [report.id, report]))
  return rows.flatMap(({ reportId, costNok, population, ...row }) => {
    const report = byId.get(reportId)
    const introduction = { amount: costNok, isMeasured: false }
    const cost: CaseCost = { introduction, operation: null, hours: null, population }
    return report ? [{ ...report, ...row, outcome: null, cost, effects: [], isReuse: true }] : []
  })
}
