import 'server-only'
import { Prisma } from '@/generated/prisma/client'
import type { ColumnSql, ListSource } from '@/lib/lists/engine/queries'
import type { Staff } from '@/lib/platform/actor'
import { inOrder, ownProject, projectColumns, projectJoins, stands } from '../joins/queries'

const responsible: ColumnSql = {
  value: Prisma.sql`responsible.id`,
  label: Prisma.sql`responsible.name`,
  order: inOrder(Prisma.sql`responsible.name`),
  joins: ['responsible'],
}
const responsibleJoin = () =>
  Prisma.sql`LEFT JOIN person responsible ON responsible.municipality_id = x.municipality_id AND responsible.id = x.responsible_id`

/** A list of one kind of part, `x`, over all own projects, `p`. */
function partSource(actor: Staff, table: Prisma.Sql, parts: Pick<ListSource, 'joins' | 'columns' | 'searched'>): ListSource {
  return {
    id: Prisma.sql`x.id`,
    from: Prisma.sql`FROM ${table} x JOIN project p ON p.municipality_id = x.municipality_id AND p.id = x.project_id`,
    where: Prisma.sql`x.municipality_id = ${actor.municipality.id}::uuid`,
    searched: [...parts.searched, Prisma.sql`p.title`],
    joins: { ...projectJoins, ...parts.joins },
    columns: { ...projectColumns, prosjekt: ownProject, ...parts.columns },
    extra: { projectId: Prisma.sql`p.id`, title: Prisma.sql`p.title` },
  }
}

const title: ColumnSql = { value: Prisma.sql`x.title`, order: inOrder(Prisma.sql`x.title`) }

export function uncertaintySource(actor: Staff): ListSource {
  return partSource(actor, Prisma.sql`uncertainty`, {
    searched: [Prisma.sql`x.title`],
    joins: {
      responsible: responsibleJoin,
      actions: () => Prisma.sql`
        LEFT JOIN LATERAL (SELECT count(*) AS open, min(a.due_on) AS due FROM uncertainty_action a
          WHERE a.municipality_id = x.municipality_id AND a.uncertainty_id = x.id AND NOT a.is_done) actions ON true`,
    },
    columns: {
      tittel: title,
      slag: { value: Prisma.sql`x.kind` },
      status: { value: Prisma.sql`x.status` },
      faktor: { value: Prisma.sql`x.probability * x.consequence` },
      faktoretter: { value: Prisma.sql`x.probability_after * x.consequence_after` },
      sannsynlighet: { value: Prisma.sql`x.probability` },
      konsekvens: { value: Prisma.sql`x.consequence` },
      strategi: { value: Prisma.sql`x.strategy` },
      narhet: { value: Prisma.sql`x.proximity` },
      ansvarlig: responsible,
      inntraff: { value: Prisma.sql`x.occurred_on` },
      fortetil: { value: Prisma.sql`x.led_to` },
      apnetiltak: { value: Prisma.sql`actions.open`, joins: ['actions'] },
      frist: { value: Prisma.sql`actions.due`, joins: ['actions'] },
    },
  })
}

/** A row per indicator; a benefit without any has one row all the same. */
export function benefitSource(actor: Staff): ListSource {
  const source = partSource(actor, Prisma.sql`benefit`, {
    searched: [Prisma.sql`x.title`],
    joins: {
      responsible: responsibleJoin,
      last: () => Prisma.sql`
        LEFT JOIN LATERAL (SELECT m.value, m.measured_on FROM measurement m
          WHERE m.municipality_id = i.municipality_id AND m.indicator_id = i.id ORDER BY m.measured_on DESC LIMIT 1) last ON true`,
    },
    columns: {
      tittel: title,
      indikator: { value: Prisma.sql`i.title` },
      slag: { value: Prisma.sql`x.kind` },
      kategori: { value: Prisma.sql`x.category` },
      startverdi: { value: Prisma.sql`i.start_value` },
      malverdi: { value: Prisma.sql`i.target_value` },
      malt: { value: Prisma.sql`last.value`, joins: ['last'] },
      oppnadd: {
        value: Prisma.sql`round(100 * (last.value - i.start_value) / (i.target_value - i.start_value))`,
        joins: ['last'],
      },
      maltdato: { value: Prisma.sql`last.measured_on`, joins: ['last'] },
      ventes: { value: Prisma.sql`x.expected_from_on` },
      ansvarlig: responsible,
    },
  })
  return {
    ...source,
    id: Prisma.sql`coalesce(i.id, x.id)`,
    from: Prisma.sql`${source.from} LEFT JOIN indicator i ON i.municipality_id = x.municipality_id AND i.benefit_id = x.id`,
    extra: { ...source.extra, itemId: Prisma.sql`x.id` },
  }
}

export function deliverableSource(actor: Staff): ListSource {
  return partSource(actor, Prisma.sql`deliverable`, {
    searched: [Prisma.sql`x.title`],
    joins: { responsible: responsibleJoin },
    columns: {
      tittel: title,
      status: { value: Prisma.sql`x.status` },
      start: { value: Prisma.sql`x.start_on` },
      slutt: { value: Prisma.sql`x.end_on` },
      ansvarlig: responsible,
    },
  })
}

export function lessonSource(actor: Staff): ListSource {
  return partSource(actor, Prisma.sql`lesson`, {
    searched: [Prisma.sql`x.title`, Prisma.sql`x.recommendation`],
    joins: {},
    columns: {
      tittel: title,
      slag: { value: Prisma.sql`x.kind` },
      anbefaling: { value: Prisma.sql`x.recommendation` },
      synlig: { value: Prisma.sql`x.visibility` },
      teknologier: { value: Prisma.sql`x.technologies` },
      skrevet: { value: Prisma.sql`x.created_at::date` },
    },
  })
}

export function economySource(actor: Staff): ListSource {
  return partSource(actor, Prisma.sql`budget_line`, {
    searched: [],
    joins: {},
    columns: {
      ar: { value: Prisma.sql`x.year` },
      budsjett: { value: Prisma.sql`x.budget_nok` },
      kostnad: { value: Prisma.sql`x.cost_nok` },
      prognose: { value: Prisma.sql`x.forecast_nok` },
      avvik: { value: Prisma.sql`x.forecast_nok - x.budget_nok` },
      budsjetttimer: { value: Prisma.sql`x.budget_hours` },
      brukttimer: { value: Prisma.sql`x.cost_hours` },
      prognosetimer: { value: Prisma.sql`x.forecast_hours` },
    },
  })
}

export function allocationSource(actor: Staff): ListSource {
  return partSource(actor, Prisma.sql`allocation`, {
    searched: [Prisma.sql`x.role`],
    joins: {
      person: () => Prisma.sql`LEFT JOIN person ON person.municipality_id = x.municipality_id AND person.id = x.person_id`,
    },
    columns: {
      person: {
        value: Prisma.sql`person.id`,
        label: Prisma.sql`person.name`,
        order: inOrder(Prisma.sql`person.name`),
        joins: ['person'],
      },
      rolle: { value: Prisma.sql`x.role`, order: inOrder(Prisma.sql`x.role`) },
      start: { value: Prisma.sql`x.start_on` },
      slutt: { value: Prisma.sql`x.end_on` },
      prosent: { value: Prisma.sql`x.percent` },
      status: { value: Prisma.sql`x.status` },
    },
  })
}

/** The conditions of decisions that stand. */
export function conditionSource(actor: Staff): ListSource {
  const source = partSource(actor, Prisma.sql`gate_condition`, {
    searched: [Prisma.sql`x.text`, Prisma.sql`x.owner`],
    joins: {},
    columns: {
      tittel: { value: Prisma.sql`x.text`, order: inOrder(Prisma.sql`x.text`) },
      port: { value: Prisma.sql`d.gate` },
      ansvarlig: { value: Prisma.sql`x.owner`, order: inOrder(Prisma.sql`x.owner`) },
      frist: { value: Prisma.sql`x.due_on` },
      lukket: { value: Prisma.sql`x.closed_on` },
    },
  })
  return {
    ...source,
    from: Prisma.sql`FROM gate_condition x JOIN gate_decision d ON d.municipality_id = x.municipality_id AND d.id = x.gate_decision_id
      JOIN project p ON p.municipality_id = d.municipality_id AND p.id = d.project_id`,
    where: Prisma.sql`${source.where} AND ${stands}`,
  }
}
