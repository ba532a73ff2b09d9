import { z } from 'zod'
import { ChecklistStatus, GateOutcome } from '@/generated/prisma/enums'
import { type IsoDate, today } from '@/lib/platform/dates'
import { day, version } from '@/lib/platform/input'
import { caseUses, problemsOf } from './rules'

const line = z.string().trim().max(300, 'errors.tooLong').default('')
const text = z.string().trim().max(5000, 'errors.tooLong').default('')
const noDate = z.literal('').transform((): IsoDate | null => null)

export const conditionRows = 5
export const basisRows = 4

/** The form of a decision. What depends on other fields is said by `problemsOf`. */
export const gateInput = z
  .object({
    projectId: z.uuid(),
    /** The phase the decision is about: the current one, or an earlier one whose decision is superseded. */
    phaseId: z.uuid(),
    /** The phase to go on to; empty after the last one, and for a decision that supersedes. */
    targetId: z.union([z.uuid(), z.literal('').transform(() => null)]).default(null),
    supersedesId: z.union([z.uuid(), z.literal('').transform(() => null)]).default(null),
    /** The latest decision at this point when the page was opened: whoever decides knows it. Empty for the first. */
    latestId: z.union([z.uuid(), z.literal('').transform(() => null)]).default(null),
    items: z
      .array(
        z.object({
          id: z.uuid(),
          version,
          isMandatory: z.enum(['', 'on']).transform((value) => value === 'on'),
          status: z.enum(ChecklistStatus, 'errors.chooseStatus'),
          reason: line,
        }),
      )
      .default([]),
    outcome: z.enum(GateOutcome, 'errors.chooseOutcome'),
    conditions: z.array(z.object({ text: line, owner: line, dueOn: z.union([noDate, day]).default(null) })).default([]),
    decidedOn: day,
    decidedBy: line.refine((value) => value !== '', 'errors.required'),
    rationale: text.refine((value) => value !== '', 'errors.required'),
    documents: z.array(z.uuid()).default([]),
    basis: z.array(z.object({ title: line, reference: line })).default([]),
    cases: z.array(z.object({ slug: z.string().max(120), use: z.enum(['', ...caseUses]).default(''), reason: line })).default([]),
    skippedBecause: line,
  })
  .superRefine((input, context) => {
    for (const [path, message] of Object.entries(problemsOf(input, today())))
      context.addIssue({ code: 'custom', path: path.split('.'), message })
    const isAsked = input.cases.length > 0
    const isAnswered = input.cases.some(({ use }) => use !== '')
    if (isAsked && !isAnswered && input.skippedBecause === '')
      context.addIssue({ code: 'custom', path: ['skippedBecause'], message: 'errors.answerOrSkip' })
    input.cases.forEach(({ use, reason }, index) => {
      if (use !== '' && reason === '')
        context.addIssue({ code: 'custom', path: ['cases', String(index), 'reason'], message: 'errors.reasonNeeded' })
    })
  })
export type GateInput = z.output<typeof gateInput>

export const closeConditionInput = z.object({
  projectId: z.uuid(),
  conditionId: z.uuid(),
  version,
  closedNote: line.refine((value) => value !== '', 'errors.required'),
})
export type CloseConditionInput = z.output<typeof closeConditionInput>

export const stageInput = z.object({ projectId: z.uuid(), name: line.refine((value) => value !== '', 'errors.required') })
