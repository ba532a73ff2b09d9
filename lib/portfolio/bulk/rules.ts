import { Lifecycle, ProjectType } from '@/generated/prisma/enums'
import type { FieldType } from '@/lib/projects/items/fields'

/** What can be changed for many projects at once. */
export interface BulkField {
  name: BulkFieldName
  type: FieldType
  of?: string
  choices?: readonly string[]
}

export type BulkFieldName = 'lifecycle' | 'themeCode' | 'type' | 'endOn' | 'managerId' | 'programmeId'

export const bulkFields: readonly BulkField[] = [
  { name: 'lifecycle', type: 'choice', of: 'lifecycle', choices: Object.values(Lifecycle) },
  { name: 'themeCode', type: 'choice', of: 'theme' },
  { name: 'type', type: 'choice', of: 'projectType', choices: Object.values(ProjectType) },
  { name: 'endOn', type: 'date' },
  { name: 'managerId', type: 'person' },
  { name: 'programmeId', type: 'choice' },
]

/** One project's value before and after a change. */
export type BulkChange = [projectId: string, before: string | null, after: string | null]

/** What will change, of what was chosen: those that have the value already are left alone. */
export function plannedChanges(before: ReadonlyMap<string, string | null>, after: string | null): BulkChange[] {
  return [...before].filter(([, value]) => value !== after).map(([id, value]) => [id, value, after])
}

/** What an undo can put back: only what nobody has changed since. */
export function undoable(changes: readonly BulkChange[], now: ReadonlyMap<string, string | null>): BulkChange[] {
  return changes.filter(([id, , after]) => now.has(id) && now.get(id) === after).map(([id, before, after]) => [id, after, before])
}

/** Projects by the value they are to get, so that each value is written once. */
export function byValue(changes: readonly BulkChange[]): Map<string | null, string[]> {
  const groups = new Map<string | null, string[]>()
  for (const [id, , after] of changes) groups.set(after, [...(groups.get(after) ?? []), id])
  return groups
}
