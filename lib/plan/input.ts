import { z } from 'zod'
import { asked, day } from '@/lib/platform/input'
import { planKinds } from './rules'

const noDate = z.literal('').transform(() => null)

/** The address of the plan: with `flytt` it shows what a move leads to. A mangled address shows the plan. */
export const planQuery = z.object({
  flytt: asked(60),
  start: z.union([noDate, day]).catch(null),
  slutt: z.union([noDate, day]).catch(null),
})

export const moveInput = z.object({
  projectId: z.uuid(),
  id: z.string().max(60),
  startOn: z.union([noDate, day]).default(null),
  endOn: day,
  /** What was shown before it was saved. */
  shown: z.string().max(40_000),
})
export type MoveInput = z.output<typeof moveInput>

/** `phase:<id>`, `milestone:<id>` or `deliverable:<id>`. */
const end = z.string().transform((text, context) => {
  const [kind, id] = text.split(':')
  const parsed = z.object({ kind: z.enum(planKinds), id: z.uuid() }).safeParse({ kind, id })
  if (parsed.success) return parsed.data
  context.addIssue({ code: 'custom', message: 'errors.required' })
  return z.NEVER
})

export const linkInput = z.object({
  projectId: z.uuid(),
  from: end,
  to: end,
  lagDays: z.coerce.number('errors.number').int('errors.number').min(0, 'errors.number').max(3650, 'errors.number'),
})
export type LinkInput = z.output<typeof linkInput>

export const unlinkInput = z.object({ projectId: z.uuid(), linkId: z.uuid() })
