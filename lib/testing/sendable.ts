import fc from 'fast-check'
import { z } from 'zod'
import { nested, typedValues } from '@/lib/platform/form'
import { oddTexts, typedText } from './typed'

interface Def {
  type: string
  shape?: Record<string, z.core.$ZodType>
  element?: z.core.$ZodType
  options?: z.core.$ZodType[]
  entries?: Record<string, string>
  values?: unknown[]
  innerType?: z.core.$ZodType
  in?: z.core.$ZodType
  out?: z.core.$ZodType
  valueType?: z.core.$ZodType
  keyType?: z.core.$ZodType
  format?: string
}

const uuid = '0198c0de-0000-7000-8000-000000000000'
const plausible = [
  ...['Byggesak', '2026-11-23', uuid, '1', '4', '2027', 'on', '', 'kari@kommune.no', 'https://kommune.no/om', 'system:Websak'],
  `phase:${uuid}`,
]

/** What the field itself takes, however odd, so that the whole form is often let in; and now and then anything. */
function field(schema: z.core.$ZodType, choices: string[]): fc.Arbitrary<string> {
  const taken = [...choices, ...plausible, ...oddTexts].filter((text) => z.safeParse(schema, text).success)
  if (taken.length === 0) return typedText
  return fc.oneof({ weight: 30, arbitrary: fc.constantFrom(...taken) }, { weight: 1, arbitrary: typedText })
}

/**
 * What a form may send for a schema: mostly of the right shape, so that what lies behind the first check is tried as well,
 * and now and then something else altogether.
 */
export function sendable(schema: z.core.$ZodType): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 60, arbitrary: fitting(schema) },
    { weight: 1, arbitrary: fc.oneof(typedText, fc.array(typedText, { maxLength: 3 }), fc.dictionary(typedText, typedText)) },
    { weight: 1, arbitrary: fc.constant(undefined) },
  )
}

function fitting(schema: z.core.$ZodType): fc.Arbitrary<unknown> {
  const def = defOf(schema)
  if (def.shape)
    return fc.record(Object.fromEntries(Object.entries(def.shape).map(([name, inner]) => [name, sendable(inner)])), {
      noNullPrototype: true,
    })
  if (def.type === 'array' && def.element) return fc.array(sendable(def.element), { maxLength: 4 })
  if (def.type === 'record' && def.keyType && def.valueType)
    return fc
      .array(fc.tuple(field(def.keyType, choicesOf(def.keyType)), sendable(def.valueType)), { maxLength: 4 })
      .map(Object.fromEntries)
  if (def.type === 'union' && def.options?.some(holdsParts)) return fc.oneof(...def.options.map(sendable))
  const inner = def.innerType ?? (def.in && def.out ? (typeOf(def.in) === 'transform' ? def.out : def.in) : undefined)
  if (inner && holdsParts(inner)) return sendable(inner)
  return field(schema, choicesOf(schema))
}

const defOf = (schema: z.core.$ZodType) => schema._zod.def as unknown as Def
const typeOf = (schema: z.core.$ZodType) => defOf(schema).type

function choicesOf(schema: z.core.$ZodType): string[] {
  const { entries = {}, values = [] } = defOf(schema)
  return [...Object.values(entries), ...values.map(String)]
}

/** Whether something is sent below it, not in it. */
function holdsParts(schema: z.core.$ZodType): boolean {
  const { type, innerType, in: before, out } = defOf(schema)
  if (['object', 'array', 'record'].includes(type)) return true
  return [innerType, before, out].some((inner) => inner !== undefined && holdsParts(inner))
}

/** As a form sends it and the door reads it. */
export function asSent(value: unknown): unknown {
  const form = new FormData()
  for (const [name, text] of fieldsOf(value)) form.append(name, text)
  return nested(typedValues(form))
}

function fieldsOf(value: unknown, name = ''): [string, string][] {
  if (typeof value === 'string') return [[name, value]]
  if (value === null || typeof value !== 'object') return []
  if (Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string'))
    return value.map((one) => [`${name}[]`, one])
  return Object.entries(value).flatMap(([key, inner]) => fieldsOf(inner, name ? `${name}.${key}` : key))
}
