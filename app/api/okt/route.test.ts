import { beforeEach, describe, expect, test, vi } from 'vitest'
import { end, endOthers } from '@/app/(desk)/innlogginger/actions'
import { cookieNames } from '@/lib/platform/auth/cookies'
import { sessionLeft } from '@/lib/platform/auth/liveness'
import { actor, sessionToken } from '@/lib/platform/auth/session'
import { config } from '@/lib/platform/config'
import { signin, transaction } from '@/lib/platform/db'
import { untouchedForm } from '@/lib/platform/form'
import { openSessions } from '@/lib/sessions/queries'
import { keepCookies, newBrowser, ownCookies, sent } from '@/lib/testing/browser'
import { makeStaff, owner } from '@/lib/testing/builders'
import { makeDoor, signIn } from '@/lib/testing/sign-in'
import { GET, POST } from './route'

vi.mock('next/headers', async () => (await import('@/lib/testing/browser')).nextHeaders)
vi.mock('next/cache', () => ({ revalidatePath: () => {} }))

beforeEach(() => {
  newBrowser()
  vi.spyOn(console, 'error').mockImplementation(() => {})
  vi.spyOn(console, 'info').mockImplementation(() => {})
})

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000)
const press = (headers: Record<string, string> = { origin: config().origin }) =>
  POST(new Request(`${config().origin}/api/okt`, { method: 'POST', headers }))

describe('S3 how long a session has left', () => {
  test('is told without using it, and extended when the reader goes on', async () => {
    const { staff, door } = await makeDoor()
    await signIn(door, 'kari')
    await owner().authSession.updateMany({ where: { personId: staff.personId }, data: { lastSeenAt: minutesAgo(28) } })
    for (let asked = 0; asked < 2; asked++) {
      const left = (await (await GET()).json()) as { idle: number; life: number }
      expect(left.idle).toBeLessThanOrEqual(120)
      expect(left.life).toBeGreaterThan(7 * 3600)
    }
    const after = (await (await press()).json()) as { idle: number }
    expect(after.idle).toBeGreaterThan(29 * 60)
  })

  test('cannot be longer than its limit', async () => {
    const { staff, door } = await makeDoor()
    await signIn(door, 'kari')
    await owner().authSession.updateMany({
      where: { personId: staff.personId },
      data: { expiresAt: new Date(Date.now() + 60_000) },
    })
    expect(await (await press()).json()).toEqual({
      idle: expect.toSatisfy((left: number) => left <= 60),
      life: expect.toSatisfy((left: number) => left <= 60),
    })
  })

  test('is nothing for whoever is not signed in, or for another site', async () => {
    const { staff, door } = await makeDoor()
    expect((await GET()).status).toBe(401)
    expect((await press()).status).toBe(401)
    await signIn(door, 'kari')
    expect((await press({ origin: 'https://evil.example' })).status).toBe(403)
    expect((await press({})).status).toBe(403)
    await owner().authSession.updateMany({ where: { personId: staff.personId }, data: { lastSeenAt: minutesAgo(31) } })
    expect((await GET()).status).toBe(401)
    expect((await press()).status).toBe(401)
  })
})

describe('S7 one’s own sessions', () => {
  async function twice() {
    const made = await makeDoor()
    await signIn(made.door, 'kari')
    const first = ownCookies().get(cookieNames().session) ?? ''
    const earlier = (await sessionLeft((await sessionToken()) ?? ''))?.id ?? ''
    newBrowser()
    await signIn(made.door, 'kari')
    const current = (await sessionLeft((await sessionToken()) ?? ''))?.id ?? ''
    return { ...made, first, earlier, current }
  }
  const form = (fields: Record<string, string>) => {
    const made = new FormData()
    for (const [name, value] of Object.entries(fields)) made.set(name, value)
    return made
  }

  test('are listed, and each can be ended', async () => {
    const { staff, first, earlier, current } = await twice()
    expect((await openSessions(staff, current)).map(({ id, isThis }) => [id, isThis])).toEqual([
      [current, true],
      [earlier, false],
    ])
    await expect(end(untouchedForm, form({ sessionId: earlier }))).rejects.toThrow('NEXT_REDIRECT')
    expect((await openSessions(staff, current)).map(({ id }) => id)).toEqual([current])
    keepCookies([`${cookieNames().session}=${first}`])
    expect(await actor()).toEqual({ kind: 'visitor' })
  })

  test('can all be ended but the one that asks', async () => {
    const { staff, current } = await twice()
    await expect(endOthers(untouchedForm, form({}))).rejects.toThrow('NEXT_REDIRECT')
    expect((await openSessions(staff, current)).map(({ id }) => id)).toEqual([current])
  })

  test('are not those of a colleague, who neither sees nor ends them, whatever the program believes', async () => {
    const { staff, current } = await twice()
    const colleague = await makeStaff({ municipality: staff.municipality, roles: ['member', 'portfolio_manager'] })
    expect(await transaction(colleague, (tx) => tx.authSession.count())).toBe(0)
    const ended = { endedAt: new Date(), endedFor: 'ended_by_self' as const }
    await transaction(colleague, (tx) => tx.authSession.updateMany({ where: { id: current }, data: ended }))
    expect(await actor()).toMatchObject({ personId: staff.personId })
    const administrator = await makeStaff({ municipality: staff.municipality, roles: ['member', 'municipality_admin'] })
    expect(await transaction(administrator, (tx) => tx.authSession.count())).toBe(2)
  })

  test('stay ended, and live on by nobody else’s hand', async () => {
    const { staff, current, earlier } = await twice()
    const administrator = await makeStaff({ municipality: staff.municipality, roles: ['member', 'municipality_admin'] })
    await expect(end(untouchedForm, form({ sessionId: earlier }))).rejects.toThrow('NEXT_REDIRECT')
    for (const who of [staff, administrator, signin])
      for (const data of [{ endedAt: null }, { endedAt: null, endedFor: null }, { lastSeenAt: new Date() }])
        await expect(transaction(who, (tx) => tx.authSession.updateMany({ where: { id: earlier }, data }))).rejects.toThrow(
          /revived/,
        )
    for (const who of [staff, administrator])
      await expect(
        transaction(who, (tx) => tx.authSession.updateMany({ where: { id: current }, data: { lastSeenAt: new Date() } })),
      ).rejects.toThrow(/revived/)
  })

  test('those of others are neither seen nor ended', async () => {
    const one = await twice()
    newBrowser()
    const stranger = await makeDoor()
    await signIn(stranger.door, 'kari')
    expect(await end(untouchedForm, form({ sessionId: one.earlier }))).toMatchObject({ problem: { key: 'not-found' } })
    expect((await openSessions(stranger.staff, null)).map(({ id }) => id)).not.toContain(one.earlier)
    sent.origin = 'https://evil.example'
    expect(await end(untouchedForm, form({ sessionId: one.current }))).toMatchObject({ problem: { key: 'origin' } })
    expect(await owner().authSession.count({ where: { personId: one.staff.personId, endedAt: null } })).toBe(2)
  })
})
