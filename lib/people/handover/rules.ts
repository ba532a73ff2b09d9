/** Where in the database somebody answers for something, or is to do it. */
export interface DutyPlace {
  kind: DutyKind
  table: string
  column: string
  /** How the row is told from others in its table. */
  key: string
  title: string
  /** How the row leads to its project, where it has one. */
  project: string | null
  /** What stands between the row and its project or its title. */
  by?: string
  /** What is done with is no duty: who did it stays. */
  open?: string
  isVersioned?: boolean
}

export const dutyKinds = [
  ...['member', 'steward', 'standIn', 'task', 'action', 'uncertainty', 'benefit', 'benefitOwner'],
  ...['deliverable', 'communication', 'logEntry', 'allocation', 'programme', 'reuse', 'view'],
] as const
export type DutyKind =
  | ('member' | 'steward' | 'standIn' | 'task' | 'action' | 'uncertainty' | 'benefit' | 'benefitOwner')
  | ('deliverable' | 'communication' | 'logEntry' | 'allocation' | 'programme' | 'reuse' | 'view')

const part = { key: 'x.id::text', title: 'x.title', project: 'x.project_id', isVersioned: true } as const
const stewardship = {
  ...{ table: 'report_steward', key: 'x.report_id::text', title: 'r.title', project: 'r.project_id', isVersioned: true },
  by: 'JOIN experience_report r ON r.municipality_id = x.municipality_id AND r.id = x.report_id',
} as const

/** Every place, stewards before stand-ins: whoever becomes steward stands in for nobody there. */
export const dutyPlaces: readonly DutyPlace[] = [
  {
    ...{ kind: 'member', table: 'project_member', column: 'person_id', project: 'x.project_id' },
    ...{ key: "x.project_id || ':' || x.role", title: 'x.role::text' },
  },
  { ...stewardship, kind: 'steward', column: 'person_id' },
  { ...stewardship, kind: 'standIn', column: 'stand_in_id' },
  { ...part, kind: 'task', table: 'task', column: 'responsible_id', open: 'NOT x.is_done' },
  {
    ...{ ...part, kind: 'action', table: 'uncertainty_action', column: 'responsible_id', open: 'NOT x.is_done' },
    ...{ title: 'x.text', project: 'u.project_id' },
    by: 'JOIN uncertainty u ON u.municipality_id = x.municipality_id AND u.id = x.uncertainty_id',
  },
  { ...part, kind: 'uncertainty', table: 'uncertainty', column: 'responsible_id', open: "x.status <> 'obsolete'" },
  { ...part, kind: 'benefit', table: 'benefit', column: 'responsible_id' },
  { ...part, kind: 'benefitOwner', table: 'benefit', column: 'owner_id' },
  { ...part, kind: 'deliverable', table: 'deliverable', column: 'responsible_id', open: "x.status <> 'approved'" },
  { ...part, kind: 'communication', table: 'communication', column: 'responsible_id', open: "x.status <> 'completed'" },
  { ...part, kind: 'logEntry', table: 'log_entry', column: 'responsible_id', title: 'left(x.text, 200)' },
  { ...part, kind: 'allocation', table: 'allocation', column: 'person_id', title: 'x.role', open: 'x.end_on >= CURRENT_DATE' },
  { ...part, kind: 'programme', table: 'programme', column: 'manager_id', project: null },
  {
    ...{ ...part, kind: 'reuse', table: 'reuse', column: 'said_by', title: "coalesce(r.title, '')", project: null },
    by: 'LEFT JOIN experience_report r ON r.id = x.report_id',
  },
  {
    ...{ ...part, kind: 'view', table: 'saved_view', column: 'owner_id', title: 'x.name', project: null },
    ...{ open: 'x.is_shared', isVersioned: false },
  },
]

export interface HeldDuty {
  kind: DutyKind
  key: string
  title: string
  project: { id: string; title: string } | null
}

/** How a duty is named in a form. */
export const nameOfDuty = ({ kind, key }: Pick<HeldDuty, 'kind' | 'key'>) => `${kind}:${key}`

/** Who gets what: each its own receiver where one is chosen, else the one who gets the rest. What nobody gets is left. */
export function shareOut<Duty extends HeldDuty>(
  duties: readonly Duty[],
  { toId, gifts }: { toId: string; gifts: readonly { key: string; toId: string }[] },
): { given: { duty: Duty; toId: string }[]; left: Duty[] } {
  const chosen = new Map(gifts.filter((gift) => gift.toId !== '').map((gift) => [gift.key, gift.toId]))
  const each = duties.map((duty) => ({ duty, toId: chosen.get(nameOfDuty(duty)) ?? toId }))
  return { given: each.filter((one) => one.toId !== ''), left: each.filter((one) => one.toId === '').map(({ duty }) => duty) }
}
