import { expect, test } from 'vitest'
import en from './en.json'
import nb from './nb.json'
import nn from './nn.json'

function flatten(tree: object, path = ''): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'string' ? [[`${path}${key}`, value] as const] : [...flatten(value, `${path}${key}.`)],
    ),
  )
}

const placeholders = (text: string) => [...text.matchAll(/\{(\w+)[,}]/g)].map((match) => match[1]).sort()

test.each([
  ['nn', nn],
  ['en', en],
])('%s has every text that nb has, and no other', (_, catalogue) => {
  const source = flatten(nb)
  const other = flatten(catalogue)
  expect([...source.keys()].filter((key) => !other.has(key))).toEqual([])
  expect([...other.keys()].filter((key) => !source.has(key))).toEqual([])
  expect([...other].filter(([, text]) => text.trim() === '')).toEqual([])
  expect([...source].filter(([key, text]) => String(placeholders(text)) !== String(placeholders(other.get(key) ?? '')))).toEqual(
    [],
  )
})
