import { z } from 'zod'
import { isUuid } from '@/lib/platform/ids'
import { version } from '@/lib/platform/input'

const id = z.string().refine(isUuid, 'errors.unknown')

/** Who answers for a report, and who steps in; '' is nobody. */
export const stewardInput = z
  .object({ slug: z.string().min(1).max(200), personId: id, standInId: z.union([z.literal(''), id]), version })
  .refine(({ personId, standInId }) => personId !== standInId, { path: ['standInId'], message: 'errors.standInIsSteward' })
export type StewardInput = z.output<typeof stewardInput>

/** All that one person answers for goes to another. */
export const handOverInput = z
  .object({ fromId: id, toId: id })
  .refine(({ fromId, toId }) => fromId !== toId, { path: ['toId'], message: 'errors.standInIsSteward' })
export type HandOverInput = z.output<typeof handOverInput>

/** The page of the overview, and whose responsibility is to be given over. */
export const overviewQuery = z.object({
  side: z.coerce.number().int().min(1).max(100_000).catch(1),
  fra: z.string().refine(isUuid).catch(''),
})
