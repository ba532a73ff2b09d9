import { z } from 'zod'
import { version } from '@/lib/platform/input'
import { locales } from '@/lib/platform/locale'
import { cadences } from './rules'

const cadence = z.enum(cadences, 'errors.chooseOne')

/** The page of the notices; a mangled address shows the first. */
export const noticeQuery = z.object({ side: z.coerce.number().int().min(1).max(100_000).catch(1) })

/** How often somebody wants letters of each topic, and in which language; '' is the written norm of the municipality. */
export const settingsInput = z.object({
  questions: cadence,
  work: cadence,
  upkeep: cadence,
  followed: cadence,
  searches: cadence,
  language: z.enum(['', ...locales], 'errors.unknown'),
  version,
})
export type SettingsInput = z.output<typeof settingsInput>
