import { z } from 'zod'
import { parseAmount } from '@/lib/platform/amount'
import { day } from '@/lib/platform/input'

const percent = z
  .string()
  .trim()
  .transform((typed, context) => {
    const value = parseAmount(typed)
    if (value !== null && Number.isInteger(value) && value >= 1 && value <= 100) return value
    context.addIssue({ code: 'custom', message: 'errors.percent' })
    return z.NEVER
  })

export const absenceInput = z
  .object({
    personId: z.uuid('errors.required'),
    startOn: day,
    endOn: day,
    percent,
  })
  .refine(({ startOn, endOn }) => startOn <= endOn, { path: ['endOn'], message: 'errors.endBeforeStart' })
export type AbsenceInput = z.output<typeof absenceInput>

export const absenceAddress = z.object({ absenceId: z.uuid() })
