/** What is cleared by itself; each is a row of `retention_period`. */
export const retentionKinds = [
  'rate_limit',
  'letter_words',
  'deleted_project',
  'deleted_item',
  'invitation',
  'pending_person',
  'used_link',
  'search_log',
  'letter',
  'news',
  'session',
  'draft',
] as const

export type RetentionKind = (typeof retentionKinds)[number]
