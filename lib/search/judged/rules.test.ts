import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ndcg } from './rules'

describe('nDCG', () => {
  test('is 1 for the best order, less for a worse one, 0 for nothing', () => {
    const wants = { a: 3, b: 1 }
    expect(ndcg(['a', 'b', 'x'], wants)).toBe(1)
    expect(ndcg(['b', 'a'], wants)).toBeLessThan(1)
    expect(ndcg(['x', 'a', 'b'], wants)).toBeLessThan(ndcg(['a', 'x', 'b'], wants))
    expect(ndcg([], wants)).toBe(0)
  })

  test('lies between 0 and 1, and counts only the first ten', () => {
    const slug = fc.constantFrom('a', 'b', 'c', 'd')
    fc.assert(
      fc.property(fc.uniqueArray(slug), fc.dictionary(slug, fc.integer({ min: 0, max: 3 })), (hits, wants) => {
        const value = ndcg(hits, wants)
        expect(value).toBeGreaterThanOrEqual(0)
        expect(value).toBeLessThanOrEqual(1 + 1e-9)
      }),
    )
    const late = [...Array.from({ length: 10 }, (_, index) => `x${index}`), 'a']
    expect(ndcg(late, { a: 3 })).toBe(0)
  })
})
