import fc from 'fast-check'
import { expect, test } from 'vitest'
import { moved } from './rules'

const ids = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 8 })

test('one step, and no further than the edge', () => {
  expect(moved(['a', 'b', 'c'], 'c', 'up')).toEqual(['a', 'c', 'b'])
  expect(moved(['a', 'b', 'c'], 'a', 'down')).toEqual(['b', 'a', 'c'])
  expect(moved(['a', 'b', 'c'], 'a', 'up')).toEqual(['a', 'b', 'c'])
  expect(moved(['a', 'b', 'c'], 'c', 'down')).toEqual(['a', 'b', 'c'])
  expect(moved(['a'], 'x', 'up')).toEqual(['a'])
})

test('nothing is lost, and back again is where it was', () => {
  fc.assert(
    fc.property(ids, fc.nat(), (all, at) => {
      const id = all[at % all.length] as string
      const down = moved(all, id, 'down')
      expect([...down].sort()).toEqual([...all].sort())
      if (all.at(-1) !== id) expect(moved(down, id, 'up')).toEqual(all)
    }),
  )
})
