import { z } from 'zod'
import { version } from '@/lib/platform/input'
import { isBlankCheck, isBlankPhase, most } from './rules'

const name = z.string().trim().max(80, 'errors.tooLong').default('')
const text = z.string().trim().max(300, 'errors.tooLong').default('')
const ticked = z
  .enum(['', 'on'])
  .default('')
  .transform((value) => value === 'on')

const phase = z.object({
  code: z.string().max(80).default(''),
  nameNb: name,
  nameNn: name,
  nameEn: name,
  gate: z.string().trim().max(20, 'errors.tooLong').default(''),
  hasStages: ticked,
  checklist: z
    .array(z.object({ textNb: text, textNn: text, isMandatory: ticked }))
    .max(most.checks + 10, 'errors.tooLong')
    .default([]),
})

/** What is blank is left out; the English name and the nynorsk text of a point are the bokmål ones where they are not written. */
const phases = z
  .array(phase)
  .max(most.phases + 5, 'errors.tooLong')
  .default([])
  .superRefine((rows, context) => {
    const missing = (path: (string | number)[]) => context.addIssue({ code: 'custom', path, message: 'errors.required' })
    for (const [index, row] of rows.entries()) {
      if (isBlankPhase(row)) continue
      if (!row.nameNb) missing([index, 'nameNb'])
      if (!row.nameNn) missing([index, 'nameNn'])
      for (const [line, check] of row.checklist.entries())
        if (!isBlankCheck(check) && !check.textNb) missing([index, 'checklist', line, 'textNb'])
    }
    if (rows.every(isBlankPhase)) missing([0, 'nameNb'])
  })
  .transform((rows) =>
    rows
      .filter((row) => !isBlankPhase(row))
      .map((row) => ({
        ...row,
        nameEn: row.nameEn || row.nameNb,
        checklist: row.checklist
          .filter((check) => !isBlankCheck(check))
          .map((check) => ({ ...check, textNn: check.textNn || check.textNb })),
      })),
  )

const fields = { name: z.string().trim().min(1, 'errors.required').max(120, 'errors.tooLong'), phases }

export const newPhaseModelInput = z.object(fields)
export type NewPhaseModelInput = z.output<typeof newPhaseModelInput>

export const phaseModelInput = z.object({ modelId: z.uuid(), version, ...fields })
export type PhaseModelInput = z.output<typeof phaseModelInput>

export const modelActiveInput = z.object({
  modelId: z.uuid(),
  active: z.enum(['on', 'off']).transform((value) => value === 'on'),
})
export type ModelActiveInput = z.output<typeof modelActiveInput>

/** The model that a new one begins as a copy of. */
export const copyQuery = z.object({ fra: z.uuid().nullable().catch(null) })
