import { beforeAll, describe, expect, test } from 'vitest'
import { listQuery } from '@/lib/lists/rules'
import type { Staff } from '@/lib/platform/actor'
import { projectList } from '@/lib/portfolio/lists/columns'
import { programmeList } from '@/lib/portfolio/lists/queries'
import { makeProject, makeStaff, owner, type TestProject } from '@/lib/testing/builders'
import { addProject, changeProgramme, makeProgramme, removeProject } from './commands'
import { programmePage, programmeView } from './queries'

const fields = { title: 'Digitale tjenester', goal: 'Alt på nett', managerId: null, startOn: null, endOn: null }

let tor: Staff
let kari: Staff
let stranger: Staff
let own: TestProject
let shared: TestProject
let hidden: TestProject

beforeAll(async () => {
  tor = await makeStaff({ roles: ['member', 'portfolio_manager'], name: 'Tor Ugland' })
  kari = await makeStaff({ municipality: tor.municipality })
  stranger = await makeStaff({ roles: ['member', 'portfolio_manager'] })
  own = await makeProject(kari)
  shared = await makeProject(stranger, { title: 'Delt med alle', visibility: 'municipalities' })
  hidden = await makeProject(stranger, { title: 'Bare deres' })
})

const titlesIn = async (programmeId: string) => {
  const { rows } = await programmeList(tor, programmeId, listQuery(projectList, {}))
  return rows.map(({ extra }) => extra.title).sort()
}

describe('a programme', () => {
  test('is made by the portfolio manager, not by others, and not seen by other municipalities', async () => {
    const { programmeId } = await makeProgramme(tor, fields)
    await expect(makeProgramme(kari, fields)).rejects.toMatchObject({ reason: 'forbidden' })
    expect((await programmePage(kari)).programmes.map(({ id }) => id)).toContain(programmeId)
    expect(await programmeView(stranger, programmeId)).toBeNull()
    await expect(changeProgramme(stranger, { ...fields, programmeId, version: 1 })).rejects.toMatchObject({ reason: 'not-found' })
  })

  test('holds own projects and those others share, never what they keep', async () => {
    const { programmeId } = await makeProgramme(tor, fields)
    for (const projectId of [own.id, own.id, shared.id]) await addProject(tor, { programmeId, projectId })
    await expect(addProject(tor, { programmeId, projectId: hidden.id })).rejects.toMatchObject({ reason: 'not-found' })
    expect(await titlesIn(programmeId)).toEqual([shared.title, own.title].sort())
    await owner().project.update({ where: { id: shared.id }, data: { visibility: 'municipality' } })
    expect(await titlesIn(programmeId)).toEqual([own.title])
    await owner().project.update({ where: { id: shared.id }, data: { visibility: 'municipalities' } })
    await removeProject(tor, { programmeId, projectId: shared.id })
    expect(await titlesIn(programmeId)).toEqual([own.title])
  })

  test('is led by a colleague, who may change it; others may not', async () => {
    const { programmeId } = await makeProgramme(tor, { ...fields, managerId: kari.personId })
    await changeProgramme(kari, { ...fields, programmeId, version: 1, managerId: kari.personId, title: 'Nytt navn' })
    expect(await programmeView(tor, programmeId)).toMatchObject({ title: 'Nytt navn', version: 2, manager: kari.name })
    const colleague = await makeStaff({ municipality: tor.municipality })
    await expect(addProject(colleague, { programmeId, projectId: own.id })).rejects.toMatchObject({ reason: 'forbidden' })
    await expect(makeProgramme(tor, { ...fields, managerId: stranger.personId })).rejects.toMatchObject({
      fields: { managerId: 'errors.unknown' },
    })
  })

  test('changed by two at once tells the second, and overwrites nothing', async () => {
    const { programmeId } = await makeProgramme(tor, fields)
    await changeProgramme(tor, { ...fields, programmeId, version: 1, goal: 'Først' })
    await expect(changeProgramme(tor, { ...fields, programmeId, version: 1, goal: 'Sist' })).rejects.toMatchObject({
      meanwhile: { version: 2, values: { goal: 'Først' } },
    })
    expect(await programmeView(tor, programmeId)).toMatchObject({ goal: 'Først' })
  })
})
