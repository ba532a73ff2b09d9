import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { actor } from '@/lib/platform/auth/session'
import { command } from '@/lib/platform/command'
import { transaction } from '@/lib/platform/db'
import { forgetSite, newBrowser } from '@/lib/testing/browser'
import { owner } from '@/lib/testing/builders'
import { arrive, chooseAt, makeDoor, signIn } from '@/lib/testing/sign-in'
import { migrate, openAppDoor } from '@/scripts/migrate.mjs'
import { startPostgres } from '@/scripts/postgres.mjs'
import { databaseAnswers } from './database-health'
import { untouchedForm } from './form'

// A real server that goes away in the middle of things, and comes back.

vi.mock('next/headers', async () => (await import('@/lib/testing/browser')).nextHeaders)

const folder = mkdtempSync(path.join(os.tmpdir(), 'delt-restart-'))
const socket = path.join(folder, 'socket')
let server = startPostgres(folder, { socket })

beforeAll(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  vi.spyOn(console, 'info').mockImplementation(() => {})
  const url = server.url('delt')
  await migrate(url)
  process.env.DATABASE_URL = url
  process.env.DATABASE_APP_URL = await openAppDoor(url, process.env.AUTH_SECRET ?? '')
  newBrowser()
})

afterAll(() => {
  server.stop()
  rmSync(folder, { recursive: true, force: true })
})

const form = new FormData()
form.set('title', 'Felles verksted')

test('what was being done is undone and told with a reference, what was typed is kept, and all goes on when it is back', async () => {
  const { staff, provider, door } = await makeDoor()
  await signIn(door, 'kari')
  forgetSite(provider.issuer)
  const rename = (_: unknown, { title }: { title: string }) =>
    transaction(staff, async (tx) => {
      await tx.idea.create({ data: { municipalityId: staff.municipality.id, title, registeredBy: staff.personId } })
      server.stop()
      await tx.idea.count()
    })
  const reference = expect.stringMatching(/^[0-9a-f]{8}$/)
  const send = () => command(z.object({ title: z.string() }), rename)(untouchedForm, form)
  expect(await send()).toEqual({ values: { title: 'Felles verksted' }, errors: {}, problem: { key: 'fault', reference } })
  expect(await databaseAnswers()).toBe(false)

  server = startPostgres(folder, { socket })
  await vi.waitFor(async () => expect(await actor()).toMatchObject({ personId: staff.personId }), { timeout: 10_000 })
  expect(await owner().idea.count({ where: { municipalityId: staff.municipality.id } })).toBe(0)
  expect(await databaseAnswers()).toBe(true)

  const way = await chooseAt(door, 'kari')
  server.stop()
  expect(await arrive(way)).toMatch(/^\/logg-inn\/feil\?kode=hos-oss&dor=\d{4}&ref=[0-9a-f]{8}$/)
  server = startPostgres(folder, { socket })
  await vi.waitFor(async () => expect(await databaseAnswers()).toBe(true), { timeout: 10_000 })
  await signIn(door, 'kari')
  expect(await actor()).toMatchObject({ personId: staff.personId })
}, 60_000)
