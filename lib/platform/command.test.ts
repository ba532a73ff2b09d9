import { notFound, redirect } from 'next/navigation'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { newBrowser, sent } from '@/lib/testing/browser'
import { owner } from '@/lib/testing/builders'
import { makeDoor, signIn } from '@/lib/testing/sign-in'
import { audit } from './audit'
import { command, freshCommand } from './command'
import { transaction } from './db'
import { untouchedForm } from './form'
import { refuseUnless, Superseded } from './refusal'

vi.mock('next/headers', async () => (await import('@/lib/testing/browser')).nextHeaders)

const schema = z.object({
  title: z.string().min(1, 'errors.required'),
  year: z.coerce.number(),
  parts: z.array(z.string()).min(1, 'errors.chooseOne'),
})

beforeEach(() => {
  newBrowser()
  vi.spyOn(console, 'info').mockImplementation(() => {})
})

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

/** Signs somebody in, and gives their session. */
async function comeIn() {
  const { staff, door } = await makeDoor()
  await signIn(door, 'kari')
  return staff
}

test('a refusal becomes words', async () => {
  await comeIn()
  for (const reason of ['forbidden', 'conflict', 'not-found'] as const)
    expect(await send(async () => refuseUnless(false, reason))).toEqual({ values: typed, errors: {}, problem: { key: reason } })
})

test('whoever is signed out when they send is told so, and not that they may not, with what was typed', async () => {
  const { personId } = await comeIn()
  await owner().authSession.updateMany({ where: { personId }, data: { lastSeenAt: new Date(Date.now() - 31 * 60_000) } })
  for (const reason of ['forbidden', 'not-found'] as const)
    expect(await send(async () => refuseUnless(false, reason))).toEqual({
      values: typed,
      errors: {},
      problem: { key: 'signed-out' },
    })
  expect(await send(async () => refuseUnless(false, 'conflict'))).toMatchObject({ problem: { key: 'conflict' } })
})

test('what opens the house to others is done by somebody who has just proved who they are', async () => {
  const { personId } = await comeIn()
  const run = vi.fn(async () => 'made')
  const press = () => freshCommand(schema, run)(untouchedForm, filled)
  expect(await press()).toEqual(untouchedForm)
  for (const authenticatedAt of [new Date(Date.now() - 5 * 60_000), null]) {
    run.mockClear()
    await owner().authSession.updateMany({ where: { personId }, data: { authenticatedAt } })
    expect(await press()).toEqual({ values: typed, errors: {}, problem: { key: 'unconfirmed' } })
    expect(run).not.toHaveBeenCalled()
  }
})

test('bad input is told before anybody is asked to prove who they are', async () => {
  await comeIn()
  expect(await freshCommand(schema, async () => {})(untouchedForm, formOf([]))).toMatchObject({ errors: expect.anything() })
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

const written = [
  '31129956715',
  '311299 56715',
  '31.12.99-56715',
  'fnr 31129956715.',
  '3112 9956 715',
  '３１１２９９５６７１５',
  '311299\u200b56715',
  '71129900096',
]

test.each(written)('L1 %s is refused in any text, beside it, before anything is read or kept', async (number) => {
  const run = vi.fn(async () => {})
  const form = formOf([
    ['title', `Spør ${number}`],
    ['year', '2026'],
    ['parts[]', 'plan'],
  ])
  expect((await send(run, form)).errors).toEqual({ title: 'errors.noIdentityNumber' })
  expect(run).not.toHaveBeenCalled()
})

test('L1 nor is one taken in with the name of a file, or in a list', async () => {
  const form = formOf([
    ['title', 'Bru'],
    ['parts[]', 'plan'],
    ['parts[]', 'D-nummer 71129900096'],
  ])
  form.append('file', new File(['x'], 'søknad 31129956715.pdf'))
  const { errors } = await send(async () => {}, form)
  expect(errors).toMatchObject({ file: 'errors.noIdentityNumber' })
})

describe('L2 the trail', () => {
  test('says of what somebody was refused that they were, and by which request; once it would flood, it stops', async () => {
    const { staff, door } = await makeDoor()
    await signIn(door, 'kari')
    const refused = () => owner().auditEvent.findMany({ where: { action: 'access.refuse', actorId: staff.personId } })
    for (const reason of ['not-found', 'forbidden'] as const)
      expect((await send(async () => refuseUnless(false, reason))).problem).toEqual({ key: reason })
    expect((await send(async () => refuseUnless(false, 'conflict'))).problem).toEqual({ key: 'conflict' })
    const entry = {
      municipalityId: staff.municipality.id,
      outcome: 'refused',
      correlationId: expect.stringMatching(/^[0-9a-f]{8}$/),
    }
    expect(await refused()).toEqual([expect.objectContaining(entry), expect.objectContaining(entry)])
    for (let times = 0; times < 25; times++) await send(async () => refuseUnless(false, 'forbidden'))
    expect((await refused()).length).toBeLessThanOrEqual(20)
  })

  test('the log and the reader are given the same reference for what one request did', async () => {
    const lines: string[] = []
    vi.spyOn(console, 'error').mockImplementation((line) => void lines.push(line))
    const { staff } = await makeDoor()
    const { problem } = await send(async () => {
      await transaction(staff, (tx) =>
        audit(tx, staff, { action: 'project.create', subjectType: 'project', subjectId: staff.personId }),
      )
      throw new Error('the disk is full')
    })
    const entry = await owner().auditEvent.findFirstOrThrow({ where: { actorId: staff.personId, action: 'project.create' } })
    expect(entry).toMatchObject({ correlationId: problem?.reference, outcome: 'done' })
    expect(lines).toEqual([expect.stringContaining(`"reference":"${problem?.reference}"`)])
  })
})
