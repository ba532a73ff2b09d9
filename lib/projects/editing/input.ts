import { z } from 'zod'
import { ProjectRole } from '@/generated/prisma/enums'
import { version } from '@/lib/platform/input'
import { fieldSchema, type ItemValues } from '../items/fields'
import { fieldsOfBlock, projectBlocks, projectProblems } from './fields'

const themeCode = z.string().max(60).min(1, 'errors.required')

/** The form of a project itself, or of a block of it: then the values are those of the block alone. */
export const projectInput = z
  .looseObject({ projectId: z.uuid(), version, block: z.enum(projectBlocks).default('all') })
  .transform(({ projectId, version, block, ...typed }, context) => {
    const values: ItemValues = {}
    for (const field of fieldsOfBlock(block)) {
      // Who may not share a project is not asked who sees it.
      if (block !== 'all' && field.name === 'visibility' && typed.visibility === undefined) continue
      const schema = field.name === 'themeCode' ? themeCode : fieldSchema(field)
      const parsed = schema.safeParse(typed[field.name])
      if (parsed.success) values[field.name] = parsed.data
      else context.addIssue({ code: 'custom', path: [field.name], message: parsed.error.issues[0]?.message ?? 'errors.invalid' })
    }
    for (const [name, message] of Object.entries(projectProblems(values)))
      context.addIssue({ code: 'custom', path: [name], message })
    return { projectId, version, block, values }
  })
export type ProjectInput = z.output<typeof projectInput>

export const memberInput = z.object({
  projectId: z.uuid(),
  personId: z.uuid('errors.required'),
  role: z.enum(ProjectRole, 'errors.required'),
})
export type MemberInput = z.output<typeof memberInput>
