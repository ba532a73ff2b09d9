import { z } from 'zod'
import { version } from '@/lib/platform/input'
import { fieldSchema, type ItemValues } from './fields'
import { type ItemKind, itemKinds, items } from './kinds'

const address = z.object({
  projectId: z.uuid(),
  kind: z.enum(itemKinds),
  /** The item to change; none where it is new. */
  id: z.union([z.uuid(), z.literal('')]).default(''),
  /** The item that a new one lies under. */
  under: z.union([z.uuid(), z.literal('')]).default(''),
  /** The log entry that a lesson is made from. */
  from: z.union([z.uuid(), z.literal('')]).default(''),
  version: version.default(0),
})

/** A form of any kind of item: `item.*` says which, the rest are the fields of its kind. */
export const itemInput = z.looseObject({ item: address }).transform((sent, context) => {
  const { item, ...typed } = sent
  const definition = items[item.kind]
  const values: ItemValues = {}
  let isValid = true
  for (const field of definition.fields) {
    const parsed = fieldSchema(field).safeParse(typed[field.name])
    if (parsed.success) values[field.name] = parsed.data
    else {
      isValid = false
      context.addIssue({ code: 'custom', path: [field.name], message: parsed.error.issues[0]?.message ?? 'errors.invalid' })
    }
  }
  if (!isValid) return z.NEVER
  for (const [name, message] of Object.entries(definition.check?.(values) ?? {}))
    context.addIssue({ code: 'custom', path: [name], message: message ?? 'errors.invalid' })
  return { ...item, values }
})
export type ItemInput = z.output<typeof itemInput>

export const itemAddress = z.object({ item: address.required({ id: true }) }).transform(({ item }) => item)
export interface ItemAddress {
  projectId: string
  kind: ItemKind
  id: string
  version: number
}

export const restoreInput = z.object({ projectId: z.uuid(), deletedId: z.uuid() })
