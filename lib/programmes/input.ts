import { z } from 'zod'
import { day, version } from '@/lib/platform/input'

const noDate = z.literal('').transform(() => null)
const date = z.union([noDate, day], 'errors.date').default(null)

const fields = {
  title: z.string().trim().min(1, 'errors.required').max(200, 'errors.tooLong'),
  goal: z.string().trim().max(10_000, 'errors.tooLong').default(''),
  managerId: z.union([z.uuid(), z.literal('').transform(() => null)]).default(null),
  startOn: date,
  endOn: date,
}

const isForward = ({ startOn, endOn }: { startOn: string | null; endOn: string | null }) => !startOn || !endOn || startOn <= endOn
const backwards = { path: ['endOn'], message: 'errors.endBeforeStart' }

export const newProgrammeInput = z.object(fields).refine(isForward, backwards)
export type NewProgrammeInput = z.output<typeof newProgrammeInput>

export const programmeInput = z.object({ programmeId: z.uuid(), version, ...fields }).refine(isForward, backwards)
export type ProgrammeInput = z.output<typeof programmeInput>

export const programmeProjectInput = z.object({ programmeId: z.uuid(), projectId: z.uuid('errors.required') })
export type ProgrammeProjectInput = z.output<typeof programmeProjectInput>
