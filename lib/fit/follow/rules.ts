import { addDays, type IsoDate } from '@/lib/platform/dates'
import type { Fit } from '../rules'

/** Why something follows into a copy: it must change at home, nobody knows how it is at home, or the source says that it must be adapted. */
export type FollowReason = 'change' | 'unknown' | 'adapt'

/** Something that a copy begins with, because the source took it for granted. */
export interface FollowUp {
  /** What it is chosen by, and remembered by. */
  subject: string
  why: FollowReason
  /** What must be in place, or be adapted. */
  line: string
  /** A municipality does not become bigger by a task: size is a risk, and nothing to get in place. */
  isTask: boolean
  isRisk: boolean
}

const adaptSubject = 'adapt:report'

/** What may follow into a copy: a line for each thing that is not met, each subject once. */
export function followUpsOf(fits: readonly Fit[], mustAdapt: string): FollowUp[] {
  const open = fits.flatMap(({ prerequisite, checks }) =>
    checks
      .filter(({ verdict }) => verdict !== 'met')
      .map(({ asked, verdict }): FollowUp => {
        const isSize = asked.kind === 'size'
        return {
          subject: asked.subject,
          why: verdict === 'change' ? 'change' : 'unknown',
          line: checks.length > 1 ? `${asked.name} (${prerequisite.text})` : prerequisite.text,
          isTask: !isSize,
          isRisk: verdict === 'change',
        }
      }),
  )
  const adapt: FollowUp = { subject: adaptSubject, why: 'adapt', line: mustAdapt, isTask: true, isRisk: false }
  const all = mustAdapt.trim() === '' ? open : [...open, adapt]
  return all.filter(({ subject }, index) => all.findIndex((one) => one.subject === subject) === index)
}

/** Within a month of the start, or of today where the project is under way. */
export function dueOn(startOn: IsoDate, today: IsoDate): IsoDate {
  return addDays(startOn > today ? startOn : today, 30)
}
