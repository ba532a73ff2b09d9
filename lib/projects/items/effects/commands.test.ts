import { describe, expect, test } from 'vitest'
import { type Actor, visitor } from '@/lib/platform/actor'
import { addDays, dateOf, isoDate, today } from '@/lib/platform/dates'
import { searchQuery } from '@/lib/search/input'
import { searchAll } from '@/lib/search/queries'
import { addItem, itemSent, makeCollaboration, makeProject, makeStaff, owner } from '@/lib/testing/builders'
import type { Typed } from '@/lib/testing/sample'
import { saveItem } from '../commands'
import { deleteItem, restoreItem } from '../deletion/commands'

/** The titles of the lessons that somebody finds. */
async function found(actor: Actor, q: string): Promise<string[]> {
  const { hits } = await searchAll(actor, searchQuery.parse({ q, type: 'erfaring' }))
  return hits.map(({ title }) => title.map(({ text }) => text).join(''))
}

describe('a lesson', () => {
  const title = 'Avtal flommarkører med veivesenet'

  test('is found by those who may read it, as it stands now', async () => {
    const [kari, partner, stranger] = [await makeStaff(), await makeStaff(), await makeStaff()]
    await makeCollaboration([kari.municipality, partner.municipality])
    const project = await makeProject(kari)
    const { id } = await addItem(kari, project, 'lesson', { title })
    const change = (version: number, typed: Typed) =>
      saveItem(kari, itemSent(kari, project, { kind: 'lesson', id, version }, { title, ...typed }))
    const finders = async (q = 'flommarkører') =>
      Promise.all([kari, partner, stranger, visitor].map(async (actor) => (await found(actor, q)).length))
    expect(await finders()).toEqual([1, 0, 0, 0])
    await change(1, { visibility: 'collaboration' })
    expect(await finders()).toEqual([1, 1, 0, 0])
    await change(2, { visibility: 'municipalities' })
    expect(await finders()).toEqual([1, 1, 1, 0])
    await change(3, { visibility: 'open', title: 'Avtal brøytestikker', technologies: 'Snøradar', cause: 'Sauegjerde' })
    expect(await finders()).toEqual([0, 0, 0, 0])
    for (const q of ['brøytestikker', 'snøradar', 'sauegjerde']) expect(await finders(q), q).toEqual([1, 1, 1, 1])
    await change(4, { visibility: 'municipality' })
    expect(await finders()).toEqual([1, 0, 0, 0])
  })

  test('that is deleted is found by nobody, and again by all when it is put back', async () => {
    const [kari, stranger] = [await makeStaff(), await makeStaff()]
    const project = await makeProject(kari)
    const { id } = await addItem(kari, project, 'lesson', { title: 'Sjekk kumlokkene', visibility: 'municipalities' })
    expect(await found(stranger, 'kumlokkene')).toEqual(['Sjekk kumlokkene'])
    const { deletedId } = await deleteItem(kari, { projectId: project.id, kind: 'lesson', id, version: 1 })
    for (const actor of [kari, stranger]) expect(await found(actor, 'kumlokkene')).toEqual([])
    await restoreItem(kari, { projectId: project.id, deletedId })
    expect(await found(stranger, 'kumlokkene')).toEqual(['Sjekk kumlokkene'])
  })
})

describe('an uncertainty', () => {
  async function judged() {
    const kari = await makeStaff()
    const project = await makeProject(kari)
    const { id } = await addItem(kari, project, 'uncertainty', { probability: '2', consequence: '5' })
    let version = 0
    const change = (typed: Typed) => {
      version += 1
      return saveItem(kari, itemSent(kari, project, { kind: 'uncertainty', id, version }, typed))
    }
    const history = async () =>
      (await owner().uncertaintyAssessment.findMany({ where: { uncertaintyId: id }, orderBy: { assessedOn: 'asc' } })).map(
        (one) => [isoDate(one.assessedOn), one.probability, one.consequence, one.probabilityAfter, one.consequenceAfter],
      )
    return { id, change, history }
  }

  test('remembers how it was judged when it was found', async () => {
    const { history } = await judged()
    expect(await history()).toEqual([[today(), 2, 5, 1, 4]])
  })

  test('is judged anew when a factor changes, and not when words do', async () => {
    const { id, change, history } = await judged()
    const lastWeek = addDays(today(), -7)
    await owner().uncertaintyAssessment.updateMany({ where: { uncertaintyId: id }, data: { assessedOn: dateOf(lastWeek) } })
    const first = [lastWeek, 2, 5, 1, 4]
    await change({ title: 'Leverandøren kjøpes opp', status: 'actions_done' })
    expect(await history()).toEqual([first])
    await change({ probability: '3' })
    expect(await history()).toEqual([first, [today(), 3, 5, 1, 4]])
    await change({ probability: '3', cause: 'Rykter' })
    expect(await history()).toHaveLength(2)
    await change({ probability: '3', consequenceAfter: '1' })
    expect(await history()).toEqual([first, [today(), 3, 5, 1, 1]])
  })
})
