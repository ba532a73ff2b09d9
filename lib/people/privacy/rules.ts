/** What the readable page gathers what is stored of somebody under, in its order. */
export const storedGroups = ['person', 'signIn', 'messages', 'following', 'roles', 'work', 'trail'] as const
export type StoredGroup = (typeof storedGroups)[number]

/** A row that is stored of somebody: where, by which field it points to them, and what it says. */
export interface StoredRow {
  table: string
  column: string
  content: Record<string, unknown>
}

const groups: Record<Exclude<StoredGroup, 'work'>, readonly string[]> = {
  person: ['person', 'role_assignment'],
  signIn: ['external_identity', 'auth_session', 'person_invitation', 'used_link'],
  messages: ['notice', 'letter', 'news_settings', 'news_item'],
  following: ['follow', 'saved_search', 'saved_view'],
  roles: ['project_member', 'project_invitation', 'allocation', 'absence', 'report_steward'],
  trail: ['audit_event'],
}

/** What belongs nowhere else is work: what they have written, decided or answer for. */
export function groupOf(table: string): StoredGroup {
  return storedGroups.find((group) => group !== 'work' && groups[group].includes(table)) ?? 'work'
}

const labels = ['title', 'name', 'subject', 'text', 'action', 'role', 'device', 'reason', 'comment', 'query', 'kind']
const instants = [
  'at',
  'created_at',
  'asked_at',
  'answered_at',
  'uploaded_at',
  'invited_at',
  'deleted_at',
  'published_at',
  'used_at',
  'due_on',
]

/** A row in one line: what it is called, and when it was. */
export function lineOf({ content }: StoredRow): { text: string; at: string | null } {
  const said = (names: string[]) => names.map((name) => content[name]).find((value) => typeof value === 'string' && value !== '')
  return { text: String(said(labels) ?? '').slice(0, 200), at: (said(instants) as string | undefined) ?? null }
}
