import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newId } from '../ids'
import { documentKey, requireKey } from './keys'

test('a key is made of ids and nothing else', () => {
  const [municipality, version] = [newId(), newId()]
  expect(documentKey(municipality, version)).toBe(`documents/${municipality}/${version}`)
  expect(documentKey(municipality.toUpperCase(), version)).toBe(documentKey(municipality, version))
  expect(requireKey(documentKey(municipality, version))).toBe(documentKey(municipality, version))
  for (const wrong of ['', '..', '../x', 'referat.pdf', `${version}/..`, `../${version}`, `${version}\n`, `${version}\0`]) {
    expect(() => documentKey(wrong, version)).toThrow()
    expect(() => documentKey(municipality, wrong)).toThrow()
  }
})

test('no other text passes the last door', () => {
  const id = newId()
  for (const wrong of [
    '',
    '/etc/passwd',
    `documents/${id}`,
    `documents/../${id}`,
    `/documents/${id}/${id}`,
    `documents/${id}/${id}/`,
  ]) {
    expect(() => requireKey(wrong)).toThrow('Not a file key')
  }
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(() => requireKey(text)).toThrow()
    }),
  )
})
