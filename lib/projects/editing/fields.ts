import { Lifecycle, ProjectType, Visibility } from '@/generated/prisma/enums'
import { type Field, type ItemValues, isBackwards } from '../items/fields'

const required = { isRequired: true } as const

/** What can be changed of a project itself, in the order of its form. */
export const projectFields: readonly Field[] = [
  { name: 'title', type: 'line', ...required },
  { name: 'goal', type: 'text' },
  { name: 'background', type: 'text' },
  { name: 'themeCode', type: 'choice', of: 'theme', ...required },
  { name: 'type', type: 'choice', of: 'projectType', choices: Object.values(ProjectType), ...required },
  { name: 'lifecycle', type: 'choice', of: 'lifecycle', choices: Object.values(Lifecycle), ...required },
  { name: 'visibility', type: 'choice', of: 'visibility', choices: Object.values(Visibility), ...required },
  { name: 'startOn', type: 'date', ...required },
  { name: 'endOn', type: 'date' },
  { name: 'technologies', type: 'words' },
  { name: 'suppliers', type: 'words' },
  { name: 'methods', type: 'words' },
  { name: 'unGoals', type: 'words' },
  { name: 'archiveReference', type: 'line' },
  { name: 'financeReference', type: 'line' },
]

/** What is changed together: on the page of everything, or a block at a time where it stands on the overview. */
export const projectBlocks = ['all', 'purpose', 'facts'] as const
export type ProjectBlock = (typeof projectBlocks)[number]

const purpose = ['title', 'goal', 'background']

/** The fields of a block, in the order of its form. */
export function fieldsOfBlock(block: ProjectBlock): readonly Field[] {
  if (block === 'all') return projectFields
  return projectFields.filter(({ name }) => purpose.includes(name) === (block === 'purpose'))
}

/** Rules between the fields of a project: field to message key. */
export function projectProblems(values: ItemValues): Record<string, string> {
  const problems: Record<string, string> = {}
  if (isBackwards(values.startOn, values.endOn)) problems.endOn = 'errors.endBeforeStart'
  const goals = Array.isArray(values.unGoals) ? values.unGoals : []
  if (goals.some((goal) => !/^([1-9]|1[0-7])$/.test(goal))) problems.unGoals = 'errors.unGoals'
  return problems
}
