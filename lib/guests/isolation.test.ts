import { beforeAll, describe, expect, test } from 'vitest'
import { projectHistory } from '@/lib/history/queries'
import type { Staff } from '@/lib/platform/actor'
import { actorOfPerson } from '@/lib/platform/auth/liveness'
import { read, transaction } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { projectOverview } from '@/lib/projects/overview/queries'
import {
  makeDraftReport,
  makeItems,
  makeProject,
  makeStaff,
  makeStatusReport,
  owner,
  type TestProject,
} from '@/lib/testing/builders'
import { makeGuest } from '@/lib/testing/guests'
import { sampleLesson } from '@/lib/testing/sample'

// A guest, held against the policies of every table: all of the one project, nothing of the next.

/** What the host keeps to itself also in the project the guest is in; and news, which is told to those at home in a municipality. */
const kept = ['idea', 'programme_project', 'project_invitation', 'news_item']
/** Tables whose rows lie under a part of a project. */
const under = [
  'uncertainty_action',
  'uncertainty_assessment',
  'indicator',
  'measurement',
  'task_step',
  'document_version',
  'gate_condition',
]

let host: Staff
let guest: Staff
let project: TestProject
let other: TestProject
let withProject: string[] = []

async function furnished(): Promise<TestProject> {
  const made = await makeProject(host, { lessons: [sampleLesson] })
  await makeItems(host, made)
  await makeStatusReport(host, made)
  await makeDraftReport(host, made)
  return made
}

const count = async (actor: Staff | null, sql: string, ...values: unknown[]): Promise<number> => {
  const [row] = actor
    ? await read(actor, (tx) => tx.$queryRawUnsafe<{ n: bigint }[]>(sql, ...values))
    : await owner().$queryRawUnsafe<{ n: bigint }[]>(sql, ...values)
  return Number(row?.n)
}

beforeAll(async () => {
  host = await makeStaff({ roles: ['member', 'portfolio_manager'] })
  project = await furnished()
  other = await furnished()
  guest = await makeGuest(await makeStaff({ name: 'Per Hansen' }), project, 'project_support')
  const columns = await owner().$queryRaw<{ name: string }[]>`
    SELECT DISTINCT table_name AS name FROM information_schema.columns
    WHERE table_schema = 'public' AND column_name = 'project_id' ORDER BY 1`
  withProject = columns.map(({ name }) => name)
})

describe('a guest', () => {
  test('sees every row of the project, as those at home do, and no row of the next', async () => {
    const wrong: string[] = []
    for (const table of withProject.filter((name) => !kept.includes(name))) {
      const all = await count(null, `SELECT count(*) AS n FROM "${table}" WHERE project_id = $1::uuid`, project.id)
      const seen = await count(guest, `SELECT count(*) AS n FROM "${table}" WHERE project_id = $1::uuid`, project.id)
      const beyond = await count(guest, `SELECT count(*) AS n FROM "${table}" WHERE project_id = $1::uuid`, other.id)
      if (all !== seen || beyond > 0) wrong.push(`${table}: ${seen} of ${all}, and ${beyond} beyond`)
    }
    expect(wrong).toEqual([])
    expect(withProject.length).toBeGreaterThan(25)
  })

  test('sees what lies under the parts of the project, and half of what the municipality has of it', async () => {
    for (const table of under) {
      const own = `SELECT count(*) AS n FROM "${table}" WHERE municipality_id = $1::uuid`
      const [all, seen] = [await count(null, own, host.municipality.id), await count(guest, own, host.municipality.id)]
      expect(seen, table).toBeGreaterThan(0)
      expect(seen, table).toBe(all / 2)
    }
  })

  test('sees nothing else of the municipality: no settings of others, ideas, views, programmes, templates, absence or sessions', async () => {
    await owner().idea.create({
      data: { municipalityId: host.municipality.id, title: 'Digital kø', registeredBy: host.personId },
    })
    await owner().absence.createMany({
      data: [
        {
          ...{ municipalityId: host.municipality.id, personId: host.personId, percent: 100 },
          ...{ startOn: new Date('2026-12-01'), endOn: new Date('2026-12-05') },
        },
      ],
    })
    for (const table of ['idea', 'absence', 'saved_view', 'programme', 'project_template', 'auth_session', 'identity_provider'])
      expect(await count(guest, `SELECT count(*) AS n FROM "${table}"`), table).toBe(0)
  })

  test('knows the names of those in the project, and of nobody else', async () => {
    const stranger = await makeStaff({ municipality: host.municipality, name: 'Ola Hansen' })
    const people = await read(guest, (tx) => tx.person.findMany({ select: { id: true } }))
    const ids = people.map(({ id }) => id)
    expect(ids).toEqual(expect.arrayContaining([host.personId, guest.personId]))
    expect(ids).not.toContain(stranger.personId)
  })

  test('opens the pages of the project with everything inside, and not those of the next', async () => {
    expect(await projectOverview(guest, project.id)).toMatchObject({
      isGuest: true,
      inside: { members: expect.arrayContaining([expect.objectContaining({ name: 'Per Hansen', role: 'project_support' })]) },
      may: { run: true, share: false, writeReport: false, copy: false },
    })
    expect(await projectHistory(guest, { projectId: project.id, page: 1 })).not.toBeNull()
    expect(await projectOverview(guest, other.id)).toBeNull()
  })

  test('changes nothing of the next project', async () => {
    const attempts = withProject.map(async (table) => {
      const answer = await transaction(guest, (tx) =>
        tx.$executeRawUnsafe(`DELETE FROM "${table}" WHERE project_id = $1::uuid`, other.id),
      ).catch((error: Error) => (/permission denied|row-level security/.test(error.message) ? 0 : error.message))
      return answer === 0 ? [] : [`${table}: ${answer}`]
    })
    expect((await Promise.all(attempts)).flat()).toEqual([])
    const task = { id: newId(), municipalityId: host.municipality.id, title: 'Ikke min' }
    await expect(transaction(guest, (tx) => tx.task.createMany({ data: [{ ...task, projectId: other.id }] }))).rejects.toThrow(
      /row-level security/,
    )
    expect(await transaction(guest, (tx) => tx.task.createMany({ data: [{ ...task, projectId: project.id }] }))).toEqual({
      count: 1,
    })
  })

  test('sees nothing more once the role is taken away, or they have left at home', async () => {
    const [per, siv] = [await makeStaff(), await makeStaff()]
    const [taken, left] = [await makeGuest(per, project, 'project_manager'), await makeGuest(siv, project, 'benefit_owner')]
    expect(await projectOverview(taken, project.id)).not.toBeNull()
    await owner().projectMember.deleteMany({ where: { personId: taken.personId } })
    expect(await projectOverview(taken, project.id)).toBeNull()
    await owner().person.update({ where: { id: siv.personId }, data: { status: 'deactivated' } })
    await expect(projectOverview(left, project.id)).rejects.toMatchObject({ reason: 'forbidden' })
    expect(await actorOfPerson(left.personId)).toEqual({ kind: 'visitor' })
  })

  test('bears the name they have at home', async () => {
    const per = await makeStaff({ name: 'Per Hansen' })
    const { personId } = await makeGuest(per, project, 'project_support')
    await owner().person.update({ where: { id: per.personId }, data: { name: 'Per Hansen Vik' } })
    expect(await owner().person.findUniqueOrThrow({ where: { id: personId } })).toMatchObject({ name: 'Per Hansen Vik' })
  })
})
