import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { makeProject, makeStaff, owner } from '@/lib/testing/builders'
import { traceIn, tracesInDatabase, tracesInFiles } from './traces'

const token = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJrYXJpIn0.c2lnbmF0dXJl'

test.each([
  ['(01990000-0000-7000-8000-000000000000,"Spør 31129956715")', 'identity number'],
  ['{"pid":"31129956715"}', 'identity number'],
  [`Bearer ${token}`, 'token'],
  ['eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..c2VhbGVk.c2VhbGVk.c2VhbGVk', 'token'],
  ['(01990000-0000-7000-8000-000000000000,2026-11-30 16:00:00+00,999996000,58.3,"12 400 innbyggere")', null],
])('L1 %s: %s', (text, trace) => expect(traceIn(text)).toBe(trace))

test('L1 what is left is found in any table, and in what was printed', async () => {
  const database = { query: async (sql: string) => ({ rows: await owner().$queryRawUnsafe<Record<string, string>[]>(sql) }) }
  const kari = await makeStaff()
  const project = await makeProject(kari)
  expect((await tracesInDatabase(database)).traces).toEqual([])
  await owner().project.update({ where: { id: project.id }, data: { background: 'Gjelder 311299 56715' } })
  await owner().person.update({ where: { id: kari.personId }, data: { jobTitle: token } })
  const { traces } = await tracesInDatabase(database)
  expect(traces).toEqual(['public.person: token', 'public.project: identity number'])
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'delt-traces-'))
  fs.writeFileSync(path.join(folder, 'log'), `{"level":"info"}\n{"error":"31129956715"}\n`)
  // A drawing has numbers side by side, and is not a number of somebody's.
  fs.writeFileSync(path.join(folder, 'icon.svg'), '<path d="M20 2.47a13 13 0 0 1 0 23.06 13 13 0 0 1 0-23.06Z"/>')
  fs.writeFileSync(path.join(folder, 'page.js'), 'const a="M20 2.47a13 13 0 0 1 0 23.06 13 13";\nconst b="31129956715"')
  expect(tracesInFiles(folder).toSorted()).toEqual([
    expect.stringMatching(/log:2: identity number$/),
    expect.stringMatching(/page\.js:2: identity number$/),
  ])
  fs.rmSync(folder, { recursive: true })
  expect(tracesInFiles(folder)).toEqual([expect.stringContaining('is not there')])
})
