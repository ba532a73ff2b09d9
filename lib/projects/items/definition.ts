import { type Field, type ItemValues, isBackwards } from './fields'

/** A thing in a list of a project: one definition says how it is asked for, stored, shown, deleted and compared. */
export interface ItemDefinition {
  /** Its place in the address: `/prosjekter/<id>/<slug>/<item>`. */
  slug: string
  /** The page of the project where it is listed, for those that do not lie under another item. */
  page: string
  /** The model in the Prisma client, and the table below it. */
  model: string
  table: string
  fields: readonly Field[]
  /** What its list shows beside the title. */
  columns?: readonly string[]
  /** The field that names it. */
  title: string
  /** The item it lies under: which kind, the relation and the column that point there. */
  under?: { kind: ItemKind; relation: string; column: string }
  /** What is deleted and put back with it: table and the column that points here. */
  followers?: readonly { table: string; column: string; kind?: ItemKind }[]
  /** Read by the project's own municipality only, also where the project is shared. */
  isInside?: boolean
  /** Rules between fields: field to message key. */
  check?: (values: ItemValues) => Record<string, string | undefined>
}

export type ItemKind =
  | ('uncertainty' | 'action' | 'change' | 'benefit' | 'indicator' | 'measurement' | 'milestone' | 'deliverable')
  | ('task' | 'step' | 'stakeholder' | 'communication' | 'allocation' | 'budget' | 'log' | 'lesson' | 'checklist' | 'document')

export const required = { isRequired: true } as const
export const choice = (name: string, of: string, values: object, initial?: string): Field => ({
  name,
  type: 'choice',
  of,
  choices: Object.values(values),
  isRequired: true,
  initial: initial ?? null,
})
export const responsible: Field = { name: 'responsibleId', type: 'person' }
export const phase: Field = { name: 'projectPhaseId', type: 'phase' }
export const scale = (name: string, of: 'probability' | 'consequence'): Field => ({
  name,
  type: 'scale',
  of,
  ...required,
  initial: 3,
})

export const period = (start: string, end: string) => (values: ItemValues) =>
  isBackwards(values[start], values[end]) ? { [end]: 'errors.endBeforeStart' } : {}
