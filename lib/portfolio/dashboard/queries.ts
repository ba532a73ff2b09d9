import 'server-only'
import { Prisma } from '@/generated/prisma/client'
import type { BenefitStatus, EconomyStatus, Lifecycle, ProgressStatus, QualityStatus, RiskStatus } from '@/generated/prisma/enums'
import { hitCount, type ListSource } from '@/lib/lists/engine/queries'
import { addressOf, type ListDefinition, listQuery } from '@/lib/lists/rules'
import type { Staff } from '@/lib/platform/actor'
import { addDays, dateOf, type IsoDate, isoDate, today } from '@/lib/platform/dates'
import { read, type Tx } from '@/lib/platform/db'
import { rhythmOf } from '@/lib/status/queries'
import { conditionList, projectList } from '../lists/columns'
import { conditionSource } from '../lists/parts/queries'
import { projectSource } from '../lists/projects/queries'
import type { StatusValues } from '../rules'
import { figureRows, type Worsened, worsenedSections } from './rules'

export type Dashboard = Awaited<ReturnType<typeof dashboard>>

/** The portfolio of the own municipality for its leaders, as it is now. Eight queries, whatever the size. */
export function dashboard(actor: Staff) {
  return read(actor, async (tx) => {
    const own = Prisma.sql`${actor.municipality.id}::uuid`
    const everyDays = await rhythmOf(tx, actor.municipality.id)
    return {
      phases: await byPhase(tx, own),
      lifecycles: await tx.$queryRaw<{ lifecycle: Lifecycle; count: number }[]>`
        SELECT lifecycle, count(*)::int AS count FROM project WHERE municipality_id = ${own} GROUP BY lifecycle ORDER BY lifecycle`,
      statuses: await statusCounts(tx, own),
      worsened: await worsenedSince(tx, own, addDays(today(), -30)),
      everyDays,
      overdueReports: await rowCount(tx, projectList, projectSource(actor), figureRows.overdueReports),
      conditions: {
        open: await rowCount(tx, conditionList, conditionSource(actor), figureRows.openConditions),
        overdue: await rowCount(tx, conditionList, conditionSource(actor), figureRows.overdueConditions(today())),
      },
      benefits: await benefitCounts(tx, own),
      gates: await upcomingGates(tx, actor, addDays(today(), 90)),
    }
  })
}

/** How many rows a link of the dashboard leads to: counted by the list itself, so that the two cannot differ. */
function rowCount(tx: Tx, definition: ListDefinition, source: ListSource, address: string): Promise<number> {
  return hitCount(tx, definition, source, listQuery(definition, addressOf(new URLSearchParams(address))))
}

interface PhaseSum {
  code: string
  nameNb: string
  nameNn: string
  nameEn: string
  count: number
  budget: number
  cost: number
  forecast: number
}

/** Running projects and their money, by phase. */
async function byPhase(tx: Tx, own: Prisma.Sql): Promise<PhaseSum[]> {
  const rows = await tx.$queryRaw<Record<string, unknown>[]>`
    SELECT model.code, model.name_nb, model.name_nn, model.name_en, count(*)::int AS count,
      coalesce(sum(money.budget), 0) AS budget, coalesce(sum(money.cost), 0) AS cost, coalesce(sum(money.forecast), 0) AS forecast
    FROM project p
    JOIN project_phase phase ON phase.municipality_id = p.municipality_id AND phase.id = p.current_phase_id
    JOIN phase_model_phase model ON model.id = phase.phase_model_phase_id
    LEFT JOIN (SELECT project_id, sum(budget_nok) AS budget, sum(cost_nok) AS cost, sum(forecast_nok) AS forecast
      FROM budget_line WHERE municipality_id = ${own} GROUP BY project_id) money ON money.project_id = p.id
    WHERE p.municipality_id = ${own} AND p.lifecycle IN ('active', 'waiting')
    GROUP BY model.code, model.name_nb, model.name_nn, model.name_en ORDER BY min(model.position), model.code`
  return rows.map((row) => ({
    code: String(row.code),
    nameNb: String(row.name_nb),
    nameNn: String(row.name_nn),
    nameEn: String(row.name_en),
    count: Number(row.count),
    budget: Number(row.budget),
    cost: Number(row.cost),
    forecast: Number(row.forecast),
  }))
}

/** The latest published report of each running project, at a day. */
const latestAt = (own: Prisma.Sql, on: IsoDate) => Prisma.sql`
  SELECT p.id, p.title, s.progress, s.economy, s.quality, s.risk, s.benefit FROM project p
  JOIN LATERAL (SELECT s.progress, s.economy, s.quality, s.risk, s.benefit FROM status_report s
    WHERE s.municipality_id = p.municipality_id AND s.project_id = p.id AND s.published_at IS NOT NULL AND s.series_id IS NULL
      AND s.period_end_on <= ${on}::text::date ORDER BY s.period_end_on DESC, s.published_at DESC LIMIT 1) s ON true
  WHERE p.municipality_id = ${own} AND p.lifecycle IN ('active', 'waiting')`

interface StatusCount {
  section: keyof StatusValues
  value: ProgressStatus | EconomyStatus | QualityStatus | RiskStatus | BenefitStatus
  count: number
}

async function statusCounts(tx: Tx, own: Prisma.Sql): Promise<StatusCount[]> {
  return tx.$queryRaw<StatusCount[]>`
    WITH latest AS (${latestAt(own, today())})
    SELECT 'progress' AS section, progress::text AS value, count(*)::int AS count FROM latest GROUP BY progress
    UNION ALL SELECT 'economy', economy::text, count(*)::int FROM latest GROUP BY economy
    UNION ALL SELECT 'quality', quality::text, count(*)::int FROM latest GROUP BY quality
    UNION ALL SELECT 'risk', risk::text, count(*)::int FROM latest GROUP BY risk
    UNION ALL SELECT 'benefit', benefit::text, count(*)::int FROM latest GROUP BY benefit`
}

/** Projects where something is worse now than it was reported on a day. */
async function worsenedSince(tx: Tx, own: Prisma.Sql, on: IsoDate): Promise<Worsened[]> {
  const rows = await tx.$queryRaw<{ id: string; title: string; now: StatusValues; before: StatusValues }[]>`
    WITH now AS (${latestAt(own, today())}), before AS (${latestAt(own, on)})
    SELECT now.id, now.title, to_jsonb(now) AS now, to_jsonb(before) AS before FROM now JOIN before ON before.id = now.id
    WHERE (now.progress, now.economy, now.quality, now.risk, now.benefit)
      IS DISTINCT FROM (before.progress, before.economy, before.quality, before.risk, before.benefit)
    ORDER BY now.title LIMIT 500`
  return rows.flatMap(({ id, title, now, before }) => {
    const sections = worsenedSections(before, now)
    return sections.length > 0 ? [{ id, title, sections }] : []
  })
}

interface BenefitCounts {
  /** Rows of the list of benefits: one per indicator, and one for a benefit without any. */
  rows: number
  withoutIndicator: number
  unmeasured: number
  measured: number
  reached: number
  averagePct: number | null
}

/** Benefits planned against realised: how many have an indicator, are measured, have reached their target. */
async function benefitCounts(tx: Tx, own: Prisma.Sql): Promise<BenefitCounts> {
  const [row] = await tx.$queryRaw<Record<string, unknown>[]>`
    WITH measured AS (
      SELECT i.id AS indicator_id, CASE WHEN last.value IS NOT NULL
        THEN 100 * (last.value - i.start_value) / (i.target_value - i.start_value) END AS pct
      FROM benefit b LEFT JOIN indicator i ON i.municipality_id = b.municipality_id AND i.benefit_id = b.id
      LEFT JOIN LATERAL (SELECT m.value FROM measurement m WHERE m.municipality_id = i.municipality_id AND m.indicator_id = i.id
        ORDER BY m.measured_on DESC LIMIT 1) last ON true
      WHERE b.municipality_id = ${own})
    SELECT count(*)::int AS rows, count(*) FILTER (WHERE indicator_id IS NULL)::int AS without_indicator,
      count(*) FILTER (WHERE indicator_id IS NOT NULL AND pct IS NULL)::int AS unmeasured, count(pct)::int AS measured,
      count(*) FILTER (WHERE round(pct) >= 100)::int AS reached, round(avg(pct)) AS average FROM measured`
  return {
    rows: Number(row?.rows ?? 0),
    withoutIndicator: Number(row?.without_indicator ?? 0),
    unmeasured: Number(row?.unmeasured ?? 0),
    measured: Number(row?.measured ?? 0),
    reached: Number(row?.reached ?? 0),
    averagePct: row?.average === null || row?.average === undefined ? null : Number(row.average),
  }
}

/** The decision points that running projects plan to reach, overdue ones first. */
async function upcomingGates(tx: Tx, actor: Staff, until: IsoDate) {
  const rows = await tx.project.findMany({
    where: {
      municipalityId: actor.municipality.id,
      lifecycle: 'active',
      currentPhase: { plannedEndOn: { lte: dateOf(until) } },
    },
    orderBy: [{ currentPhase: { plannedEndOn: 'asc' } }, { id: 'asc' }],
    take: 20,
    select: {
      id: true,
      title: true,
      currentPhase: { select: { plannedEndOn: true, stageName: true, modelPhase: { select: { gate: true } } } },
    },
  })
  return rows.flatMap(({ id, title, currentPhase }) =>
    currentPhase?.plannedEndOn
      ? [{ id, title, gate: currentPhase.modelPhase.gate ?? '', on: isoDate(currentPhase.plannedEndOn) }]
      : [],
  )
}
