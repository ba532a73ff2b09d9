import { beforeEach, expect, test, vi } from 'vitest'
import { actorOf, actorOfPerson } from '@/lib/platform/auth/liveness'
import { doorsOf } from '@/lib/platform/auth/providers'
import { sessionToken } from '@/lib/platform/auth/session'
import { read, transaction } from '@/lib/platform/db'
import { newBrowser } from '@/lib/testing/browser'
import { makeAdvisor, makeOperator, makeProject, makeReport, makeStaff, owner } from '@/lib/testing/builders'
import { kodeOf, makeDoor, signIn } from '@/lib/testing/sign-in'
import { closeMunicipality, joinMunicipality, reopenMunicipality } from './commands'
import { placeView } from './queries'

vi.mock('next/headers', async () => (await import('@/lib/testing/browser')).nextHeaders)
vi.mock('react', async (original) => ({ ...(await original<typeof import('react')>()), cache: <T>(work: T) => work }))

beforeEach(() => {
  newBrowser()
  vi.spyOn(console, 'error').mockImplementation(() => {})
  vi.spyOn(console, 'log').mockImplementation(() => {})
})

test('T6 a municipality that is closed is out on the next request and cannot come in, and is back as it was', async () => {
  const { staff, door } = await makeDoor()
  const { number, id } = staff.municipality
  const other = await makeDoor()
  await signIn(door, 'kari')
  const token = (await sessionToken()) ?? ''
  expect(await actorOf(token)).toMatchObject({ kind: 'staff', personId: staff.personId })
  newBrowser()
  await signIn(other.door, 'kari')
  const others = (await sessionToken()) ?? ''
  const operator = await makeOperator()
  await closeMunicipality(operator, { number, reason: 'Avtalen er sagt opp' })
  expect(await actorOf(token)).toEqual({ kind: 'visitor' })
  expect(await actorOfPerson(staff.personId)).toEqual({ kind: 'visitor' })
  expect(await actorOf(others)).toMatchObject({ personId: other.staff.personId })
  newBrowser()
  expect(kodeOf(await signIn(door, 'kari'))).toBe('stengt')
  expect(await placeView(operator, number)).toMatchObject({
    joinedOn: null,
    closed: { reason: 'Avtalen er sagt opp' },
    people: 1,
  })
  await expect(joinMunicipality(operator, { number })).rejects.toMatchObject({ reason: 'conflict' })
  await expect(closeMunicipality(operator, { number, reason: 'Igjen' })).rejects.toMatchObject({ reason: 'conflict' })
  await reopenMunicipality(operator, { number })
  expect(await actorOf(token)).toEqual({ kind: 'visitor' })
  newBrowser()
  expect(kodeOf(await signIn(door, 'kari'))).toBeNull()
  expect(await placeView(operator, number)).toMatchObject({ joinedOn: '2026-01-05', closed: null })
  expect(await doorsOf(number)).toHaveLength(1)
  const trail = await owner().auditEvent.findMany({ where: { municipalityId: id, action: { startsWith: 'municipality.' } } })
  expect(trail.map(({ action }) => action).sort()).toEqual(['municipality.close', 'municipality.reopen'])
})

test('only operators close, and what was shared stays for others', async () => {
  const kari = await makeStaff({ roles: ['member', 'municipality_admin'] })
  const { number, id } = kari.municipality
  for (const who of [kari, await makeAdvisor()])
    await expect(closeMunicipality(who, { number, reason: 'Nei' })).rejects.toMatchObject({ reason: 'forbidden' })
  const closing = (tx: Parameters<Parameters<typeof transaction>[1]>[0]) =>
    tx.municipalityClosure.createMany({ data: [{ municipalityId: id, closedBy: kari.personId, reason: 'Nei' }] })
  await expect(transaction(kari, closing)).rejects.toThrow(/row-level security/)
  const report = await makeReport(kari, await makeProject(kari))
  await closeMunicipality(await makeOperator(), { number, reason: 'Ut' })
  expect(await read(await makeStaff(), (tx) => tx.experienceReport.count({ where: { id: report.id } }))).toBe(1)
})

test('operators read nothing that a municipality keeps to itself', async () => {
  const kari = await makeStaff()
  const project = await makeProject(kari)
  await makeReport(kari, project, { visibility: 'municipality' })
  const operator = await makeOperator()
  const seen = await read(operator, async (tx) => {
    const tables = await tx.$queryRaw<{ name: string }[]>`
      SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'municipality_id'
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND has_table_privilege(c.oid, 'SELECT')`
    const found: string[] = []
    for (const { name } of tables) {
      const [row] = await tx.$queryRawUnsafe<{ n: number }[]>(
        `SELECT count(*)::int AS n FROM "${name}" WHERE municipality_id = '${kari.municipality.id}'`,
      )
      if ((row?.n ?? 0) > 0) found.push(name)
    }
    return found
  })
  expect(seen.sort()).toEqual(['participation'])
  expect(await read(operator, (tx) => tx.$queryRaw`SELECT 1 FROM search_hits('byggesak', NULL, NULL)`).catch(() => [])).toEqual(
    [],
  )
})
