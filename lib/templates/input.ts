import { z } from 'zod'
import { DocumentType } from '@/generated/prisma/enums'
import { day, version } from '@/lib/platform/input'
import { templateKinds } from './content'

const name = z.string().trim().min(1, 'errors.required').max(120, 'errors.tooLong')
const text = z.string().trim().max(2000, 'errors.tooLong').default('')
/** As it stands in the list, or its number or title. */
const project = z.string().trim().min(1, 'errors.required').max(400, 'errors.tooLong')
const parts = z.array(z.enum(templateKinds), 'errors.chooseOne').min(1, 'errors.chooseOne')

export const newTemplateInput = z.object({ project, name, description: text, parts })
export type NewTemplateInput = z.output<typeof newTemplateInput>

export const newVersionInput = z.object({
  templateId: z.uuid(),
  project,
  comment: z.string().trim().min(1, 'errors.required').max(2000, 'errors.tooLong'),
  parts,
})
export type NewVersionInput = z.output<typeof newVersionInput>

export const templateInput = z.object({ templateId: z.uuid(), version, name, description: text })
export type TemplateInput = z.output<typeof templateInput>

/** A document that projects from the template are to have, with the file to begin with if there is one. */
export const templateDocumentInput = z.object({
  templateId: z.uuid(),
  title: z.string().trim().min(1, 'errors.required').max(200, 'errors.tooLong'),
  type: z.enum(DocumentType, 'errors.unknown'),
  phase: z.string().max(80).default(''),
  isArchivable: z
    .enum(['', 'on'])
    .default('')
    .transform((value) => value === 'on'),
  // A field without a chosen file is sent as nothing.
  file: z.union([z.instanceof(File), z.literal('').transform(() => undefined)]).optional(),
})
export type TemplateDocumentInput = z.output<typeof templateDocumentInput>

/** The document at a place in the version that was shown. */
export const removedDocumentInput = z.object({
  templateId: z.uuid(),
  number: z.coerce.number().int().min(1),
  place: z.coerce.number().int().min(0),
})
export type RemovedDocumentInput = z.output<typeof removedDocumentInput>

export const activeInput = z.object({
  templateId: z.uuid(),
  active: z.enum(['on', 'off']).transform((value) => value === 'on'),
})
export type ActiveInput = z.output<typeof activeInput>

const idOrNone = z.union([z.literal('').transform(() => null), z.uuid('errors.unknown')]).default(null)

/** A new project: blank after a phase model, or from a template. */
export const newProjectInput = z
  .object({
    title: z.string().trim().min(1, 'errors.required').max(200, 'errors.tooLong'),
    themeCode: z.string().max(60).min(1, 'errors.required'),
    startOn: day,
    from: z.enum(['blank', 'template']),
    phaseModelId: idOrNone,
    templateId: idOrNone,
  })
  .refine((input) => input.from === 'blank' || input.templateId !== null, {
    path: ['templateId'],
    message: 'errors.required',
  })
export type NewProjectInput = z.output<typeof newProjectInput>

/** More parts for a project: from the version that was shown. */
export const takeInput = z.object({
  projectId: z.uuid(),
  templateId: z.uuid(),
  number: z.coerce.number().int().min(1),
  parts,
})
export type TakeInput = z.output<typeof takeInput>

export const templateQuery = z.object({ versjon: z.coerce.number().int().min(1).nullable().catch(null) })
export const chosenTemplateQuery = z.object({ mal: z.uuid().nullable().catch(null) })
