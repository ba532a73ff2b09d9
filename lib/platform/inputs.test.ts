import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { itemInput } from '@/lib/projects/items/input'
import { itemKinds, items } from '@/lib/projects/items/kinds'
import { asSent, sendable } from '@/lib/testing/sendable'
import { isStorable, typedText } from '@/lib/testing/typed'
import { nested, typedValues } from './form'

// Every form and every address of the house, held against what people send by mistake or on purpose.

const rooms = import.meta.glob<Record<string, unknown>>('../**/input.ts', { eager: true })
const schemas = Object.entries(rooms).flatMap(([file, exported]) =>
  Object.entries(exported).flatMap(([name, schema]): [string, z.ZodType][] =>
    schema instanceof z.ZodType ? [[`${name} (${file.replace('../', '')})`, schema]] : [],
  ),
)

const most = 2_147_483_647
const leavesOf = (value: unknown, name = ''): [string, unknown][] =>
  value !== null && typeof value === 'object' && !(value instanceof File)
    ? Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, key))
    : [[name, value]]

/** What a database would not take: figures that are none, and a version beyond all versions. */
function unfit(value: unknown): [string, unknown][] {
  return leavesOf(value).filter(([name, leaf]) => {
    if (typeof leaf !== 'number') return false
    return !Number.isFinite(leaf) || (name === 'version' && leaf > most)
  })
}

const dates = (value: unknown) =>
  leavesOf(value).filter(([name, leaf]) => /On$/.test(name) && typeof leaf === 'string' && leaf !== '')

function holds(schema: z.ZodType, value: unknown): void {
  const result = schema.safeParse(asSent(value))
  if (!result.success) {
    expect(result.error.issues.length).toBeGreaterThan(0)
    return
  }
  expect(unfit(result.data)).toEqual([])
  for (const [name, date] of dates(result.data)) expect(`${name} ${date}`).toMatch(/ (19|20|21)\d\d-\d\d-\d\d$/)
  expect(leavesOf(result.data).filter(([, leaf]) => typeof leaf === 'string' && !isStorable(leaf))).toEqual([])
}

test('all of them are tried', () => {
  expect(schemas.length).toBeGreaterThan(40)
})

test.each(schemas)('%s says yes or what is wrong, whatever is sent', (_, schema) => {
  fc.assert(fc.property(sendable(schema), (value) => holds(schema, value)))
})

// An address is not read by way of a form, which leaves out what no database keeps.
const addresses = schemas.filter(([name]) => /Query /.test(name))

test.each(addresses)('the address %s can be asked for in the database, whatever stands in it', (_, schema) => {
  fc.assert(
    fc.property(sendable(schema), (value) => {
      const { data } = schema.safeParse(value)
      expect(leavesOf(data).filter(([, leaf]) => typeof leaf === 'string' && !isStorable(leaf))).toEqual([])
    }),
  )
})

test.each(itemKinds)('the form of the kind %s says yes or what is wrong, whatever is sent', (kind) => {
  const item = { kind, projectId: '0198c0de-0000-7000-8000-000000000000' }
  const fields = Object.fromEntries(
    items[kind].fields.map(({ name, choices }) => [
      name,
      fc.oneof(typedText, fc.constantFrom('1', '4', '2026', '2026-11-23', 'Byggesak', '', ...(choices ?? []))),
    ]),
  )
  fc.assert(fc.property(fc.record(fields), (typed) => holds(itemInput, { item, ...typed })))
})

describe('the names of fields', () => {
  const name = fc
    .array(fc.oneof(fc.constantFrom('a', 'b', '0', '1', '__proto__', 'constructor', 'toString', '', '[]'), typedText), {
      maxLength: 4,
    })
    .map((steps) => steps.join('.'))

  test('may be any, and two may claim the same place', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(name, typedText), { maxLength: 5 }), (fields) => {
        const form = new FormData()
        for (const [key, value] of fields) form.append(key, value)
        expect(nested(typedValues(form))).toBeTypeOf('object')
        expect(({} as Record<string, unknown>).a).toBeUndefined()
      }),
      { numRuns: 1000 },
    )
  })

  test('are not those that every object answers to', () => {
    expect(nested({ 'version.toString': '1', 'version.valueOf': '1', title: 'Byggesak' })).toEqual({ title: 'Byggesak' })
    expect(itemInput.safeParse(nested({ 'item.version.toString': '1' })).success).toBe(false)
  })

  test('may go as deep as somebody cares to write', () => {
    expect(nested({ [`a${'.a'.repeat(100_000)}`]: 'x', title: 'Byggesak' })).toMatchObject({ title: 'Byggesak' })
  })
})
