export interface Duty {
  id: string
  kind: 'task' | 'action'
  title: string
  /** ISO date, or null where nobody has said when. */
  dueOn: string | null
  project: { id: string; title: string }
}

/** The 25 that are due first; those without a date come last. */
export function mostUrgent(duties: Duty[]): Duty[] {
  return duties.toSorted((a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999')).slice(0, 25)
}
