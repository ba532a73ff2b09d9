import { describe, expect, test } from 'vitest'
import { visitor } from '@/lib/platform/actor'
import { today } from '@/lib/platform/dates'
import { saveItem } from '@/lib/projects/items/commands'
import { itemPage } from '@/lib/projects/items/queries'
import { makeStaff, owner } from '@/lib/testing/builders'
import {
  add,
  answer,
  answersTo,
  asked,
  beginExchange as begin,
  milestones,
  offer,
  type Place,
  part,
  publish,
  receive,
  received,
  rename,
  titles,
} from '@/lib/testing/exchange'
import { itemStory } from '../story/queries'
import { answerSuggestions } from './commands'
import { answerOffer } from './offers/commands'

const deliverable = ({ project }: Place) => owner().deliverable.findFirstOrThrow({ where: { projectId: project.id } })
const change = ({ project }: Place, data: { title?: string; quality?: string; acceptance?: string }) =>
  owner().deliverable.updateMany({ where: { projectId: project.id }, data })
const local = async (place: Place, kind = 'milestones') => (await part(place, kind)).local.map(({ item }) => item)

describe('where both have changed an item', () => {
  test('each keeps what the other has not touched', async () => {
    const source = await begin()
    const copy = await begin(source)
    await change(source, { quality: 'Klarspråk' })
    await change(copy, { acceptance: 'Alle klarer det' })
    await publish(source)
    expect((await part(copy, 'deliverables')).suggestions).toMatchObject([{ isBothChanged: true, conflicts: [] }])
    await answer(copy, 'taken', 'deliverables')
    expect(await deliverable(copy)).toMatchObject({ quality: 'Klarspråk', acceptance: 'Alle klarer det' })
    expect((await part(copy, 'deliverables')).suggestions).toEqual([])
    // What is still one's own can be given back.
    expect(await local(copy, 'deliverables')).toMatchObject([{ acceptance: 'Alle klarer det' }])
  })

  test('what both have changed is chosen, and nothing is taken until it is', async () => {
    const source = await begin()
    const copy = await begin(source)
    await change(source, { quality: 'Klarspråk', acceptance: 'Åtte av ti' })
    await change(copy, { quality: 'Lett å lese' })
    await publish(source)
    const [suggestion] = (await part(copy, 'deliverables')).suggestions
    expect(suggestion?.conflicts).toEqual(['quality'])
    const field = `answers.${suggestion?.mark}.fields.quality`
    await expect(answer(copy, 'taken', 'deliverables')).rejects.toMatchObject({ fields: { [field]: 'errors.chooseSide' } })
    expect(await deliverable(copy)).toMatchObject({ quality: 'Lett å lese' })
    await answer(copy, 'taken', 'deliverables', { quality: 'mine' })
    expect(await deliverable(copy)).toMatchObject({ quality: 'Lett å lese', acceptance: 'Åtte av ti' })
  })

  test('what is saved while somebody reads is not written over', async () => {
    const source = await begin()
    const copy = await begin(source)
    await change(source, { quality: 'Klarspråk' })
    await publish(source)
    const seen = await part(copy, 'deliverables')
    await change(copy, { quality: 'Nyere enn det som ble vist' })
    const { copiedPartId, suggestions } = seen
    const late = answerSuggestions(copy.staff, { projectId: copy.project.id, copiedPartId, answers: answersTo(seen, 'taken') })
    await expect(late).rejects.toMatchObject({
      reason: 'conflict',
      fields: { [`answers.${suggestions[0]?.mark}.choice`]: 'errors.changedMeanwhile' },
    })
    expect(await deliverable(copy)).toMatchObject({ quality: 'Nyere enn det som ble vist' })
    // Shown anew, with both.
    expect((await part(copy, 'deliverables')).suggestions).toMatchObject([
      { theirs: { quality: 'Klarspråk' }, mine: { quality: 'Nyere enn det som ble vist' }, conflicts: ['quality'] },
    ])
  })

  test('whoever saves the item at the same moment is waited for', async () => {
    const source = await begin()
    const copy = await begin(source)
    await change(source, { quality: 'Klarspråk' })
    await publish(source)
    const { id, version } = await deliverable(copy)
    const at = { projectId: copy.project.id, kind: 'deliverable' as const, id }
    const page = await itemPage(copy.staff, at)
    const values = { ...page?.values, acceptance: 'Lagret samtidig' }
    const both = [
      answer(copy, 'taken', 'deliverables'),
      saveItem(copy.staff, { ...at, under: '', from: '', version, values: { ...values } }),
    ]
    const [answered, saved] = await Promise.allSettled(both)
    const after = await deliverable(copy)
    // Whichever came first, the other has not undone it.
    if (answered?.status === 'fulfilled') expect(after.quality).toBe('Klarspråk')
    if (saved?.status === 'fulfilled') expect(after.acceptance).toBe('Lagret samtidig')
    expect([answered?.status, saved?.status]).toContain('fulfilled')
  })

  test('an offer is held against what the source has now', async () => {
    const source = await begin()
    const copy = await begin(source)
    await change(copy, { quality: 'Klarspråk', acceptance: 'Alle klarer det' })
    await offer(copy, '', 'deliverables')
    await change(source, { quality: 'Lett å lese' })
    expect((await received(source))?.items).toMatchObject([
      { base: { quality: expect.stringContaining('universell') }, mine: { quality: 'Lett å lese' }, conflicts: ['quality'] },
    ])
    await expect(receive(source, 'take')).rejects.toMatchObject({ fields: { 'answers.i0.fields.quality': 'errors.chooseSide' } })
    await receive(source, 'take', 'Takk!', { quality: 'mine' })
    expect(await deliverable(source)).toMatchObject({ quality: 'Lett å lese', acceptance: 'Alle klarer det' })
  })

  test('an offer on an item that changed since it was read is shown anew', async () => {
    const source = await begin()
    const copy = await begin(source)
    await rename(copy, 'Leverandør valgt', 'Valgt i samråd')
    await offer(copy)
    const waiting = await received(source)
    await rename(source, 'Leverandør valgt', 'Avtale signert')
    const answers = Object.fromEntries(waiting?.items.map(({ mark, seen }) => [mark, { seen, fields: {} }]) ?? [])
    const late = {
      projectId: source.project.id,
      offerId: waiting?.id ?? '',
      choice: 'take' as const,
      items: ['i0'],
      answer: '',
      answers,
    }
    await expect(answerOffer(source.staff, late)).rejects.toMatchObject({ fields: { 'items[]': 'errors.changedMeanwhile' } })
    expect(await titles(source)).toContain('Avtale signert')
  })
})

describe('what is one’s own', () => {
  test('is not what was taken from the source and left as it was', async () => {
    const source = await begin()
    const copy = await begin(source)
    await rename(source, 'Leverandør valgt', 'Andre versjon')
    await publish(source)
    await answer(copy, 'taken')
    await rename(source, 'Andre versjon', 'Tredje versjon')
    await publish(source)
    expect(await local(copy)).toEqual([])
    await answer(copy, 'kept')
    expect([await local(copy), await titles(copy)]).toEqual([[], expect.arrayContaining(['Andre versjon'])])
  })

  test('is not offered twice while it waits, and not without end', async () => {
    const source = await begin()
    const copy = await begin(source)
    await add(copy, 'Prøvetid med to barnehager')
    await offer(copy)
    expect(await local(copy)).toEqual([])
    await receive(source, 'decline')
    expect(await local(copy)).toMatchObject([{ title: 'Prøvetid med to barnehager' }])
    const sent = await owner().improvementOffer.findFirstOrThrow({ where: { toProjectId: source.project.id } })
    const { id: _, items, taken, ...rest } = sent
    const more = Array.from({ length: 19 }, () => ({ ...rest, items: items as object[], taken: taken as object[] }))
    await owner().improvementOffer.createMany({ data: more })
    await expect(offer(copy)).rejects.toMatchObject({ fields: { 'items[]': 'errors.offersUsed' } })
  })

  test('is the source’s as well once it has taken it: what it does to it later is suggested, not added beside it', async () => {
    const source = await begin()
    const copy = await begin(source)
    await add(copy, 'Prøvetid')
    await rename(copy, 'Leverandør valgt', 'Valgt i samråd')
    await offer(copy)
    await receive(source, 'take')
    expect([await asked(copy), await local(copy)]).toEqual([[], []])
    await publish(source)
    expect([await asked(copy), await local(copy)]).toEqual([[], []])
    await rename(source, 'Prøvetid', 'Prøvetid i to måneder')
    await rename(source, 'Valgt i samråd', 'Valgt i samråd med styrerne')
    await publish(source)
    expect(await asked(copy)).toEqual([
      ['changed', false],
      ['changed', false],
    ])
    await answer(copy, 'taken')
    expect((await titles(copy)).sort()).toEqual((await titles(source)).sort())
  })
})

describe('what is taken', () => {
  test('is in the trail, item by item, with what it was', async () => {
    const source = await begin()
    const copy = await begin(source)
    await rename(source, 'Leverandør valgt', 'Avtale signert')
    await add(source, 'Alle skoler er med')
    await owner().milestone.deleteMany({ where: { projectId: source.project.id, title: 'Første søknad på nett' } })
    await publish(source)
    await answer(copy, 'taken')
    const trail = await owner().auditEvent.findMany({
      where: { projectId: copy.project.id, subjectType: 'milestone' },
      orderBy: { at: 'asc' },
      select: { action: true, detail: true },
    })
    expect(trail).toHaveLength(3)
    expect(trail).toEqual(
      expect.arrayContaining([
        {
          action: 'item.change',
          detail: { title: 'Avtale signert', changes: { title: ['Leverandør valgt', 'Avtale signert'] } },
        },
        { action: 'item.create', detail: { title: 'Alle skoler er med', changes: {} } },
        { action: 'item.delete', detail: { title: 'Første søknad på nett' } },
      ]),
    )
  })

  test('away can be put back, also from a checklist', async () => {
    const source = await begin()
    const copy = await begin(source)
    await owner().checklistItem.deleteMany({ where: { projectId: source.project.id, text: 'Prøvd med ti foreldre' } })
    await publish(source)
    await answer(copy, 'taken', 'checklist')
    expect(await owner().checklistItem.count({ where: { projectId: copy.project.id, text: 'Prøvd med ti foreldre' } })).toBe(0)
    expect(
      await owner().deletedItem.findMany({ where: { projectId: copy.project.id }, select: { kind: true, title: true } }),
    ).toEqual([{ kind: 'checklist', title: 'Prøvd med ti foreldre' }])
    expect(await owner().auditEvent.count({ where: { projectId: copy.project.id, action: 'item.delete' } })).toBe(1)
  })

  test('keeps a new judgement of an uncertainty for its history', async () => {
    const source = await begin()
    const copy = await begin(source)
    await owner().uncertainty.updateMany({ where: { projectId: source.project.id }, data: { probability: 5 } })
    await publish(source)
    await answer(copy, 'taken', 'uncertainties')
    const [assessment] = await owner().uncertaintyAssessment.findMany({ where: { uncertainty: { projectId: copy.project.id } } })
    expect(assessment?.probability).toBe(5)
  })

  test('from an offer remembers who gave it, for the two alone', async () => {
    const source = await begin()
    const copy = await begin(source)
    await add(copy, 'Prøvetid')
    await offer(copy)
    await receive(source, 'take')
    const item = (await milestones(source)).find(({ title }) => title === 'Prøvetid')
    const at = { projectId: source.project.id, kind: 'milestone' as const, id: item?.id ?? '' }
    expect(await itemStory(source.staff, at)).toEqual({
      copiedFrom: null,
      thanks: [{ municipality: copy.staff.municipality.name, on: today() }],
    })
    const [first] = (await milestones(copy)).filter((one) => one.copiedPartId)
    const here = { projectId: copy.project.id, kind: 'milestone' as const, id: first?.id ?? '' }
    expect(await itemStory(copy.staff, here)).toMatchObject({
      copiedFrom: { municipality: source.staff.municipality.name, reportSlug: source.report?.slug },
      thanks: [],
    })
    for (const actor of [visitor, await makeStaff()]) expect(await itemStory(actor, at)).toEqual({ copiedFrom: null, thanks: [] })
  })

  test('many at once are taken in one go', async () => {
    const source = await begin()
    const copy = await begin(source)
    for (let n = 0; n < 120; n += 1) await add(source, `Milepæl ${n}`)
    await publish(source)
    expect(await answer(copy, 'taken')).toEqual({ taken: 120 })
    expect((await milestones(copy)).length).toBe(122)
  })
})

describe('a part that is offered no longer', () => {
  test('is told apart from one that the source has emptied', async () => {
    const source = await begin()
    const copy = await begin(source)
    const where = { reportId: source.report?.id ?? '', kind: 'milestones' as const }
    await owner().reportPart.updateMany({ where, data: { content: [], isOffered: false, version: { increment: 1 } } })
    expect(await part(copy)).toMatchObject({ isOffered: false, suggestions: [], local: [] })
    await owner().reportPart.updateMany({ where, data: { isOffered: true, version: { increment: 1 } } })
    expect((await part(copy)).suggestions.map(({ change }) => change)).toEqual(['removed', 'removed'])
  })

  test('nothing is asked about what was left out when the part was copied', async () => {
    const source = await begin()
    const copy = await begin(source)
    await owner().milestone.deleteMany({ where: { projectId: copy.project.id, title: 'Leverandør valgt' } })
    await rename(source, 'Leverandør valgt', 'Avtale signert')
    await publish(source)
    expect(await asked(copy)).toEqual([])
  })
})
