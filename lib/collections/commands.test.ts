import { describe, expect, test } from 'vitest'
import { type Actor, type Advisor, visitor } from '@/lib/platform/actor'
import { transaction } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { makeAdvisor, makeProject, makeReport, makeStaff, owner } from '@/lib/testing/builders'
import {
  addItem,
  addSection,
  changeCollection,
  changeSection,
  deleteCollection,
  makeCollection,
  moveItem,
  moveSection,
  removeItem,
  removeSection,
  setStatus,
} from './commands'
import { collectionList, guideBySlug, guideToEdit } from './queries'

async function begun(advisor: Advisor, title = 'Digital byggesak') {
  const { collectionId } = await makeCollection(advisor, { title, lead: 'For deg som skal i gang.', themeCode: 'byggesak' })
  return collectionId
}
const at = async (collectionId: string) => {
  const { version } = await owner().collection.findUniqueOrThrow({ where: { id: collectionId } })
  return { collectionId, version }
}
const slugOf = async (id: string) => (await owner().collection.findUniqueOrThrow({ where: { id } })).slug
const section = (title: string) => ({ title, phaseCode: 'concept' as const, advice: 'Mål først.' })

async function withExamples() {
  const [advisor, kari] = [await makeAdvisor(), await makeStaff()]
  const collectionId = await begun(advisor)
  await addSection(advisor, { ...(await at(collectionId)), ...section('Mål dekningen') })
  const sectionId = (await guideToEdit(advisor, collectionId, ''))?.guide.sections[0]?.id ?? ''
  const shared = await makeReport(kari, await makeProject(kari), { visibility: 'municipalities' })
  const open = await makeReport(kari, await makeProject(kari), { visibility: 'open' })
  for (const { slug } of [shared, open])
    await addItem(advisor, { ...(await at(collectionId)), sectionId, slug, partKind: null, note: 'Les denne.' })
  return { advisor, kari, collectionId, sectionId, shared, open }
}
const read = async (actor: Actor, collectionId: string) => guideBySlug(actor, await slugOf(collectionId))

describe('a guide', () => {
  test('is a draft for advisors until it is published; then everybody reads it, until it is taken back', async () => {
    const { advisor, kari, collectionId } = await withExamples()
    const listed = async (actor: Actor) => {
      const first = await collectionList(actor, { tema: '', side: 1 })
      const pages = await Promise.all(
        Array.from({ length: first.pageCount }, (_, index) => collectionList(actor, { tema: '', side: index + 1 })),
      )
      return pages.flatMap(({ collections }) => collections).some(({ id }) => id === collectionId)
    }
    for (const actor of [kari, visitor]) {
      expect(await read(actor, collectionId)).toBeNull()
      expect(await listed(actor)).toBe(false)
    }
    expect(await listed(advisor)).toBe(true)
    await setStatus(advisor, { ...(await at(collectionId)), status: 'published' })
    for (const actor of [kari, visitor]) {
      expect(await read(actor, collectionId)).toMatchObject({ title: 'Digital byggesak', status: 'published' })
      expect(await listed(actor)).toBe(true)
    }
    await setStatus(advisor, { ...(await at(collectionId)), status: 'draft' })
    expect(await read(visitor, collectionId)).toBeNull()
  })

  test('shows each reader the examples they may read', async () => {
    const { advisor, kari, collectionId, shared, open } = await withExamples()
    await setStatus(advisor, { ...(await at(collectionId)), status: 'published' })
    const slugs = async (actor: Actor) =>
      (await read(actor, collectionId))?.sections.flatMap(({ items }) => items.map(({ report }) => report.slug))
    expect(await slugs(kari)).toEqual([shared.slug, open.slug])
    expect(await slugs(visitor)).toEqual([open.slug])
    await owner().experienceReport.update({ where: { id: open.id }, data: { status: 'withdrawn' } })
    expect(await slugs(visitor)).toEqual([])
  })

  test('is written by advisors alone, also where the policies are asked', async () => {
    const { kari, collectionId, sectionId } = await withExamples()
    const noLonger: Advisor = { ...(await makeAdvisor()), roles: [] }
    const version = await at(collectionId)
    for (const actor of [visitor, kari, noLonger]) {
      await expect(makeCollection(actor, { title: 'Min', lead: '', themeCode: null })).rejects.toMatchObject({
        reason: 'forbidden',
      })
      await expect(setStatus(actor, { ...version, status: 'published' })).rejects.toMatchObject({ reason: 'forbidden' })
      await expect(changeSection(actor, { ...version, sectionId, ...section('Min') })).rejects.toMatchObject({
        reason: 'forbidden',
      })
    }
    await expect(
      transaction(kari, (tx) => tx.collection.createMany({ data: [{ slug: newId(), title: 'Min', lead: '' }] })),
    ).rejects.toThrow(/row-level security/)
  })

  test('the second to save is told, and nothing is overwritten', async () => {
    const [advisor, other] = [await makeAdvisor(), await makeAdvisor('Anne Lie')]
    const collectionId = await begun(advisor)
    const version = await at(collectionId)
    await changeCollection(advisor, { ...version, title: 'Ny tittel', lead: '', themeCode: null })
    await expect(changeCollection(other, { ...version, title: 'Min tittel', lead: '', themeCode: null })).rejects.toMatchObject({
      reason: 'conflict',
      meanwhile: { values: { title: 'Ny tittel' } },
    })
    await expect(addSection(other, { ...version, ...section('For sent') })).rejects.toMatchObject({ reason: 'conflict' })
    expect((await guideToEdit(advisor, collectionId, ''))?.guide).toMatchObject({ title: 'Ny tittel', sections: [] })
  })

  test('its sections and examples are ordered, changed and taken away', async () => {
    const { advisor, collectionId, sectionId, shared, open } = await withExamples()
    await addSection(advisor, { ...(await at(collectionId)), ...section('Begynn smått') })
    const guide = async () => (await guideToEdit(advisor, collectionId, ''))?.guide
    const titles = async () => (await guide())?.sections.map(({ title }) => title)
    await moveSection(advisor, { ...(await at(collectionId)), sectionId, direction: 'down' })
    expect(await titles()).toEqual(['Begynn smått', 'Mål dekningen'])
    await changeSection(advisor, { ...(await at(collectionId)), sectionId, ...section('Mål nettet') })
    const items = async () => (await guide())?.sections[1]?.items ?? []
    await moveItem(advisor, { ...(await at(collectionId)), itemId: (await items())[1]?.id ?? '', direction: 'up' })
    expect((await items()).map(({ report }) => report.slug)).toEqual([open.slug, shared.slug])
    await removeItem(advisor, { ...(await at(collectionId)), itemId: (await items())[0]?.id ?? '' })
    expect((await items()).map(({ report }) => report.slug)).toEqual([shared.slug])
    await removeSection(advisor, { ...(await at(collectionId)), sectionId })
    expect(await titles()).toEqual(['Begynn smått'])
    expect(await owner().collectionItem.count({ where: { sectionId } })).toBe(0)
  })

  test('offers as a template only a part that the report shares', async () => {
    const { advisor, collectionId, sectionId, open } = await withExamples()
    const example = { sectionId, slug: open.slug, note: '' }
    await addItem(advisor, { ...(await at(collectionId)), ...example, partKind: 'checklist' })
    await owner().reportPart.deleteMany({ where: { reportId: open.id, kind: 'milestones' } })
    await expect(addItem(advisor, { ...(await at(collectionId)), ...example, partKind: 'milestones' })).rejects.toMatchObject({
      fields: { partKind: 'errors.partNotShared' },
    })
    const canTake = async () => (await read(advisor, collectionId))?.sections[0]?.items.map((item) => item.canTake)
    expect(await canTake()).toEqual([false, false, true])
    await owner().reportPart.deleteMany({ where: { reportId: open.id } })
    expect(await canTake()).toEqual([false, false, false])
  })

  test('an empty one is not published, and a published one is not deleted', async () => {
    const advisor = await makeAdvisor()
    const collectionId = await begun(advisor)
    await expect(setStatus(advisor, { ...(await at(collectionId)), status: 'published' })).rejects.toMatchObject({
      fields: { status: 'errors.guideIsEmpty' },
    })
    await addSection(advisor, { ...(await at(collectionId)), ...section('Mål') })
    await setStatus(advisor, { ...(await at(collectionId)), status: 'published' })
    await expect(deleteCollection(advisor, await at(collectionId))).rejects.toMatchObject({ reason: 'conflict' })
    await setStatus(advisor, { ...(await at(collectionId)), status: 'draft' })
    await deleteCollection(advisor, await at(collectionId))
    expect(await owner().collection.count({ where: { id: collectionId } })).toBe(0)
  })

  test('two of the same name have addresses of their own', async () => {
    const advisor = await makeAdvisor()
    const ids = [await begun(advisor, 'Vått og bløtt'), await begun(advisor, 'Vått og bløtt')]
    const slugs = await Promise.all(ids.map(slugOf))
    expect(slugs).toEqual(['vatt-og-blott', 'vatt-og-blott-2'])
  })
})
