import 'server-only'
import { Prisma } from '@/generated/prisma/client'
import type { ProjectRole } from '@/generated/prisma/enums'
import type { ColumnSql, Scope } from '@/lib/lists/engine/queries'

/** Norwegian order: Æ Ø Å last, Aa as Å. */
export const inOrder = (text: Prisma.Sql) => Prisma.sql`${text} COLLATE "nb-NO-x-icu"`

/** That the decision `d` stands: no later one has superseded it. */
export const stands = Prisma.sql`NOT EXISTS (
  SELECT 1 FROM gate_decision later WHERE later.municipality_id = d.municipality_id AND later.supersedes_id = d.id)`

const memberJoin = (name: string, role: ProjectRole) => () =>
  Prisma.sql`
  LEFT JOIN LATERAL (
    SELECT person.id, person.name FROM project_member m JOIN person ON person.id = m.person_id
    WHERE m.municipality_id = p.municipality_id AND m.project_id = p.id AND m.role = ${Prisma.raw(`'${role}'`)} ORDER BY person.name LIMIT 1
  ) ${Prisma.raw(name)} ON true`

/** Joins that any list over projects may need; `p` is the project. */
export const projectJoins: Record<string, (scope: Scope) => Prisma.Sql> = {
  phase: () => Prisma.sql`
    LEFT JOIN project_phase phase ON phase.municipality_id = p.municipality_id AND phase.id = p.current_phase_id
    LEFT JOIN phase_model_phase model ON model.id = phase.phase_model_phase_id`,
  theme: () => Prisma.sql`LEFT JOIN theme ON theme.code = p.theme_code`,
  manager: memberJoin('manager', 'project_manager'),
}

/** The columns that every list over projects has. */
export const projectColumns: Record<string, ColumnSql> = {
  fase: { value: Prisma.sql`model.code`, label: Prisma.sql`model.name_nb`, order: Prisma.sql`model.position`, joins: ['phase'] },
  tilstand: { value: Prisma.sql`p.lifecycle` },
  tema: { value: Prisma.sql`p.theme_code`, order: Prisma.sql`theme.position`, joins: ['theme'] },
  leder: {
    value: Prisma.sql`manager.id`,
    label: Prisma.sql`manager.name`,
    order: inOrder(Prisma.sql`manager.name`),
    joins: ['manager'],
  },
}

/** The column that names the project, for lists of its parts. */
export const ownProject: ColumnSql = { value: Prisma.sql`p.id`, label: Prisma.sql`p.title`, order: inOrder(Prisma.sql`p.title`) }

export const moreMembers = {
  owner: memberJoin('owner', 'project_owner'),
  benefitOwner: memberJoin('benefit_owner', 'benefit_owner'),
}
