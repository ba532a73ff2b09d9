import 'server-only'
import { Prisma } from '@/generated/prisma/client'
import type { ListSource, Scope } from '@/lib/lists/engine/queries'
import type { Staff } from '@/lib/platform/actor'
import { today } from '@/lib/platform/dates'
import { inOrder, moreMembers, projectColumns, projectJoins, stands } from '../joins/queries'

/** What the parts of each project add up to; narrowed to a page of projects where it is known. */
const sumJoin = (name: string, select: Prisma.Sql, from: Prisma.Sql, projectId: Prisma.Sql) => (scope: Scope) =>
  Prisma.sql`
  LEFT JOIN (SELECT ${projectId} AS project_id, ${select} ${from} AND ${scope(projectId)} GROUP BY ${projectId}) ${Prisma.raw(name)}
    ON ${Prisma.raw(name)}.project_id = p.id`

/** The own projects as they are now. `programmeId` narrows them to a programme, which may hold others' shared projects too. */
export function projectSource(actor: Staff, programmeId: string | null = null): ListSource {
  const own = Prisma.sql`${actor.municipality.id}::uuid`
  const on = Prisma.sql`${today()}::text::date`
  return {
    id: Prisma.sql`p.id`,
    from: Prisma.sql`FROM project p`,
    where: programmeId
      ? Prisma.sql`p.id IN (SELECT pp.project_id FROM programme_project pp WHERE pp.municipality_id = ${own} AND pp.programme_id = ${programmeId}::uuid)`
      : Prisma.sql`p.municipality_id = ${own}`,
    searched: [Prisma.sql`p.title`, Prisma.sql`p.number`, Prisma.sql`p.goal`],
    extra: { projectId: Prisma.sql`p.id`, title: Prisma.sql`p.title` },
    joins: {
      ...projectJoins,
      ...moreMembers,
      status: () => Prisma.sql`
        LEFT JOIN LATERAL (
          SELECT s.progress, s.economy, s.quality, s.risk, s.benefit, s.period_end_on FROM status_report s
          WHERE s.municipality_id = p.municipality_id AND s.project_id = p.id AND s.published_at IS NOT NULL AND s.series_id IS NULL
          ORDER BY s.period_end_on DESC, s.published_at DESC LIMIT 1
        ) status ON true`,
      rhythm: () => Prisma.sql`
        CROSS JOIN (SELECT coalesce((SELECT report_every_days FROM municipality_settings WHERE municipality_id = ${own}), 30) AS days) rhythm`,
      money: sumJoin(
        'money',
        Prisma.sql`sum(b.budget_nok) AS budget, sum(b.cost_nok) AS cost, sum(b.forecast_nok) AS forecast, sum(b.cost_hours) AS hours`,
        Prisma.sql`FROM budget_line b WHERE true`,
        Prisma.sql`b.project_id`,
      ),
      risk: sumJoin(
        'risks',
        Prisma.sql`count(*) AS open, max(u.probability * u.consequence) AS factor`,
        Prisma.sql`FROM uncertainty u WHERE u.kind = 'risk' AND u.status = 'identified'`,
        Prisma.sql`u.project_id`,
      ),
      milestone: sumJoin(
        'milestones',
        Prisma.sql`min(m.planned_on) FILTER (WHERE m.planned_on >= ${on}) AS next, count(*) FILTER (WHERE m.planned_on < ${on}) AS late`,
        Prisma.sql`FROM milestone m WHERE m.actual_on IS NULL AND m.status IN ('on_track', 'off_track')`,
        Prisma.sql`m.project_id`,
      ),
      condition: sumJoin(
        'conditions',
        Prisma.sql`count(*) AS open`,
        Prisma.sql`FROM gate_condition c JOIN gate_decision d ON d.municipality_id = c.municipality_id AND d.id = c.gate_decision_id
          WHERE c.closed_on IS NULL AND ${stands}`,
        Prisma.sql`d.project_id`,
      ),
      achieved: sumJoin(
        'achieved',
        Prisma.sql`round(100 * avg((last.value - i.start_value) / (i.target_value - i.start_value))) AS pct`,
        Prisma.sql`FROM benefit b JOIN indicator i ON i.municipality_id = b.municipality_id AND i.benefit_id = b.id
          JOIN LATERAL (SELECT m.value FROM measurement m WHERE m.municipality_id = i.municipality_id AND m.indicator_id = i.id
            ORDER BY m.measured_on DESC LIMIT 1) last ON true WHERE true`,
        Prisma.sql`b.project_id`,
      ),
      programme: () => Prisma.sql`
        LEFT JOIN LATERAL (
          SELECT g.id, g.title FROM programme_project pp JOIN programme g ON g.municipality_id = pp.municipality_id AND g.id = pp.programme_id
          WHERE pp.project_municipality_id = p.municipality_id AND pp.project_id = p.id ORDER BY g.title LIMIT 1
        ) programme ON true`,
      collaboration: () => Prisma.sql`LEFT JOIN collaboration ON collaboration.id = p.collaboration_id`,
    },
    columns: {
      ...projectColumns,
      nummer: { value: Prisma.sql`p.number` },
      tittel: { value: Prisma.sql`p.title`, order: inOrder(Prisma.sql`p.title`) },
      fremdrift: { value: Prisma.sql`status.progress`, joins: ['status'] },
      okonomi: { value: Prisma.sql`status.economy`, joins: ['status'] },
      kvalitet: { value: Prisma.sql`status.quality`, joins: ['status'] },
      risiko: { value: Prisma.sql`status.risk`, joins: ['status'] },
      gevinst: { value: Prisma.sql`status.benefit`, joins: ['status'] },
      rapportert: { value: Prisma.sql`status.period_end_on`, joins: ['status'] },
      overtid: {
        value: Prisma.sql`(CASE WHEN p.lifecycle = 'active' THEN nullif(greatest(0, ${on} - coalesce(status.period_end_on, p.start_on) - rhythm.days), 0) END)`,
        joins: ['status', 'rhythm'],
      },
      budsjett: { value: Prisma.sql`coalesce(money.budget, 0)`, joins: ['money'] },
      kostnad: { value: Prisma.sql`coalesce(money.cost, 0)`, joins: ['money'] },
      prognose: { value: Prisma.sql`coalesce(money.forecast, 0)`, joins: ['money'] },
      avvik: { value: Prisma.sql`coalesce(money.forecast - money.budget, 0)`, joins: ['money'] },
      timer: { value: Prisma.sql`coalesce(money.hours, 0)`, joins: ['money'] },
      port: { value: Prisma.sql`model.gate`, joins: ['phase'] },
      type: { value: Prisma.sql`p.type` },
      start: { value: Prisma.sql`p.start_on` },
      slutt: { value: Prisma.sql`p.end_on` },
      eier: {
        value: Prisma.sql`owner.id`,
        label: Prisma.sql`owner.name`,
        order: inOrder(Prisma.sql`owner.name`),
        joins: ['owner'],
      },
      gevinstansvarlig: {
        value: Prisma.sql`benefit_owner.id`,
        label: Prisma.sql`benefit_owner.name`,
        order: inOrder(Prisma.sql`benefit_owner.name`),
        joins: ['benefitOwner'],
      },
      program: {
        value: Prisma.sql`programme.id`,
        label: Prisma.sql`programme.title`,
        order: inOrder(Prisma.sql`programme.title`),
        joins: ['programme'],
      },
      samarbeid: { value: Prisma.sql`collaboration.name`, joins: ['collaboration'] },
      synlig: { value: Prisma.sql`p.visibility` },
      risikoer: { value: Prisma.sql`coalesce(risks.open, 0)`, joins: ['risk'] },
      toppfaktor: { value: Prisma.sql`risks.factor`, joins: ['risk'] },
      vilkar: { value: Prisma.sql`coalesce(conditions.open, 0)`, joins: ['condition'] },
      milepal: { value: Prisma.sql`milestones.next`, joins: ['milestone'] },
      forsinkede: { value: Prisma.sql`coalesce(milestones.late, 0)`, joins: ['milestone'] },
      oppnadd: { value: Prisma.sql`achieved.pct`, joins: ['achieved'] },
      teknologier: { value: Prisma.sql`p.technologies` },
      leverandorer: { value: Prisma.sql`p.suppliers` },
      metoder: { value: Prisma.sql`p.methods` },
      fnmal: { value: Prisma.sql`p.un_goals::text[]` },
      arkivref: { value: Prisma.sql`p.archive_reference` },
      okonominavn: { value: Prisma.sql`p.finance_reference` },
      mine: {
        value: Prisma.sql`EXISTS (SELECT 1 FROM project_member me WHERE me.project_id = p.id AND me.person_id = ${actor.personId}::uuid)`,
      },
      endret: { value: Prisma.sql`p.updated_at::date` },
    },
  }
}
