import type { Cadence, NewsKind, NewsTopic } from '@/generated/prisma/enums'

/** What letters are grouped and chosen by. */
export const topics = ['questions', 'work', 'upkeep', 'followed', 'searches'] as const satisfies NewsTopic[]

export const cadences = ['immediately', 'daily', 'weekly', 'off'] as const satisfies Cadence[]

export type Cadences = Record<NewsTopic, Cadence>

/** What somebody gets who has chosen nothing: at once where somebody waits for them, else gathered once a week. */
export const usualCadences: Cadences = {
  questions: 'immediately',
  work: 'daily',
  upkeep: 'weekly',
  followed: 'weekly',
  searches: 'weekly',
}

/** Where a piece of news leads. */
export interface NewsTarget {
  kind: NewsKind
  projectId: string | null
  lesson: { id: string; projectId: string } | null
  questionId: string | null
  report: { slug: string; projectId: string } | null
  /** The reader's own project that holds a copy of what it is about. */
  copiedInto?: string | null
}

/** The address of what happened; `/varsler` where the thing itself has no page any more. */
export function pathOf({ kind, projectId, lesson, questionId, report, copiedInto }: NewsTarget): string {
  if (kind === 'status_published' && projectId) return `/prosjekter/${projectId}/status`
  if (kind === 'gate_decided' && projectId) return `/prosjekter/${projectId}/faser`
  if (kind === 'plan_changed' && projectId) return `/prosjekter/${projectId}`
  if (kind === 'advice_answered') return '/kuratering/rad?svar=besvart'
  if ((kind === 'advice_sent' || kind === 'advice_waiting') && projectId) return `/prosjekter/${projectId}/rad`
  if (kind === 'improvement_offered' && !report && projectId) return `/prosjekter/${projectId}/forbedringer`
  if (kind === 'plan_shared') return '/planer'
  if (kind === 'plan_joined' && projectId) return `/prosjekter/${projectId}/planlegger`
  if ((kind === 'part_improved' || kind === 'offer_answered') && copiedInto) return `/prosjekter/${copiedInto}/forbedringer`
  if (kind === 'offer_answered' && !report && projectId) return `/prosjekter/${projectId}`
  if (kind === 'grant_given' || kind === 'grant_ended') return '/kuratering#kommuner'
  if (kind === 'sign_in_moves') return '/innlogginger'
  if (kind === 'duties_handed_over') return '/min-side'
  if (kind === 'reuse_proposed' || kind === 'reuse_to_confirm') return '/gjenbruk'
  if (lesson) return `/prosjekter/${lesson.projectId}/erfaringer/${lesson.id}`
  if (kind === 'steward_changed' && !report) return '/min-side#forvalter'
  if (!report) return questionId ? `/sporsmal#${questionId}` : '/varsler'
  if (kind === 'improvement_offered') return `/prosjekter/${report.projectId}/forbedringer`
  if (kind === 'approval_wanted') return `/prosjekter/${report.projectId}/erfaringsrapport/kontroll`
  if (kind === 'approval_returned') return `/prosjekter/${report.projectId}/erfaringsrapport/kontroll`
  if (kind === 'review_replied') return `/kuratering/gjennomgang/${report.slug}`
  if (kind === 'review_given') return `/erfaringer/${report.slug}/gjennomgang`
  if (kind === 'effect_to_follow_up') return `/erfaringer/${report.slug}/oppfolging`
  if (questionId) return `/erfaringer/${report.slug}/sporsmal#${questionId}`
  if (kind === 'report_outdated' || kind === 'outdated_answered') return `/erfaringer/${report.slug}/utdatert`
  if (kind.startsWith('recommendation_')) return `/erfaringer/${report.slug}/anbefalinger`
  return `/erfaringer/${report.slug}`
}
