import 'server-only'
import { Prisma } from '@/generated/prisma/client'
import type { BenefitStatus, EconomyStatus, Lifecycle, ProgressStatus, QualityStatus, RiskStatus } from '@/generated/prisma/enums'
import type { Staff } from '@/lib/platform/actor'
import { type IsoDate, isoDateOrNull } from '@/lib/platform/dates'
import { read } from '@/lib/platform/db'
import type { PortfolioQuery, SortKey } from './input'
import type { StatusValues } from './rules'

export interface PortfolioRow {
  id: string
  number: string
  title: string
  themeCode: string
  lifecycle: Lifecycle
  phase: { code: string; names: { nb: string; nn: string; en: string } } | null
  manager: string | null
  status: StatusValues | null
  budgetNok: number
  costNok: number
  forecastNok: number
  reportedOn: IsoDate | null
}

export interface PortfolioPage {
  rows: PortfolioRow[]
  total: number
  page: number
  pageCount: number
  /** Sums over every hit of the filter, not only this page. */
  sums: { budgetNok: number; costNok: number; forecastNok: number }
  choices: {
    managers: { id: string; name: string }[]
    phases: { code: string; names: { nb: string; nn: string; en: string } }[]
    themes: string[]
  }
}

interface Row {
  id: string
  number: string
  title: string
  theme_code: string
  lifecycle: Lifecycle
  phase_code: string | null
  name_nb: string
  name_nn: string
  name_en: string
  manager: string | null
  progress: ProgressStatus | null
  economy: EconomyStatus
  quality: QualityStatus
  risk: RiskStatus
  benefit: BenefitStatus
  budget_nok: Prisma.Decimal
  cost_nok: Prisma.Decimal
  forecast_nok: Prisma.Decimal
  period_end_on: Date | null
}

/** What each key sorts by. Enums sort in the order they are declared: from good to bad. */
const orderings: Record<SortKey, Prisma.Sql> = {
  nummer: Prisma.sql`p.number`,
  tittel: Prisma.sql`p.title COLLATE "nb-NO-x-icu"`,
  fase: Prisma.sql`phase.position`,
  status: Prisma.sql`(array_position(ARRAY['ahead','on_plan','minor_delay','delayed'], status.progress::text)
    + array_position(ARRAY['unknown','under_budget','on_budget','minor_overrun','over_budget'], status.economy::text)
    + array_position(ARRAY['low','medium','high'], status.risk::text))`,
  leder: Prisma.sql`manager.name COLLATE "nb-NO-x-icu"`,
  budsjett: Prisma.sql`coalesce(money.budget_nok, 0)`,
  kostnad: Prisma.sql`coalesce(money.cost_nok, 0)`,
  prognose: Prisma.sql`coalesce(money.forecast_nok, 0)`,
  rapportert: Prisma.sql`status.period_end_on`,
}

/** One page of the municipality's own projects as they are now: four queries, filtered, sorted and paged in the database. */
export function portfolioPage(actor: Staff, query: PortfolioQuery): Promise<PortfolioPage> {
  return read(actor, async (tx) => {
    const from = portfolioFrom(actor, query)
    const [summary] = await tx.$queryRaw<
      { total: bigint; budget: Prisma.Decimal; cost: Prisma.Decimal; forecast: Prisma.Decimal }[]
    >`
      SELECT count(*) AS total, coalesce(sum(money.budget_nok), 0) AS budget, coalesce(sum(money.cost_nok), 0) AS cost,
        coalesce(sum(money.forecast_nok), 0) AS forecast ${from}`
    const total = Number(summary?.total ?? 0)
    const pageCount = Math.max(1, Math.ceil(total / query.antall))
    const page = Math.min(query.side, pageCount)
    const isDescending = query.sorter.startsWith('-')
    const key = query.sorter.replace('-', '') as SortKey
    const rows = await tx.$queryRaw<Row[]>`
      SELECT p.id, p.number, p.title, p.theme_code, p.lifecycle, model.code AS phase_code, model.name_nb, model.name_nn, model.name_en,
        manager.name AS manager, status.progress, status.economy, status.quality, status.risk, status.benefit,
        coalesce(money.budget_nok, 0) AS budget_nok, coalesce(money.cost_nok, 0) AS cost_nok, coalesce(money.forecast_nok, 0) AS forecast_nok,
        status.period_end_on
      ${from}
      ORDER BY ${orderings[key]} ${isDescending ? Prisma.sql`DESC` : Prisma.sql`ASC`} NULLS LAST, p.number, p.id
      LIMIT ${query.antall} OFFSET ${(page - 1) * query.antall}`
    return {
      rows: rows.map(rowView),
      total,
      page,
      pageCount,
      sums: {
        budgetNok: Number(summary?.budget ?? 0),
        costNok: Number(summary?.cost ?? 0),
        forecastNok: Number(summary?.forecast ?? 0),
      },
      choices: {
        managers: await tx.$queryRaw<{ id: string; name: string }[]>`
          SELECT DISTINCT person.id, person.name, person.name COLLATE "nb-NO-x-icu" AS sorted
          FROM project_member m JOIN person ON person.id = m.person_id
          WHERE m.municipality_id = ${actor.municipality.id}::uuid AND m.role = 'project_manager' ORDER BY sorted`.then(
          (people) => people.map(({ id, name }) => ({ id, name })),
        ),
        phases: (
          await tx.$queryRaw<{ code: string; name_nb: string; name_nn: string; name_en: string }[]>`
            SELECT DISTINCT ON (model.code) model.code, model.name_nb, model.name_nn, model.name_en FROM phase_model_phase model
            JOIN phase_model ON phase_model.id = model.phase_model_id WHERE phase_model.code = 'prosjektveiviseren' ORDER BY model.code, model.position`
        ).map((phase) => ({ code: phase.code, names: { nb: phase.name_nb, nn: phase.name_nn, en: phase.name_en } })),
        themes: (await tx.theme.findMany({ orderBy: { position: 'asc' }, select: { code: true } })).map((theme) => theme.code),
      },
    }
  })
}

/** The rows behind both the page and its sums. Says whose rows are wanted; row-level security is only the net. */
function portfolioFrom(actor: Staff, query: PortfolioQuery): Prisma.Sql {
  const filters = [
    Prisma.sql`p.municipality_id = ${actor.municipality.id}::uuid`,
    query.q
      ? Prisma.sql`(p.title ILIKE ${contains(query.q)} OR p.number ILIKE ${contains(query.q)} OR p.goal ILIKE ${contains(query.q)})`
      : null,
    query.fase ? Prisma.sql`model.code = ${query.fase}` : null,
    query.tilstand ? Prisma.sql`p.lifecycle = ${query.tilstand}::lifecycle` : null,
    query.tema ? Prisma.sql`p.theme_code = ${query.tema}` : null,
    query.leder ? Prisma.sql`manager.id = ${query.leder}::uuid` : null,
  ].filter((filter) => filter !== null)
  return Prisma.sql`
    FROM project p
    LEFT JOIN project_phase phase ON phase.municipality_id = p.municipality_id AND phase.id = p.current_phase_id
    LEFT JOIN phase_model_phase model ON model.id = phase.phase_model_phase_id
    LEFT JOIN LATERAL (
      SELECT person.id, person.name FROM project_member m JOIN person ON person.id = m.person_id
      WHERE m.municipality_id = p.municipality_id AND m.project_id = p.id AND m.role = 'project_manager' ORDER BY person.name LIMIT 1
    ) manager ON true
    LEFT JOIN LATERAL (
      SELECT s.progress, s.economy, s.quality, s.risk, s.benefit, s.period_end_on FROM status_report s
      WHERE s.municipality_id = p.municipality_id AND s.project_id = p.id AND s.published_at IS NOT NULL ORDER BY s.published_at DESC LIMIT 1
    ) status ON true
    LEFT JOIN LATERAL (
      SELECT sum(b.budget_nok) AS budget_nok, sum(b.cost_nok) AS cost_nok, sum(b.forecast_nok) AS forecast_nok FROM budget_line b
      WHERE b.municipality_id = p.municipality_id AND b.project_id = p.id
    ) money ON true
    WHERE ${Prisma.join(filters, ' AND ')}`
}

/** The pattern for «contains», with the signs that ILIKE reads specially taken as they stand. */
function contains(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`
}

function rowView(row: Row): PortfolioRow {
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    themeCode: row.theme_code,
    lifecycle: row.lifecycle,
    phase: row.phase_code ? { code: row.phase_code, names: { nb: row.name_nb, nn: row.name_nn, en: row.name_en } } : null,
    manager: row.manager,
    status: row.progress && {
      progress: row.progress,
      economy: row.economy,
      quality: row.quality,
      risk: row.risk,
      benefit: row.benefit,
    },
    budgetNok: Number(row.budget_nok),
    costNok: Number(row.cost_nok),
    forecastNok: Number(row.forecast_nok),
    reportedOn: isoDateOrNull(row.period_end_on),
  }
}
