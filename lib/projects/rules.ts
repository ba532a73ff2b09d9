import type { ChecklistStatus, MilestoneStatus } from '@/generated/prisma/enums'
import type { IsoDate } from '@/lib/platform/dates'

/** The next project number of a municipality, `2027-004`: the year it starts and a running number. */
export function nextProjectNumber(year: number, taken: readonly string[]): string {
  const prefix = `${year}-`
  const running = taken
    .filter((number) => number.startsWith(prefix))
    .map((number) => Number.parseInt(number.slice(prefix.length), 10))
  const last = Math.max(0, ...running.filter(Number.isFinite))
  return `${prefix}${String(last + 1).padStart(3, '0')}`
}

/** Where a phase stands in relation to the current one, by position. */
export function phaseState(position: number, currentPosition: number | null): 'done' | 'current' | 'upcoming' {
  if (currentPosition === null || position > currentPosition) return 'upcoming'
  return position === currentPosition ? 'current' : 'done'
}

/** How much of a checklist is settled: done or not relevant. */
export function checklistProgress(items: { status: ChecklistStatus }[]): { settled: number; total: number } {
  return { settled: items.filter((item) => item.status !== 'open').length, total: items.length }
}

/**
 * Achievement of an indicator, as whole per cent: (value − start) / (target − start).
 * Negative when things got worse, over 100 when the target is passed.
 */
export function achievementPct(indicator: { start: number; target: number }, value: number): number {
  return Math.round((100 * (value - indicator.start)) / (indicator.target - indicator.start))
}

/** How serious an uncertainty is: its factor is probability times consequence, each from 1 to 5. */
export function riskLevel(probability: number, consequence: number): 'low' | 'medium' | 'high' {
  const factor = probability * consequence
  if (factor >= 15) return 'high'
  return factor >= 6 ? 'medium' : 'low'
}

/** A milestone whose day has passed without being reached. */
export function isOverdue(
  milestone: { plannedOn: IsoDate; actualOn: IsoDate | null; status: MilestoneStatus },
  today: IsoDate,
): boolean {
  return (
    milestone.actualOn === null &&
    milestone.status !== 'achieved' &&
    milestone.status !== 'not_achieved' &&
    milestone.plannedOn < today
  )
}
