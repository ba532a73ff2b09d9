import { beforeEach, describe, expect, test } from 'vitest'
import { type Staff, visitor } from '@/lib/platform/actor'
import { transaction } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { makeAdvisor, makeStaff, owner } from '@/lib/testing/builders'
import { changeView, deleteView, saveView } from './commands'
import { changeViewInput, type SaveViewInput, saveViewInput } from './input'
import { savedViews } from './queries'
import { asksForNothing, viewHref, viewTabs } from './rules'

const forbidden = { reason: 'forbidden' }
const notFound = { reason: 'not-found' }
const nameTaken = { reason: 'conflict', fields: { name: 'errors.nameTaken' } }

let kari: Staff
let ola: Staff

beforeEach(async () => {
  kari = await makeStaff()
  ola = await makeStaff({ municipality: kari.municipality, name: 'Ola Nordmann' })
})

const view = (change: Partial<SaveViewInput> = {}): SaveViewInput => ({
  list: 'prosjekter',
  name: 'Store prosjekter',
  query: 'f-budsjett-fra=1000000&sorter=-budsjett',
  isShared: false,
  isStandard: false,
  ...change,
})

async function saved(actor: Staff, change: Partial<SaveViewInput> = {}) {
  const input = view(change)
  await saveView(actor, input)
  const found = (await savedViews(actor, input.list)).find(({ name, isOwn }) => isOwn && name === input.name)
  if (!found) throw new Error('not saved')
  return found
}

const names = async (actor: Staff, list: SaveViewInput['list'] = 'prosjekter') =>
  (await savedViews(actor, list)).map(({ name }) => name)
const standards = async (actor: Staff) =>
  (await savedViews(actor, 'prosjekter')).filter(({ isStandard }) => isStandard).map(({ name }) => name)
const asIs = { query: '', isShared: false, isStandard: false }

describe('a view', () => {
  test('is saved under a name with all that the list shows, and gives its address', async () => {
    const { href } = await saveView(kari, view({ query: 'visning=mine&q=bru&side=3&ok=visning' }))
    const [found] = await savedViews(kari, 'prosjekter')
    expect(found).toMatchObject({ name: 'Store prosjekter', query: 'q=bru', isOwn: true, isShared: false, isStandard: false })
    expect(href).toBe(`/portefolje?visning=${found?.id}&q=bru`)
    expect(await names(kari, 'usikkerhet')).toEqual([])
    expect(await owner().auditEvent.findMany({ where: { subjectId: found?.id } })).toMatchObject([
      { action: 'view.save', actorId: kari.personId, detail: { title: 'Store prosjekter' } },
    ])
  })

  test('has a name that its owner has not used for another of that list', async () => {
    const first = await saved(kari)
    await expect(saveView(kari, view())).rejects.toMatchObject(nameTaken)
    await saveView(kari, view({ list: 'okonomi' }))
    await saveView(ola, view())
    const second = await saved(kari, { name: 'Små' })
    await expect(changeView(kari, { id: second.id, ...asIs, name: first.name ?? '' })).rejects.toMatchObject(nameTaken)
    await changeView(kari, { id: first.id, ...asIs, name: first.name ?? '' })
  })

  test('is renamed and shared without changing what it shows, or is given something else to show', async () => {
    const { id, query } = await saved(kari)
    const renamed = await changeView(kari, { id, name: 'De store', query: '', isShared: true, isStandard: false })
    expect(renamed.href).toBe(`/portefolje?visning=${id}&${query}`)
    expect(await savedViews(kari, 'prosjekter')).toMatchObject([{ id, name: 'De store', query, isShared: true }])
    const { href } = await changeView(kari, {
      id,
      name: 'De store',
      query: 'gruppe=fase&side=2',
      isShared: false,
      isStandard: false,
    })
    expect(href).toBe(`/portefolje?visning=${id}&gruppe=fase`)
    expect(await savedViews(kari, 'prosjekter')).toMatchObject([{ query: 'gruppe=fase', isShared: false }])
  })

  test('is what its owner sees first, one for each list', async () => {
    await saved(kari, { name: 'A', isStandard: true })
    await saved(kari, { name: 'B', isStandard: true })
    await saveView(kari, view({ name: 'C', list: 'okonomi', isStandard: true }))
    await saved(ola, { name: 'D', isStandard: true })
    expect(await standards(kari)).toEqual(['B'])
    const [a] = await savedViews(kari, 'prosjekter')
    await changeView(kari, { id: a?.id ?? '', name: 'A', query: '', isShared: true, isStandard: true })
    expect(await standards(kari)).toEqual(['A'])
    expect((await savedViews(kari, 'okonomi'))[0]?.isStandard).toBe(true)
    // What Kari sees first is not what Ola does, shared or not.
    expect(await standards(ola)).toEqual(['D'])
    await changeView(kari, { id: a?.id ?? '', name: 'A', ...asIs })
    expect(await standards(kari)).toEqual([])
  })

  test('is deleted by its owner', async () => {
    const { id } = await saved(kari, { list: 'okonomi' })
    expect(await deleteView(kari, { id })).toEqual({ path: '/portefolje/okonomi' })
    expect(await names(kari, 'okonomi')).toEqual([])
    await expect(deleteView(kari, { id })).rejects.toMatchObject(notFound)
    await expect(changeView(kari, { id: newId(), name: 'X', ...asIs })).rejects.toMatchObject(notFound)
  })
})

describe('a colleague', () => {
  test('sees what is shared, and only that', async () => {
    await saved(kari, { name: 'Delt', isShared: true })
    await saved(kari, { name: 'Bare min' })
    await saved(ola, { name: 'Olas' })
    expect(await savedViews(ola, 'prosjekter')).toMatchObject([
      { name: 'Delt', isOwn: false },
      { name: 'Olas', isOwn: true },
    ])
    expect(await names(kari)).toEqual(['Bare min', 'Delt'])
  })

  test('changes nothing of it, whatever their role, nor past the commands', async () => {
    const { id } = await saved(kari, { name: 'Delt', isShared: true })
    const tor = await makeStaff({ municipality: kari.municipality, roles: ['member', 'portfolio_manager', 'municipality_admin'] })
    for (const actor of [ola, tor]) {
      await expect(changeView(actor, { id, name: 'Tatt', ...asIs })).rejects.toMatchObject(notFound)
      await expect(deleteView(actor, { id })).rejects.toMatchObject(notFound)
      const reach = await transaction(actor, async (tx) => [
        (await tx.savedView.updateMany({ where: { id }, data: { name: 'Tatt' } })).count,
        (await tx.savedView.deleteMany({ where: { id } })).count,
      ])
      expect(reach).toEqual([0, 0])
    }
    const data = { ...view({ name: 'Lagt inn' }), municipalityId: kari.municipality.id, ownerId: kari.personId }
    await expect(transaction(ola, (tx) => tx.savedView.createMany({ data }))).rejects.toThrow()
    expect(await names(kari)).toEqual(['Delt'])
  })
})

test('others see and save none: another municipality, a visitor, an advisor', async () => {
  const { id } = await saved(kari, { isShared: true })
  const stranger = await makeStaff()
  expect(await names(stranger)).toEqual([])
  await expect(changeView(stranger, { id, name: 'Tatt', ...asIs })).rejects.toMatchObject(notFound)
  await expect(deleteView(stranger, { id })).rejects.toMatchObject(notFound)
  for (const actor of [visitor, await makeAdvisor()]) {
    await expect(saveView(actor, view())).rejects.toMatchObject(forbidden)
    await expect(changeView(actor, { id, name: 'Tatt', ...asIs })).rejects.toMatchObject(forbidden)
    await expect(deleteView(actor, { id })).rejects.toMatchObject(forbidden)
    expect(await transaction(actor, (tx) => tx.savedView.count())).toBe(0)
  }
})

test('the tabs are the ready-made views, then one’s own, then those of colleagues', async () => {
  await saved(ola, { name: 'A fra Ola', isShared: true })
  await saved(kari, { name: 'B fra Kari' })
  const tabs = viewTabs('prosjekter', await savedViews(kari, 'prosjekter'))
  expect(tabs[0]).toMatchObject({ id: 'alle', query: '' })
  expect(tabs.slice(-2).map(({ name }) => name)).toEqual(['B fra Kari', 'A fra Ola'])
  expect(viewTabs('leveranser', []).map(({ id }) => id)).toEqual(['alle'])
  expect(viewHref('/portefolje', { id: 'mine', query: 'visning=x&f-mine=ja' })).toBe('/portefolje?visning=mine&f-mine=ja')
  expect([asksForNothing({}), asksForNothing({ ok: '1' }), asksForNothing({ q: '' })]).toEqual([true, true, false])
})

test('what is typed must have a name of some length, for a list there is', () => {
  const typed = { list: 'prosjekter', name: '  Mine ', query: '', isShared: 'on' }
  expect(saveViewInput.parse(typed)).toEqual({ ...typed, name: 'Mine', isShared: true, isStandard: false })
  for (const change of [{ name: ' ' }, { name: 'x'.repeat(81) }, { list: 'personer' }, { query: 'x'.repeat(4001) }])
    expect(saveViewInput.safeParse({ ...typed, ...change }).success).toBe(false)
  expect(changeViewInput.safeParse({ id: 'alle', name: 'Mine' }).success).toBe(false)
})
