import { beforeEach, describe, expect, test } from 'vitest'
import { type Staff, visitor } from '@/lib/platform/actor'
import { read } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { makeAdvisor, makeProject, makeStaff, owner, type TestProject } from '@/lib/testing/builders'
import { changeMany, undoMany } from './commands'
import { bulkInput } from './input'
import { bulkPreview, valuesNow } from './queries'
import type { BulkFieldName } from './rules'

const forbidden = { reason: 'forbidden' }
const notFound = { reason: 'not-found' }
const conflict = { reason: 'conflict' }

/** Tor manages the portfolio; Per runs the bridge and the road. */
let tor: Staff
let per: Staff
let bridge: TestProject
let road: TestProject
let programmeId: string

beforeEach(async () => {
  per = await makeStaff({ name: 'Per Lien' })
  tor = await makeStaff({ name: 'Tor Ugland', municipality: per.municipality, roles: ['member', 'portfolio_manager'] })
  bridge = await makeProject(per, { title: 'Bru', number: '2026-001', lifecycle: 'active' })
  road = await makeProject(per, { title: 'Vei', number: '2026-002', lifecycle: 'waiting' })
  const data = { municipalityId: per.municipality.id, title: 'Samferdsel' }
  programmeId = (await owner().programme.create({ data, select: { id: true } })).id
})

const both = () => [bridge.id, road.id]
const now = async (field: BulkFieldName) => [...(await read(tor, (tx) => valuesNow(tx, field, both()))).values()]
const preview = (change: Partial<Parameters<typeof bulkPreview>[1]> = {}) =>
  bulkPreview(tor, { id: both(), sporring: '', alle: '', felt: '', verdi: '', ...change })
const latestChange = async () => (await preview()).recent[0]?.id ?? ''
const trail = (projectId: string) =>
  owner().auditEvent.findMany({ where: { projectId, action: 'project.change' }, orderBy: { at: 'asc' } })

describe('a change of many', () => {
  const newValues: [BulkFieldName, () => string][] = [
    ['lifecycle', () => 'stopped'],
    ['themeCode', () => 'vann-og-avlop'],
    ['type', () => 'construction'],
    ['endOn', () => '2029-06-30'],
    ['managerId', () => tor.personId],
    ['programmeId', () => programmeId],
  ]

  test.each(newValues)('of %s reaches each project and its history, and all of it can be undone', async (field, chosen) => {
    const [before, value] = [await now(field), chosen()]
    expect(await changeMany(tor, { ids: both(), field, value })).toEqual({ count: 2 })
    expect(await now(field)).toEqual([value, value])
    for (const [index, id] of both().entries()) {
      expect(await trail(id)).toMatchObject([
        { actorId: tor.personId, detail: { changes: { [field]: [before[index] ?? null, value] } } },
      ])
    }
    expect(await undoMany(tor, { eventId: await latestChange() })).toEqual({ count: 2 })
    expect(await now(field)).toEqual(before)
    expect((await trail(bridge.id)).at(-1)?.detail).toEqual({ changes: { [field]: [value, before[0] ?? null] } })
  })

  test('of the theme is found by it at once', async () => {
    await changeMany(tor, { ids: both(), field: 'themeCode', value: 'skole' })
    const found = await owner().searchDocument.findMany({ where: { projectId: { in: both() } }, select: { themeCode: true } })
    expect(found).toEqual([{ themeCode: 'skole' }, { themeCode: 'skole' }])
  })

  test('leaves alone what has the value already, and tells nobody', async () => {
    expect(await changeMany(tor, { ids: both(), field: 'lifecycle', value: 'waiting' })).toEqual({ count: 1 })
    expect(await trail(road.id)).toEqual([])
    const kept = await owner().project.findUniqueOrThrow({ where: { id: road.id } })
    expect([kept.version, kept.lifecycle]).toEqual([1, 'waiting'])
    expect((await owner().project.findUniqueOrThrow({ where: { id: bridge.id } })).version).toBe(2)
  })

  test('takes the end or the programme away, but nothing that a project must have', async () => {
    await changeMany(tor, { ids: both(), field: 'programmeId', value: programmeId })
    for (const field of ['endOn', 'programmeId'] as const) {
      expect(await changeMany(tor, { ids: both(), field, value: '' })).toEqual({ count: 2 })
      expect(await now(field)).toEqual([null, null])
    }
    for (const field of ['lifecycle', 'themeCode', 'type', 'managerId'] as const)
      await expect(changeMany(tor, { ids: both(), field, value: '' })).rejects.toMatchObject({
        fields: { value: 'errors.required' },
      })
  })

  test('to a day before a project starts leaves that project alone, and says so', async () => {
    await owner().project.update({ where: { id: road.id }, data: { startOn: new Date('2025-01-01'), endOn: null } })
    const before = (await now('endOn'))[0]
    const shown = await preview({ felt: 'endOn', verdi: '2025-06-30' })
    expect(shown.changes).toEqual([[road.id, null, '2025-06-30']])
    expect(await changeMany(tor, { ids: both(), field: 'endOn', value: '2025-06-30' })).toEqual({ count: 1 })
    expect(await now('endOn')).toEqual([before, '2025-06-30'])
    expect(await trail(bridge.id)).toEqual([])
  })

  test('to what is not known is refused beside the field', async () => {
    const stranger = await makeStaff()
    const gone = await makeStaff({ municipality: per.municipality })
    await owner().person.update({ where: { id: gone.personId }, data: { status: 'deactivated' } })
    const data = { municipalityId: stranger.municipality.id, title: 'Deres' }
    const theirs = await owner().programme.create({ data, select: { id: true } })
    const unknown: [BulkFieldName, string, string][] = [
      ['lifecycle', 'paused', 'errors.unknown'],
      ['type', 'boat', 'errors.unknown'],
      ['themeCode', 'sjofart', 'errors.unknown'],
      ['managerId', stranger.personId, 'errors.unknown'],
      ['managerId', gone.personId, 'errors.unknown'],
      ['programmeId', theirs.id, 'errors.unknown'],
      ['endOn', 'i morgen', 'errors.date'],
      ['endOn', '2027-02-30', 'errors.date'],
      ['managerId', 'Per Lien', 'errors.unknown'],
      ['programmeId', 'Samferdsel', 'errors.unknown'],
    ]
    for (const [field, value, said] of unknown)
      await expect(changeMany(tor, { ids: both(), field, value }), value).rejects.toMatchObject({
        ...notFound,
        fields: { value: said },
      })
  })

  test('reaches only projects of the own municipality, whatever is sent', async () => {
    const stranger = await makeStaff()
    const theirs = await makeProject(stranger, { visibility: 'open' })
    const ids = [theirs.id, bridge.id, newId()]
    expect(await changeMany(tor, { ids, field: 'lifecycle', value: 'closed' })).toEqual({ count: 1 })
    expect(await owner().project.findUniqueOrThrow({ where: { id: theirs.id } })).toMatchObject({
      lifecycle: 'active',
      version: 1,
    })
    expect((await preview({ id: ids })).ids).toEqual([bridge.id])
  })

  test('is for the portfolio manager and the administrator', async () => {
    const change = { ids: both(), field: 'lifecycle', value: 'closed' } as const
    await changeMany(tor, { ...change, ids: [bridge.id] })
    const eventId = await latestChange()
    const stranger = await makeStaff({ roles: ['member', 'portfolio_manager', 'municipality_admin'] })
    for (const actor of [
      per,
      await makeStaff({ municipality: per.municipality, roles: ['portfolio_reader'] }),
      visitor,
      await makeAdvisor(),
    ]) {
      await expect(changeMany(actor, change)).rejects.toMatchObject(forbidden)
      await expect(undoMany(actor, { eventId })).rejects.toMatchObject(forbidden)
    }
    expect(await changeMany(stranger, change)).toEqual({ count: 0 })
    await expect(undoMany(stranger, { eventId })).rejects.toMatchObject(notFound)
    const admin = await makeStaff({ municipality: per.municipality, roles: ['municipality_admin'] })
    expect(await undoMany(admin, { eventId })).toEqual({ count: 1 })
    expect(await now('lifecycle')).toEqual(['active', 'waiting'])
  })

  test('is read from a form: at least one project, one of the fields', () => {
    const typed = { ids: both().join(','), field: 'lifecycle', value: ' closed ' }
    expect(bulkInput.parse(typed)).toEqual({ ids: both(), field: 'lifecycle', value: 'closed' })
    for (const change of [{ ids: '' }, { ids: 'alle' }, { field: 'title' }, { field: 'municipalityId' }])
      expect(bulkInput.safeParse({ ...typed, ...change }).success).toBe(false)
  })
})

describe('undoing', () => {
  test('puts back only what nobody has changed since', async () => {
    await changeMany(tor, { ids: both(), field: 'lifecycle', value: 'closed' })
    await owner().project.update({ where: { id: road.id }, data: { lifecycle: 'stopped' } })
    expect(await undoMany(tor, { eventId: await latestChange() })).toEqual({ count: 1 })
    expect(await now('lifecycle')).toEqual(['active', 'stopped'])
  })

  test('is done once', async () => {
    await changeMany(tor, { ids: both(), field: 'lifecycle', value: 'closed' })
    const eventId = await latestChange()
    expect((await preview()).recent).toMatchObject([{ id: eventId, field: 'lifecycle', count: 2, isUndone: false }])
    await undoMany(tor, { eventId })
    expect((await preview()).recent).toMatchObject([{ id: eventId, isUndone: true }])
    await changeMany(tor, { ids: both(), field: 'lifecycle', value: 'closed' })
    await expect(undoMany(tor, { eventId })).rejects.toMatchObject(conflict)
    expect(await now('lifecycle')).toEqual(['closed', 'closed'])
    await expect(undoMany(tor, { eventId: newId() })).rejects.toMatchObject(notFound)
  })

  test('gives a project with several managers all of them back, and a project without any none', async () => {
    const member = {
      municipalityId: per.municipality.id,
      projectId: bridge.id,
      personId: tor.personId,
      role: 'project_manager' as const,
    }
    await owner().projectMember.create({ data: member })
    await owner().projectMember.deleteMany({ where: { projectId: road.id, role: 'project_manager' } })
    const before = await now('managerId')
    expect([before[0]?.split(',').toSorted(), before[1]]).toEqual([[per.personId, tor.personId].toSorted(), null])
    const ola = await makeStaff({ municipality: per.municipality, name: 'Ola' })
    await changeMany(tor, { ids: both(), field: 'managerId', value: ola.personId })
    expect(await now('managerId')).toEqual([ola.personId, ola.personId])
    const owners = await owner().projectMember.count({ where: { projectId: { in: both() }, role: 'project_owner' } })
    expect(owners).toBe(2)
    await undoMany(tor, { eventId: await latestChange() })
    expect(await now('managerId')).toEqual(before)
  })
})

describe('before it is done', () => {
  test('it is shown what would change, by the names of the projects', async () => {
    const shown = await preview({ felt: 'lifecycle', verdi: 'waiting' })
    expect(shown).toMatchObject({ ids: both(), changes: [[bridge.id, 'active', 'waiting']], changeCount: 1 })
    expect([...shown.titles.values()]).toEqual(['Bru', 'Vei'])
    expect(shown.people.map(({ name }) => name)).toEqual(['Per Lien', 'Tor Ugland'])
    expect(shown.programmes).toEqual([{ id: programmeId, title: 'Samferdsel' }])
    expect(await now('lifecycle')).toEqual(['active', 'waiting'])
  })

  test('every hit of a list can be chosen at once', async () => {
    expect((await preview({ id: [], alle: '1' })).ids).toEqual(both())
    expect((await preview({ id: [], alle: '1', sporring: 'f-tilstand=waiting&side=7' })).ids).toEqual([road.id])
  })
})
