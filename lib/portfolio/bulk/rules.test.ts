import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byValue, plannedChanges, undoable } from './rules'

test('what has the value already is left alone', () => {
  const before = new Map([
    ['a', 'active'],
    ['b', 'closed'],
    ['c', null],
  ])
  expect(plannedChanges(before, 'closed')).toEqual([
    ['a', 'active', 'closed'],
    ['c', null, 'closed'],
  ])
})

test('undone right away, everything is as before; what somebody changed since is left alone', () => {
  const values = fc.constantFrom('active', 'waiting', 'closed', null)
  const projects = fc.dictionary(fc.stringMatching(/^[a-z]{1,4}$/), values).map((record) => new Map(Object.entries(record)))
  fc.assert(
    fc.property(projects, values, fc.array(fc.stringMatching(/^[a-z]{1,4}$/)), (before, after, touched) => {
      const changes = plannedChanges(before, after)
      const now = new Map<string, string | null>(before)
      for (const [id, , value] of changes) now.set(id, value)
      for (const id of touched) if (now.has(id)) now.set(id, 'touched')
      for (const [value, ids] of byValue(undoable(changes, now))) for (const id of ids) now.set(id, value)
      for (const [id, value] of before) {
        const isTouched = touched.includes(id)
        expect(now.get(id)).toBe(isTouched ? 'touched' : value)
      }
    }),
  )
})
