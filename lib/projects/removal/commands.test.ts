import { beforeEach, describe, expect, test } from 'vitest'
import { myPage } from '@/lib/people/queries'
import { type Staff, visitor } from '@/lib/platform/actor'
import { read } from '@/lib/platform/db'
import { searchQuery } from '@/lib/search/input'
import { searchAll } from '@/lib/search/queries'
import {
  addItem,
  makeAdvisor,
  makeDraftReport,
  makeItems,
  makeProject,
  makeReport,
  makeStaff,
  makeStatusReport,
  owner,
  type TestProject,
} from '@/lib/testing/builders'
import { makeGuest } from '@/lib/testing/guests'
import { sampleLesson } from '@/lib/testing/sample'
import { projectOverview } from '../overview/queries'
import { deleteProject, putBackProject } from './commands'
import { deletedProjects, removalPage } from './queries'

let kari: Staff
let boss: Staff
let helper: Staff
let project: TestProject

const title = 'Snøscooterløype over Finnvola'

beforeEach(async () => {
  kari = await makeStaff()
  boss = await makeStaff({ municipality: kari.municipality, roles: ['member', 'portfolio_manager'] })
  project = await makeProject(kari, { title, visibility: 'open', decisions: [], lessons: [sampleLesson] })
  helper = await makeStaff({ municipality: kari.municipality })
  const role = { personId: helper.personId, role: 'project_support' as const }
  await owner().projectMember.create({ data: { municipalityId: project.municipalityId, projectId: project.id, ...role } })
})

const typed = async () => {
  const { version, number } = await owner().project.findUniqueOrThrow({ where: { id: project.id } })
  return { projectId: project.id, version, number }
}
const found = async (actor: Staff | typeof visitor) => {
  const { hits } = await searchAll(actor, searchQuery.parse({ q: 'snøscooterløype' }))
  return hits.filter((hit) => hit.title.map(({ text }) => text).join('') === title).length
}

describe('a deleted project', () => {
  test('is gone for everybody, with every row of it, until it is put back as it was', async () => {
    await makeItems(kari, project)
    await makeStatusReport(kari, project)
    await makeDraftReport(kari, project)
    await addItem(kari, project, 'task', { title: 'Måle løypa', responsibleId: kari.personId })
    const guest = await makeGuest(await makeStaff(), project, 'project_support')
    const tables = await owner().$queryRaw<{ name: string }[]>`
      SELECT DISTINCT c.table_name AS name FROM information_schema.columns c JOIN information_schema.columns m
        ON m.table_schema = c.table_schema AND m.table_name = c.table_name AND m.column_name = 'municipality_id'
      WHERE c.table_schema = 'public' AND c.column_name = 'project_id' AND c.table_name NOT IN ('search_document', 'audit_event', 'idea')`
    const rows = (actor: Staff) =>
      read(actor, async (tx) => {
        const counts: Record<string, number> = {}
        for (const { name } of tables) {
          const sql = `SELECT count(*)::int AS n FROM "${name}" WHERE project_id = $1::uuid`
          counts[name] = (await tx.$queryRawUnsafe<{ n: number }[]>(sql, project.id))[0]?.n ?? -1
        }
        return counts
      })
    const [before, overview] = [await rows(kari), await projectOverview(kari, project.id)]
    expect(Object.values(before).filter((count) => count > 0).length).toBeGreaterThan(18)
    expect(await found(visitor)).toBe(1)

    await deleteProject(boss, await typed())
    expect(Object.entries(await rows(kari)).filter(([, count]) => count > 0)).toEqual([])
    for (const actor of [kari, boss, guest, visitor]) expect(await projectOverview(actor, project.id)).toBeNull()
    expect([await found(visitor), await found(kari)]).toEqual([0, 0])
    expect(await myPage(kari)).toMatchObject({ projects: [], duties: [] })

    await putBackProject(boss, { projectId: project.id })
    expect(await rows(kari)).toEqual(before)
    expect(await found(visitor)).toBe(1)
    const { inside: _, ...same } = (await projectOverview(kari, project.id)) ?? {}
    const { inside: __, ...was } = overview ?? {}
    expect(same).toEqual(was)
    const trail = await owner().auditEvent.findMany({ where: { subjectId: project.id }, orderBy: { at: 'asc' } })
    expect(trail.map(({ action }) => action).slice(-2)).toEqual(['project.delete', 'project.put-back'])
  })

  test('keeps its number: the next to begin gets another', async () => {
    const { number } = await typed()
    await deleteProject(boss, await typed())
    const next = await makeProject(kari)
    expect(next.number).not.toBe(number)
  })

  test('is listed for 30 days for those who may put it back', async () => {
    await deleteProject(boss, await typed())
    expect(await deletedProjects(boss)).toMatchObject([{ id: project.id, title, by: boss.name }])
    expect(await deletedProjects(kari)).toHaveLength(1)
    expect(await deletedProjects(helper)).toEqual([])
    expect(await deletedProjects(await makeStaff({ roles: ['member', 'portfolio_manager'] }))).toEqual([])
    await owner().project.update({ where: { id: project.id }, data: { deletedAt: new Date(Date.now() - 31 * 86_400_000) } })
    expect(await deletedProjects(boss)).toEqual([])
    await expect(putBackProject(boss, { projectId: project.id })).rejects.toMatchObject({ reason: 'not-found' })
  })

  test('is put back by nobody else', async () => {
    await deleteProject(boss, await typed())
    const strangers = [await makeStaff({ roles: ['member', 'portfolio_manager'] }), await makeAdvisor(), visitor]
    await expect(putBackProject(helper, { projectId: project.id })).rejects.toMatchObject({ reason: 'forbidden' })
    for (const actor of strangers)
      await expect(putBackProject(actor, { projectId: project.id })).rejects.toMatchObject({ reason: /forbidden|not-found/ })
  })
})

describe('deleting a project', () => {
  test('is for its owner and those above', async () => {
    const elsewhere = await makeStaff({ roles: ['member', 'portfolio_manager'] })
    for (const actor of [helper, elsewhere, visitor]) {
      expect(await removalPage(actor, project.id)).toBeNull()
      await expect(deleteProject(actor, await typed())).rejects.toMatchObject({ reason: 'forbidden' })
    }
    expect(await removalPage(kari, project.id)).toMatchObject({ title, hindrances: [], follows: { lesson: 1 } })
    await deleteProject(kari, await typed())
  })

  test('asks for its number, and for the project as it stood', async () => {
    const input = await typed()
    await expect(deleteProject(boss, { ...input, number: '1999-001' })).rejects.toMatchObject({
      fields: { number: 'errors.notTheNumber' },
    })
    await expect(deleteProject(boss, { ...input, version: input.version + 1 })).rejects.toMatchObject({ reason: 'conflict' })
  })

  test('is refused where there are decisions or a report that has been published', async () => {
    const must = { fields: { number: 'errors.projectMustStay' } }
    await makeReport(kari, project)
    expect((await removalPage(boss, project.id))?.hindrances).toEqual(['report'])
    await expect(deleteProject(boss, await typed())).rejects.toMatchObject(must)
    project = await makeProject(kari)
    expect((await removalPage(boss, project.id))?.hindrances).toContain('decisions')
    await expect(deleteProject(boss, await typed())).rejects.toMatchObject(must)
  })
})
