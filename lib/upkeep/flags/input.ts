import { z } from 'zod'
import { OutdatedCause } from '@/generated/prisma/enums'
import { isUuid } from '@/lib/platform/ids'

const slug = z.string().min(1).max(200)
const words = (most: number) => z.string().trim().min(1, 'errors.reasonNeeded').max(most, 'errors.tooLong')

/** Why a report is outdated, in the words of somebody who is signed in. */
export const flagInput = z.object({ slug, reason: words(1000) })
export type FlagInput = z.output<typeof flagInput>

/** The same from a visitor: one of our words. */
export const visitorFlagInput = z.object({ slug, cause: z.enum(OutdatedCause, 'errors.chooseAnswer') })
export type VisitorFlagInput = z.output<typeof visitorFlagInput>

/** What the source says to somebody who finds its report outdated. */
export const flagAnswerInput = z.object({ flagId: z.string().refine(isUuid, 'errors.unknown'), answer: words(2000) })
export type FlagAnswerInput = z.output<typeof flagAnswerInput>
