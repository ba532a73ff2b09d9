import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exampleAt, moved } from './rules'

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

test('an address that is pasted leads to a lesson, a project or a page elsewhere', () => {
  const [project, lesson] = ['0192d3a4-0000-7000-8000-000000000001', '0192d3a4-0000-7000-8000-000000000002']
  const base = `https://delt.example/prosjekter/${project}`
  expect(exampleAt(`${base}/erfaringer/${lesson}`)).toEqual({ kind: 'lesson', id: lesson })
  for (const rest of ['', '/', '/plan', '?a=1', '#a']) expect(exampleAt(base + rest)).toEqual({ kind: 'project', id: project })
  expect(exampleAt('https://www.ks.no/maler?a=1')).toEqual({ kind: 'link', url: 'https://www.ks.no/maler?a=1' })
  for (const bad of ['', 'maler hos ks', 'javascript:alert(1)', 'mailto:a@b.no', `/prosjekter/${project}x`])
    expect(exampleAt(bad)).toBeNull()
})
