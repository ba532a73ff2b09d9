/** What the log of a municipality can be narrowed to, and the beginnings of the actions in each. */
export const logKinds = {
  access: ['session', 'person', 'connection', 'scim', 'grant'],
  settings: ['settings', 'phase-model', 'template', 'news', 'search', 'view', 'follow'],
  projects: [
    'project',
    'item',
    'gate',
    'phase',
    'plan',
    'status',
    'document',
    'absence',
    'portfolio',
    'programme',
    'idea',
    'starter-pack',
  ],
  reports: ['report', 'reuse', 'improvement', 'question', 'fit'],
  others: ['guest', 'collaboration', 'advice', 'municipality', 'grant'],
} as const

export const logGroups = ['access', 'settings', 'projects', 'reports', 'others'] as const satisfies (keyof typeof logKinds)[]

/** Ids in the particulars of an entry that are of people. */
const ofPeople = ['person', 'to', 'fromId', 'toId', 'standInFromId', 'standInToId']

export function peopleIn(detail: unknown): string[] {
  if (typeof detail !== 'object' || detail === null) return []
  return Object.entries(detail).flatMap(([name, value]) =>
    ofPeople.includes(name) ? [value].flat().filter((id): id is string => typeof id === 'string' && isId(id)) : [],
  )
}

const isId = (text: string) => /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(text)

/** The particulars with the names of people in place of their ids; those who are not there any more are left out. */
export function withNames(detail: unknown, names: ReadonlyMap<string, string>): unknown {
  if (typeof detail !== 'object' || detail === null) return detail
  return Object.fromEntries(
    Object.entries(detail).map(([name, value]) => [
      name,
      ofPeople.includes(name) ? [value].flat().flatMap((id) => names.get(String(id)) ?? []) : value,
    ]),
  )
}
