import { beforeEach, describe, expect, test } from 'vitest'
import { ProjectRole } from '@/generated/prisma/enums'
import { type Actor, type Staff, visitor } from '@/lib/platform/actor'
import { newId } from '@/lib/platform/ids'
import { searchQuery } from '@/lib/search/input'
import { searchAll } from '@/lib/search/queries'
import { makeAdvisor, makeCollaboration, makeProject, makeStaff, owner, type TestProject } from '@/lib/testing/builders'
import type { Typed } from '@/lib/testing/sample'
import { inputName, typedValue } from '../items/fields'
import { mayRunProject } from '../policy'
import { addMember, removeMember, updateProject } from './commands'
import { projectFields } from './fields'
import { memberInput, projectInput } from './input'
import { projectEditPage } from './queries'

const forbidden = { reason: 'forbidden' }
const notFound = { reason: 'not-found' }

let kari: Staff
let project: TestProject

beforeEach(async () => {
  kari = await makeStaff()
  project = await makeProject(kari)
})

/** The form of the project as it stands for the one who runs it, with what is typed anew. */
async function form(typed: Typed) {
  const page = await projectEditPage(kari, project.id)
  const standing = projectFields.map((field) => [field.name, typedValue(field, page?.values[field.name])])
  return { ...Object.fromEntries(standing), projectId: project.id, version: page?.version, ...typed }
}
const update = async (actor: Actor, typed: Typed) => updateProject(actor, projectInput.parse(await form(typed)))

const stored = () => owner().project.findUniqueOrThrow({ where: { id: project.id } })
const trail = () => owner().auditEvent.findMany({ where: { projectId: project.id }, orderBy: { at: 'asc' } })
const members = () => owner().projectMember.findMany({ where: { projectId: project.id }, select: { personId: true, role: true } })

/** A colleague, with a role in the project if one is given. */
async function colleague(role?: ProjectRole) {
  const person = await makeStaff({ name: 'Ola Hansen', municipality: kari.municipality })
  const own = { municipalityId: project.municipalityId, projectId: project.id, personId: person.personId }
  if (role) await owner().projectMember.create({ data: { ...own, role } })
  return person
}

const typedAnew = {
  ...{ title: 'Digitalt opptak', goal: 'Svar på en dag', background: '', themeCode: 'skole', type: 'organisation' },
  ...{ lifecycle: 'waiting', visibility: 'municipalities', startOn: '2026-02-01', endOn: '', technologies: 'ID-porten, Altinn' },
  ...{ suppliers: '', methods: 'Smidig , Smidig', unGoals: '4, 17', archiveReference: '26/123', financeReference: 'P-9' },
}

describe('a block of a project', () => {
  const block = async (name: 'purpose' | 'facts', typed: Typed) =>
    projectInput.parse({ projectId: project.id, version: (await stored()).version, block: name, ...typed })

  test('is changed where it stands, and the rest is left as it is', async () => {
    const before = await stored()
    await updateProject(kari, await block('purpose', { title: 'Nytt navn', goal: 'Nytt mål', background: before.background }))
    const { title, goal, version, updatedAt, ...rest } = await stored()
    const { title: _, goal: __, version: ___, updatedAt: ____, ...same } = before
    expect({ title, goal, version }).toEqual({ title: 'Nytt navn', goal: 'Nytt mål', version: before.version + 1 })
    expect(rest).toEqual(same)
    expect((await trail()).at(-1)?.detail).toMatchObject({ changes: { goal: [before.goal, 'Nytt mål'] } })
  })

  test('asks those who may not share it nothing about who sees it', async () => {
    const support = await colleague('project_support')
    const page = await projectEditPage(kari, project.id)
    const typed = Object.fromEntries(projectFields.map((field) => [field.name, typedValue(field, page?.values[field.name])]))
    const { visibility: _, ...facts } = typed
    await updateProject(support, await block('facts', { ...facts, methods: 'Smidig' }))
    expect(await stored()).toMatchObject({ methods: ['Smidig'], visibility: 'municipality' })
    await expect(updateProject(support, await block('facts', { ...facts, visibility: 'open' }))).rejects.toMatchObject(forbidden)
  })
})

describe('a project', () => {
  test('is changed by those who run it, and its history tells what', async () => {
    const lead = await colleague('project_owner')
    const before = (await projectEditPage(kari, project.id))?.values ?? {}
    const themes = (await projectEditPage(kari, project.id))?.themes ?? []
    const themeCode = themes.find((code) => code !== before.themeCode) ?? ''
    const input = projectInput.parse(await form({ ...typedAnew, themeCode }))
    await updateProject(lead, input)
    expect(await projectEditPage(kari, project.id)).toMatchObject({ version: 2, values: input.values })
    expect(await stored()).toMatchObject({
      ...{
        title: 'Digitalt opptak',
        endOn: null,
        unGoals: [4, 17],
        methods: ['Smidig'],
        suppliers: [],
        archiveReference: '26/123',
      },
      ...{ visibility: 'municipalities', visibleToCollaborationId: null, themeCode },
    })
    const changes = Object.fromEntries(Object.keys(typedAnew).map((name) => [name, [before[name], input.values[name]]]))
    const about = { action: 'project.change', subjectType: 'project', subjectId: project.id, actorId: lead.personId }
    const events = await trail()
    expect(events).toMatchObject([{ ...about, municipalityId: project.municipalityId }])
    expect(events[0]?.detail).toEqual({ title: 'Digitalt opptak', changes })
  })

  test('saved as it stands is not changed', async () => {
    const before = await stored()
    await update(kari, {})
    expect(await stored()).toEqual(before)
    expect(await trail()).toEqual([])
  })

  test('empty references are none', async () => {
    await update(kari, { archiveReference: '26/1', financeReference: 'P-1' })
    await update(kari, { archiveReference: ' ', financeReference: '' })
    expect(await stored()).toMatchObject({ archiveReference: null, financeReference: null, version: 3 })
  })

  test('is not there for others, and not theirs to change for colleagues without a role', async () => {
    const before = await stored()
    const stranger = await makeStaff({ roles: ['member', 'municipality_admin'] })
    for (const actor of [stranger, await makeAdvisor(), visitor]) {
      await expect(update(actor, { title: 'Vårt' })).rejects.toMatchObject(notFound)
      expect(await projectEditPage(actor, project.id)).toBeNull()
    }
    const ola = await colleague()
    await expect(update(ola, { title: 'Mitt' })).rejects.toMatchObject(forbidden)
    expect(await projectEditPage(ola, project.id)).toBeNull()
    expect(await stored()).toEqual(before)
    await owner().project.update({ where: { id: project.id }, data: { visibility: 'open' } })
    await expect(update(stranger, { title: 'Vårt' })).rejects.toMatchObject(forbidden)
    expect(await trail()).toEqual([])
  })

  test('changed by two at once keeps what the first saved, and shows it to the second', async () => {
    const lead = await colleague('project_manager')
    const mine = projectInput.parse(await form({ title: 'Mitt navn' }))
    await update(lead, { title: 'Det nye navnet', unGoals: '9, 11', endOn: '' })
    const first = await stored()
    const values = (await projectEditPage(kari, project.id))?.values ?? {}
    const meanwhile = {
      version: 2,
      values: Object.fromEntries(projectFields.map((field) => [inputName(field), typedValue(field, values[field.name])])),
      by: 'Ola Hansen',
      at: (await trail())[0]?.at.toISOString(),
    }
    expect(meanwhile.values).toMatchObject({ title: 'Det nye navnet', unGoals: '9, 11', endOn: '' })
    await expect(updateProject(kari, mine)).rejects.toMatchObject({ reason: 'conflict', meanwhile })
    expect(await stored()).toEqual(first)
    await updateProject(kari, { ...mine, version: 2 })
    expect(await stored()).toMatchObject({ title: 'Mitt navn', version: 3 })
  })

  test('is found by its new words, and no longer by the old', async () => {
    const found = async (actor: Actor, q: string) => {
      const { hits } = await searchAll(actor, searchQuery.parse({ q, type: 'prosjekt' }))
      return hits.filter(({ href }) => href.includes(project.id)).length
    }
    const stranger = await makeStaff()
    await update(kari, { title: 'Sandstrøer på sykkelveien', background: 'Mange faller på kunstgresset' })
    for (const q of ['sandstrøer', 'kunstgresset', 'søknadsskjema', 'ID-porten']) expect(await found(kari, q), q).toBe(1)
    expect(await found(stranger, 'sandstrøer')).toBe(0)
    await update(kari, { title: 'Varmekabler', background: '', visibility: 'municipalities' })
    for (const actor of [kari, stranger]) {
      expect(await found(actor, 'varmekabler')).toBe(1)
      expect(await found(actor, 'sandstrøer')).toBe(0)
    }
  })
})

describe('who reads a project', () => {
  const mayNot = { reason: 'forbidden', fields: { visibility: 'errors.mayNotShareProject' } }

  test.each(['project_support', 'benefit_owner'] as const)('is not decided by its %s, who changes the rest', async (role) => {
    const helper = await colleague(role)
    await owner().project.update({ where: { id: project.id }, data: { visibility: 'municipalities' } })
    for (const visibility of ['open', 'municipality'])
      await expect(update(helper, { visibility, title: 'Delt' })).rejects.toMatchObject(mayNot)
    await update(helper, { title: 'Bedre navn' })
    expect(await stored()).toMatchObject({ visibility: 'municipalities', title: 'Bedre navn', version: 2 })
    expect(await projectEditPage(helper, project.id)).toMatchObject({ may: { share: false } })
  })

  test('is the collaboration behind it, else the one the municipality is in', async () => {
    const none = { reason: 'not-found', fields: { visibility: 'errors.noCollaboration' } }
    await expect(update(kari, { visibility: 'collaboration' })).rejects.toMatchObject(none)
    const [ours, behind] = [await makeCollaboration([kari.municipality]), await makeCollaboration([kari.municipality])]
    const setBehind = (collaborationId: string | null) =>
      owner().project.update({ where: { id: project.id }, data: { collaborationId } })
    await setBehind(behind.id)
    await update(kari, { visibility: 'collaboration' })
    expect(await stored()).toMatchObject({ visibleToCollaborationId: behind.id })
    await update(kari, { visibility: 'municipality' })
    expect(await stored()).toMatchObject({ visibleToCollaborationId: null })
    await setBehind(null)
    await update(kari, { visibility: 'collaboration' })
    expect([ours.id, behind.id]).toContain((await stored()).visibleToCollaborationId)
  })
})

describe('what is typed wrong', () => {
  test.each<[Typed, Record<string, string>]>([
    [{ title: '  ' }, { title: 'errors.required' }],
    [{ title: 'x'.repeat(201) }, { title: 'errors.tooLong' }],
    [{ startOn: '' }, { startOn: 'errors.required' }],
    [{ startOn: '12.01.2026' }, { startOn: 'errors.date' }],
    [{ startOn: '2027-01-02', endOn: '2027-01-01' }, { endOn: 'errors.endBeforeStart' }],
    [{ themeCode: '' }, { themeCode: 'errors.required' }],
    [{ type: 'romfart' }, { type: 'errors.unknown' }],
    [{ visibility: 'alle' }, { visibility: 'errors.unknown' }],
    [{ unGoals: '4, 18' }, { unGoals: 'errors.unGoals' }],
    [{ unGoals: '0' }, { unGoals: 'errors.unGoals' }],
    [{ unGoals: 'utdanning' }, { unGoals: 'errors.unGoals' }],
    [
      { title: '', lifecycle: 'borte' },
      { title: 'errors.required', lifecycle: 'errors.unknown' },
    ],
  ])('%o is told beside its field', async (typed, errors) => {
    const parsed = projectInput.safeParse(await form(typed))
    const told = parsed.error?.issues.map(({ path, message }) => [path.join('.'), message]) ?? []
    expect(Object.fromEntries(told)).toEqual(errors)
  })

  test('a theme that is not there is refused beside its field, and nothing is changed', async () => {
    const refusal = { reason: 'not-found', fields: { themeCode: 'errors.unknown' } }
    await expect(update(kari, { themeCode: 'romfart', title: 'Måneferd' })).rejects.toMatchObject(refusal)
    expect(await stored()).toMatchObject({ title: project.title, version: 1 })
    expect(await trail()).toEqual([])
  })
})

describe('the people of a project', () => {
  test('are given a role once, which lets them run it, and it is told in the history', async () => {
    const ola = await colleague()
    const input = { projectId: project.id, personId: ola.personId, role: 'project_support' as const }
    await addMember(kari, input)
    await addMember(kari, input)
    expect((await members()).filter(({ personId }) => personId === ola.personId)).toEqual([
      { personId: ola.personId, role: 'project_support' },
    ])
    expect(mayRunProject(ola, { municipalityId: project.municipalityId, members: await members() })).toBe(true)
    await removeMember(kari, input)
    await removeMember(kari, input)
    expect((await members()).some(({ personId }) => personId === ola.personId)).toBe(false)
    const about = { subjectType: 'person', subjectId: ola.personId, actorId: kari.personId }
    expect(await trail()).toMatchObject([
      { ...about, action: 'project.add-member', detail: { title: 'Ola Hansen', role: 'project_support' } },
      { ...about, action: 'project.remove-member', detail: { title: 'Ola Hansen', role: 'project_support' } },
    ])
  })

  test('are colleagues at work', async () => {
    const [stranger, left] = [await makeStaff(), await colleague()]
    await owner().person.update({ where: { id: left.personId }, data: { status: 'deactivated' } })
    const before = await members()
    for (const personId of [stranger.personId, (await makeAdvisor()).personId, left.personId, newId()]) {
      const refusal = { reason: 'not-found', fields: { personId: 'errors.unknown' } }
      await expect(addMember(kari, { projectId: project.id, personId, role: 'project_owner' })).rejects.toMatchObject(refusal)
    }
    expect(await members()).toEqual(before)
  })

  test('always have a manager among them', async () => {
    const ola = await colleague()
    const manager = (personId: string) => ({ projectId: project.id, personId, role: 'project_manager' as const })
    const last = { reason: 'conflict', fields: { role: 'errors.lastManager' } }
    await expect(removeMember(kari, manager(kari.personId))).rejects.toMatchObject(last)
    await addMember(kari, manager(ola.personId))
    await removeMember(kari, manager(kari.personId))
    await expect(removeMember(ola, manager(ola.personId))).rejects.toMatchObject(last)
    expect((await members()).filter(({ role }) => role === 'project_manager')).toEqual([
      { personId: ola.personId, role: 'project_manager' },
    ])
  })

  test('are not chosen from outside, nor by colleagues without a role', async () => {
    const before = await members()
    const [ola, stranger] = [await colleague(), await makeStaff({ roles: ['member', 'municipality_admin'] })]
    for (const run of [addMember, removeMember]) {
      const owning = { projectId: project.id, role: 'project_owner' as const }
      await expect(run(ola, { ...owning, personId: ola.personId })).rejects.toMatchObject(forbidden)
      for (const actor of [stranger, visitor])
        await expect(run(actor, { ...owning, personId: kari.personId })).rejects.toMatchObject(notFound)
    }
    expect(await members()).toEqual(before)
    expect(await trail()).toEqual([])
  })

  test('are chosen by name and role', () => {
    const chosen = memberInput.safeParse({ projectId: project.id, personId: '', role: 'sjef' })
    expect(chosen.error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
      ['personId', 'errors.required'],
      ['role', 'errors.required'],
    ])
    for (const role of Object.values(ProjectRole))
      expect(memberInput.safeParse({ projectId: project.id, personId: kari.personId, role }).success).toBe(true)
  })
})

test('who only supports a project gives nobody a role, and a manager names no owner', async () => {
  const manager = await makeStaff()
  const project = await makeProject(await makeStaff({ municipality: manager.municipality }))
  const support = await makeStaff({ municipality: manager.municipality })
  const own = { municipalityId: manager.municipality.id, projectId: project.id }
  await owner().projectMember.createMany({
    data: [
      { ...own, personId: manager.personId, role: 'project_manager' },
      { ...own, personId: support.personId, role: 'project_support' },
    ],
  })
  const give = (actor: typeof manager, role: 'project_owner' | 'benefit_owner') =>
    addMember(actor, { projectId: project.id, personId: support.personId, role })
  for (const role of ['project_owner', 'benefit_owner'] as const)
    await expect(give(support, role)).rejects.toMatchObject({ fields: { role: 'errors.mayNotGiveRole' } })
  await expect(give(manager, 'project_owner')).rejects.toMatchObject({ fields: { role: 'errors.mayNotGiveRole' } })
  await give(manager, 'benefit_owner')
  expect(await owner().projectMember.count({ where: { projectId: project.id, personId: support.personId } })).toBe(2)
})
