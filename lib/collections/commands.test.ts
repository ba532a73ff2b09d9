import { describe, expect, test } from 'vitest'
import { fromPlain } from '@/lib/experiences/text/rules'
import { type Actor, type Advisor, visitor } from '@/lib/platform/actor'
import { transaction } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { searchQuery } from '@/lib/search/input'
import { searchAll } from '@/lib/search/queries'
import { makeAdvisor, makeLesson, makeProject, makeReport, makeStaff, owner } from '@/lib/testing/builders'
import {
  addSection,
  changeCollection,
  changeSection,
  deleteCollection,
  makeCollection,
  moveSection,
  removeSection,
  setStatus,
} from './commands'
import { guideBySlug, guideToEdit } from './guide/queries'
import { otherItemInput, sectionInput } from './input'
import { addItem, addOtherItem, changeItemNote, moveItem, removeItem } from './items/commands'
import { collectionList } from './queries'

async function begun(advisor: Advisor, title = 'Digital byggesak') {
  const { collectionId } = await makeCollection(advisor, { title, lead: 'For deg som skal i gang.', themeCode: 'byggesak' })
  return collectionId
}
const at = async (collectionId: string) => {
  const { version } = await owner().collection.findUniqueOrThrow({ where: { id: collectionId } })
  return { collectionId, version }
}
const slugOf = async (id: string) => (await owner().collection.findUniqueOrThrow({ where: { id } })).slug
const pathOf = ({ slug }: { slug: string }) => `/erfaringer/${slug}`
const section = (title: string) => ({ title, phaseCode: 'concept' as const, advice: fromPlain('Mål først.') })

async function withExamples() {
  const [advisor, kari] = [await makeAdvisor(), await makeStaff()]
  const collectionId = await begun(advisor)
  await addSection(advisor, { ...(await at(collectionId)), ...section('Mål dekningen') })
  const sectionId = (await guideToEdit(advisor, collectionId))?.guide.sections[0]?.id ?? ''
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
      (await read(actor, collectionId))?.sections.flatMap(({ items }) => items.map(({ href }) => href))
    expect(await slugs(kari)).toEqual([shared, open].map(pathOf))
    expect(await slugs(visitor)).toEqual([pathOf(open)])
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
    expect((await guideToEdit(advisor, collectionId))?.guide).toMatchObject({ title: 'Ny tittel', sections: [] })
  })

  test('its sections and examples are ordered, changed and taken away', async () => {
    const { advisor, collectionId, sectionId, shared, open } = await withExamples()
    await addSection(advisor, { ...(await at(collectionId)), ...section('Begynn smått') })
    const guide = async () => (await guideToEdit(advisor, collectionId))?.guide
    const titles = async () => (await guide())?.sections.map(({ title }) => title)
    await moveSection(advisor, { ...(await at(collectionId)), sectionId, direction: 'down' })
    expect(await titles()).toEqual(['Begynn smått', 'Mål dekningen'])
    await changeSection(advisor, { ...(await at(collectionId)), sectionId, ...section('Mål nettet') })
    const items = async () => (await guide())?.sections[1]?.items ?? []
    await moveItem(advisor, { ...(await at(collectionId)), itemId: (await items())[1]?.id ?? '', direction: 'up' })
    expect((await items()).map(({ href }) => href)).toEqual([open, shared].map(pathOf))
    await removeItem(advisor, { ...(await at(collectionId)), itemId: (await items())[0]?.id ?? '' })
    expect((await items()).map(({ href }) => href)).toEqual([pathOf(shared)])
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

  test('has lessons, projects and pages elsewhere as examples too, each where it may be read', async () => {
    const { advisor, kari, collectionId, sectionId } = await withExamples()
    const project = await makeProject(kari, { title: 'Felles måleravlesning', visibility: 'municipalities' })
    const lesson = await makeLesson(kari, project, { title: 'Mål to ganger', visibility: 'open' })
    const own = await makeProject(kari)
    const add = async (address: string, linkTitle = '') =>
      addOtherItem(advisor, otherItemInput.parse({ ...(await at(collectionId)), sectionId, address, linkTitle, note: '' }))
    await add(`https://delt.example/prosjekter/${project.id}/plan`)
    await add(`https://delt.example/prosjekter/${project.id}/erfaringer/${lesson.id}`)
    await add('https://www.ks.no/maler', 'Maler hos KS')
    await expect(add(`/prosjekter/${own.id}`)).rejects.toMatchObject({ fields: { address: 'errors.exampleNotShared' } })
    await setStatus(advisor, { ...(await at(collectionId)), status: 'published' })
    const titles = async (actor: Actor) =>
      (await read(actor, collectionId))?.sections.flatMap(({ items }) => items.slice(-3).map(({ title }) => title))
    expect(await titles(await makeStaff())).toEqual(['Felles måleravlesning', 'Mål to ganger', 'Maler hos KS'])
    expect((await titles(visitor))?.slice(-2)).toEqual(['Mål to ganger', 'Maler hos KS'])
    await owner().lesson.delete({ where: { id: lesson.id } })
    expect((await titles(visitor))?.at(-2)).not.toBe('Mål to ganger')
  })

  test('tells visitors how many examples there are for those who sign in, and not which', async () => {
    const { advisor, kari, collectionId, shared } = await withExamples()
    const behind = async (actor: Actor) => (await read(actor, collectionId))?.behindSignIn
    await setStatus(advisor, { ...(await at(collectionId)), status: 'published' })
    expect(await behind(visitor)).toBe(1)
    for (const actor of [advisor, kari, await makeStaff()]) expect(await behind(actor)).toBe(0)
    await owner().experienceReport.update({ where: { id: shared.id }, data: { visibility: 'municipality' } })
    expect(await behind(visitor)).toBe(0)
  })

  test('tells advisors of an example that is no longer shared, which they take out', async () => {
    const { advisor, collectionId, sectionId, shared } = await withExamples()
    await owner().experienceReport.update({ where: { id: shared.id }, data: { status: 'withdrawn' } })
    const part = async () => (await guideToEdit(advisor, collectionId))?.guide.sections[0]
    const [gone] = (await part())?.gone ?? []
    expect([gone?.note, (await part())?.items.length]).toEqual(['Les denne.', 1])
    await changeItemNote(advisor, { ...(await at(collectionId)), itemId: gone?.id ?? '', note: 'Ta ut' })
    expect((await part())?.gone).toMatchObject([{ note: 'Ta ut' }])
    await removeItem(advisor, { ...(await at(collectionId)), itemId: gone?.id ?? '' })
    expect((await part())?.gone).toEqual([])
    expect(await owner().collectionItem.count({ where: { sectionId } })).toBe(1)
  })

  test('gives those of other municipalities the way to copy a part, and is found by the words of its advice', async () => {
    const { advisor, kari, collectionId, sectionId, open } = await withExamples()
    await addItem(advisor, {
      ...(await at(collectionId)),
      ...{ sectionId, slug: open.slug, partKind: 'checklist', note: '' },
    })
    const takes = async (actor: Actor) => (await read(actor, collectionId))?.sections[0]?.items.at(-1)?.takeHref
    await setStatus(advisor, { ...(await at(collectionId)), status: 'published' })
    expect(await takes(await makeStaff())).toBe(`/prosjekter/${open.projectId}/kopier?deler=checklist`)
    for (const actor of [visitor, kari, advisor]) expect(await takes(actor)).toBeNull()
    await changeSection(advisor, {
      ...(await at(collectionId)),
      sectionId,
      ...section('Mål'),
      advice: fromPlain('Bruk klokkespill.'),
    })
    const { hits } = await searchAll(visitor, searchQuery.parse({ q: 'klokkespill' }))
    expect(hits.map(({ href }) => href)).toEqual([`/samlinger/${await slugOf(collectionId)}`])
  })
})

test('advice comes as plain words and as the editor has it; what was changed by itself counts', () => {
  const sent = { collectionId: newId(), version: '1', sectionId: newId(), title: 'Mål', phaseCode: '' }
  const bold = {
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Mål', marks: [{ type: 'bold' }] }] }],
  }
  const parsed = (advice: string) => sectionInput.parse({ ...sent, advice, rich: { advice: JSON.stringify(bold) } }).advice
  expect(parsed('Mål')).toEqual(bold)
  expect(parsed('Mål nå')).toEqual(fromPlain('Mål nå'))
})
