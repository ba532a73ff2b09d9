import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import nb from './nb.json'

function filesBelow(place: string): string[] {
  if (!fs.statSync(place).isDirectory()) return [place]
  return fs.readdirSync(place).flatMap((name) => filesBelow(path.join(place, name)))
}

/** Everything that is written in the trail, by whatever way it gets there. */
function actions(): string[] {
  const sources = filesBelow('lib').filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.startsWith('lib/testing'),
  )
  const writers = sources
    .map((file) => fs.readFileSync(file, 'utf8'))
    .filter((code) => /audit\(|auditEvent|noteOfPerson|note\(/.test(code))
  const literal = /'([a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z]+)*)'/g
  const found = writers.flatMap((code) => [...code.matchAll(literal)].map(([, name]) => name ?? ''))
  // What is said to a reader, and the few names that look like an action and are none.
  const others = ['errors.', 'choices.', 'log.', 'fit.from', 'fit.risk']
  return [...new Set(found)].filter((name) => !others.some((other) => name.startsWith(other))).sort()
}

test('everything that is done has a text in the log', () => {
  const known = Object.keys(nb.log.action)
  expect(actions().length).toBeGreaterThan(100)
  expect(actions().filter((action) => !known.includes(action.replace('.', '_')))).toEqual([])
})
