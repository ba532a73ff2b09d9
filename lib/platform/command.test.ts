import { notFound, redirect } from 'next/navigation'
import { beforeEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { newBrowser, sent } from '@/lib/testing/browser'
import { command } from './command'
import { untouchedForm } from './form'
import { refuseUnless, Superseded } from './refusal'

vi.mock('next/headers', async () => (await import('@/lib/testing/browser')).nextHeaders)

const schema = z.object({
  title: z.string().min(1, 'errors.required'),
  year: z.coerce.number(),
  parts: z.array(z.string()).min(1, 'errors.chooseOne'),
})

beforeEach(newBrowser)

function formOf(fields: [string, string][]): FormData {
  const form = new FormData()
  for (const [name, value] of fields) form.append(name, value)
  return form
}

const filled = formOf([
  ['title', 'Bru'],
  ['year', '2026'],
  ['parts[]', 'plan'],
  ['parts[]', 'risk'],
])
const typed = { title: 'Bru', year: '2026', 'parts[]': ['plan', 'risk'] }

/** Sends the filled form to an action that does this. */
const send = (work: () => Promise<unknown>, form = filled) => command(schema, work)(untouchedForm, form)

test('runs as whoever asks, with what was parsed, and then goes on', async () => {
  const [run, done] = [vi.fn(async () => 'made'), vi.fn()]
  expect(await command(schema, run, done)(untouchedForm, filled)).toEqual(untouchedForm)
  const input = { title: 'Bru', year: 2026, parts: ['plan', 'risk'] }
  expect(run).toHaveBeenCalledWith({ kind: 'visitor' }, input)
  expect(done).toHaveBeenCalledWith('made', input)
})

test('bad input is told beside the field, with what was typed, and nothing runs', async () => {
  const run = vi.fn(async () => {})
  const form = formOf([
    ['title', ''],
    ['year', 'i fjor'],
    ['parts[]', 'plan'],
  ])
  expect(await send(run, form)).toEqual({
    values: { title: '', year: 'i fjor', 'parts[]': ['plan'] },
    errors: { title: 'errors.required', year: 'errors.invalid' },
  })
  expect(run).not.toHaveBeenCalled()
})

test.each([['https://evil.example'], ['null'], [null]])('a form sent from %s changes nothing', async (origin) => {
  sent.origin = origin
  const run = vi.fn(async () => {})
  expect(await send(run)).toEqual({ values: typed, errors: {}, problem: { key: 'origin' } })
  expect(run).not.toHaveBeenCalled()
})

test.each(['forbidden', 'conflict', 'not-found'] as const)('a refusal becomes words: %s', async (reason) => {
  expect(await send(async () => refuseUnless(false, reason))).toEqual({ values: typed, errors: {}, problem: { key: reason } })
})

test('a refusal of a field is told beside it, with what was typed', async () => {
  const fields = { title: 'errors.nameTaken', 'parts[]': 'errors.unknown' }
  const state = await send(async () => refuseUnless(false, 'conflict', fields))
  expect(state).toEqual({ values: typed, errors: fields })
})

test('what somebody else saved in the meantime is shown beside what was typed', async () => {
  const meanwhile = { version: 4, values: { title: 'Tunnel', year: '2027' }, by: 'Ola', at: '2026-11-23T10:00:00.000Z' }
  const run = async () => {
    throw new Superseded(meanwhile)
  }
  expect(await send(run)).toEqual({ values: typed, errors: {}, problem: { key: 'conflict' }, meanwhile })
})

test('a fault is logged, and the reader is given its reference and nothing of its inside', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {})
  const state = await send(async () => {
    throw new Error('relation "secret" does not exist')
  })
  expect(state).toEqual({
    values: typed,
    errors: {},
    problem: { key: 'fault', reference: expect.stringMatching(/^[0-9a-f]{8}$/) },
  })
  expect(log.mock.lastCall?.[0]).toContain(state.problem?.reference)
})

test('redirects and not-founds go on to the framework', async () => {
  await expect(
    command(
      schema,
      async () => {},
      () => redirect('/portefolje'),
    )(untouchedForm, filled),
  ).rejects.toThrow('NEXT_REDIRECT')
  await expect(send(async () => notFound())).rejects.toThrow(/404/)
})
