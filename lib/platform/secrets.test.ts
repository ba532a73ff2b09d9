import { expect, test } from 'vitest'
import { seal, unseal } from './secrets'

test('a stored secret opens only for its own row and key', () => {
  const sealed = seal('hemmelig', 'row-1', 'key one')
  expect(unseal(sealed, 'row-1', 'key one')).toBe('hemmelig')
  expect(() => unseal(sealed, 'row-2', 'key one')).toThrow()
  expect(() => unseal(sealed, 'row-1', 'key two')).toThrow()
  const spoilt = sealed.slice()
  spoilt[spoilt.length - 1] = (spoilt.at(-1) ?? 0) ^ 1
  expect(() => unseal(spoilt, 'row-1', 'key one')).toThrow()
  expect(Buffer.from(sealed).toString('latin1')).not.toContain('hemmelig')
})
