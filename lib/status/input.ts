import { z } from 'zod'
import { BenefitStatus, EconomyStatus, ProgressStatus, QualityStatus, RiskStatus } from '@/generated/prisma/enums'
import { parseAmount } from '@/lib/platform/amount'
import { day, version } from '@/lib/platform/input'

const comment = z.string().trim().max(5000, 'errors.tooLong').default('')
const choose = 'errors.chooseStatusValue'

const amount = z
  .string()
  .trim()
  .transform((typed, context) => {
    const value = parseAmount(typed)
    if (value !== null && value >= 0 && value < 1e12) return value
    context.addIssue({ code: 'custom', message: 'errors.amount' })
    return z.NEVER
  })

const address = {
  projectId: z.uuid(),
  /** The part project it reports on; empty for the project itself. */
  seriesId: z.union([z.uuid(), z.literal('').transform(() => null)]).default(null),
}

/** A draft as it stands in its form. `publish` says which button was pressed. */
export const statusInput = z.object({
  ...address,
  reportId: z.uuid(),
  version,
  publish: z
    .enum(['', 'on'])
    .default('')
    .transform((value) => value === 'on'),
  periodEndOn: day,
  text: z.string().trim().min(1, 'errors.required').max(5000, 'errors.tooLong'),
  progress: z.enum(ProgressStatus, choose),
  progressText: comment,
  economy: z.enum(EconomyStatus, choose),
  economyText: comment,
  quality: z.enum(QualityStatus, choose),
  qualityText: comment,
  risk: z.enum(RiskStatus, choose),
  riskText: comment,
  benefit: z.enum(BenefitStatus, choose),
  benefitText: comment,
  budgetNok: amount,
  costNok: amount,
  forecastNok: amount,
})
export type StatusInput = z.output<typeof statusInput>

export const startInput = z.object(address)
export const deleteDraftInput = z.object({ projectId: z.uuid(), reportId: z.uuid() })
export const seriesInput = z.object({
  projectId: z.uuid(),
  name: z.string().trim().min(1, 'errors.required').max(120, 'errors.tooLong'),
})

export const statusQuery = z.object({
  serie: z.uuid().nullable().catch(null),
  side: z.coerce.number().int().min(1).max(10_000).catch(1),
})
export const compareQuery = z.object({ fra: z.uuid(), til: z.uuid() })

export const rhythmInput = z.object({
  everyDays: z.coerce.number('errors.rhythm').int('errors.rhythm').min(7, 'errors.rhythm').max(366, 'errors.rhythm'),
})
export type RhythmInput = z.output<typeof rhythmInput>
