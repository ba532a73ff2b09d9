import type { BenefitStatus, EconomyStatus, ProgressStatus, QualityStatus, RiskStatus } from '@/generated/prisma/enums'

/** How a status is drawn: colour, shape and word always go together. */
export type Severity = 'good' | 'ok' | 'warning' | 'bad' | 'none'

export interface StatusValues {
  progress: ProgressStatus
  economy: EconomyStatus
  quality: QualityStatus
  risk: RiskStatus
  benefit: BenefitStatus
}

const severities: { [Section in keyof StatusValues]: Record<StatusValues[Section], Severity> } = {
  progress: { ahead: 'good', on_plan: 'ok', minor_delay: 'warning', delayed: 'bad' },
  economy: { under_budget: 'good', on_budget: 'ok', minor_overrun: 'warning', over_budget: 'bad', unknown: 'none' },
  quality: { better: 'good', to_spec: 'ok', minor_deviation: 'warning', major_deviation: 'bad' },
  risk: { low: 'ok', medium: 'warning', high: 'bad' },
  benefit: { not_started: 'none', ahead: 'good', on_plan: 'ok', minor_delay: 'warning', delayed: 'bad' },
}

/** The severity of one section of a status report. */
export function severityOf<Section extends keyof StatusValues>(section: Section, value: StatusValues[Section]): Severity {
  return severities[section][value]
}

/** The sections of a status report, in the order they are shown. */
export const statusSections = ['progress', 'economy', 'quality', 'risk', 'benefit'] as const satisfies (keyof StatusValues)[]
