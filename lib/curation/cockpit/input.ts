import { z } from 'zod'
import { today } from '@/lib/platform/dates'
import { day, version } from '@/lib/platform/input'
import { needKinds, remindable } from './rules'

/** Which need, and what had been done about it when the page was opened. */
const at = { kind: z.enum(needKinds), subject: z.string().trim().min(1).max(300), version }

export const takeInput = z.object({ ...at, state: z.enum(['taken', 'done']) })
export type TakeInput = z.output<typeof takeInput>

export const waitInput = z.object({
  ...at,
  until: day.refine((typed) => typed > today(), 'errors.laterThanToday'),
  note: z.string().trim().max(300, 'errors.tooLong').default(''),
})
export type WaitInput = z.output<typeof waitInput>

/** What a steward can be reminded of is about a report. */
export const remindInput = z.object({
  ...at,
  subject: z.uuid(),
  kind: z.enum(needKinds).refine((kind) => remindable.includes(kind)),
})
export type RemindInput = z.output<typeof remindInput>

export const needInput = z.object(at)
export type NeedInput = z.output<typeof needInput>

export const asideQuery = z.object({ side: z.coerce.number().int().min(1).max(100_000).catch(1) })
