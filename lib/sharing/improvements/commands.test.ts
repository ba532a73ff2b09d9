import { describe, expect, test } from 'vitest'
import { visitor } from '@/lib/platform/actor'
import { addDays, dateOf, isoDate } from '@/lib/platform/dates'
import { read, transaction } from '@/lib/platform/db'
import { makeAdvisor, makeStaff, owner } from '@/lib/testing/builders'
import {
  add,
  answer,
  answersTo,
  asked,
  beginExchange as begin,
  milestones,
  offer,
  part,
  publish,
  receive,
  received,
  rename,
  startOn,
  titles,
} from '@/lib/testing/exchange'
import { heldParts } from '../held/queries'
import { answerSuggestions } from './commands'
import { answerOffer } from './offers/commands'
import { improvementsPage, improvementsWaiting } from './queries'

describe('what the source improves', () => {
  test('is suggested to those who hold it, and changes nothing by itself', async () => {
    const source = await begin()
    const copy = await begin(source)
    expect(await asked(copy)).toEqual([])
    const before = await milestones(copy)
    await rename(source, 'Leverandør valgt', 'Leverandør valgt og varslet')
    await add(source, 'Alle skoler er med')
    expect(await asked(copy)).toEqual([])
    await publish(source)
    expect(await asked(copy)).toEqual([
      ['changed', false],
      ['added', false],
    ])
    expect(await milestones(copy)).toEqual(before)
    const waiting = await read(copy.staff, (tx) => improvementsWaiting(tx, [{ id: copy.project.id, title: 'Kopi' }]))
    expect(waiting).toEqual([{ project: { id: copy.project.id, title: 'Kopi' }, suggestions: 2, offers: 0 }])
  })

  test('taken: the copy says what the source says, with its own dates, and is not asked again', async () => {
    const source = await begin()
    const copy = await begin(source)
    await rename(source, 'Leverandør valgt', 'Leverandør valgt og varslet')
    await add(source, 'Alle skoler er med')
    await owner().milestone.deleteMany({ where: { projectId: source.project.id, title: 'Første søknad på nett' } })
    await publish(source)
    expect(await answer(copy, 'taken')).toEqual({ taken: 3 })
    expect(await titles(copy)).toEqual(['Leverandør valgt og varslet', 'Alle skoler er med'])
    const [there, here] = [await milestones(source), await milestones(copy)]
    const shift = (rows: typeof here, from: string) => rows.map((row) => (+row.plannedOn - +new Date(from)) / 86_400_000)
    expect(shift(here, startOn)).toEqual(shift(there, '2026-01-12'))
    expect(here.map((row) => row.sourceItemKey)).toEqual(there.map((row) => row.id))
    expect(await asked(copy)).toEqual([])
    expect(await answer(copy, 'taken')).toEqual({ taken: 0 })
    // What was taken away can be put back.
    expect(await owner().deletedItem.findMany({ where: { projectId: copy.project.id }, select: { title: true } })).toEqual([
      { title: 'Første søknad på nett' },
    ])
    expect(await owner().auditEvent.count({ where: { projectId: copy.project.id, action: 'improvement.answer' } })).toBe(2)
  })

  test('every kind of part takes in what has changed', async () => {
    const source = await begin()
    const copy = await begin(source)
    const where = { projectId: source.project.id }
    await owner().uncertainty.updateMany({ where, data: { cause: 'Kø hos Skatteetaten', probability: 5 } })
    const { id: uncertaintyId } = await owner().uncertainty.findFirstOrThrow({ where })
    await owner().uncertaintyAction.create({
      data: { municipalityId: source.staff.municipality.id, uncertaintyId, text: 'Ringe dem' },
    })
    await owner().deliverable.updateMany({ where, data: { quality: 'Klarspråk' } })
    await owner().benefit.updateMany({ where, data: { howRealised: 'Færre vikarer' } })
    await owner().indicator.updateMany({ where: { benefit: where }, data: { targetValue: 120 } })
    await owner().checklistItem.updateMany({ where, data: { isMandatory: true } })
    await owner().projectPhase.updateMany({ where, data: { plannedEndOn: dateOf('2028-01-12') } })
    await publish(source)
    const held = await read(copy.staff, (tx) => heldParts(tx, copy.project.id))
    const changed = held.filter((one) => one.suggestions.length > 0).map((one) => one.kind)
    expect(changed.sort()).toEqual(['benefits', 'checklist', 'deliverables', 'phases', 'uncertainties'])
    for (const kind of changed) await answer(copy, 'taken', kind)
    const after = await read(copy.staff, (tx) => heldParts(tx, copy.project.id))
    expect(after.flatMap((one) => [...one.suggestions, ...one.local])).toEqual([])
    const risk = await owner().uncertainty.findFirstOrThrow({ where: { projectId: copy.project.id }, include: { actions: true } })
    expect([risk.cause, risk.probability, risk.status]).toEqual(['Kø hos Skatteetaten', 5, 'identified'])
    expect(risk.actions.map((one) => one.text).sort()).toEqual(['Ringe dem', 'Søke om tilgang i god tid'])
    const phases = await owner().projectPhase.findMany({ where: { projectId: copy.project.id } })
    expect(new Set(phases.map((one) => one.plannedEndOn && isoDate(one.plannedEndOn)))).toEqual(new Set([addDays(startOn, 730)]))
  })

  test('kept: stays as it is, until the source changes it again; later waits without being counted', async () => {
    const source = await begin()
    const copy = await begin(source)
    await rename(copy, 'Leverandør valgt', 'Vi har valgt')
    await rename(source, 'Leverandør valgt', 'Leverandør valgt og varslet')
    await publish(source)
    expect(await asked(copy)).toEqual([['changed', true]])
    await answer(copy, 'later')
    expect(await asked(copy)).toEqual([])
    expect((await part(copy)).suggestions).toHaveLength(1)
    await answer(copy, 'kept')
    expect((await part(copy)).suggestions).toEqual([])
    expect(await titles(copy)).toContain('Vi har valgt')
    await rename(source, 'Leverandør valgt og varslet', 'Avtalen er signert')
    await publish(source)
    expect(await asked(copy)).toEqual([['changed', true]])
    const [suggestion] = (await part(copy)).suggestions
    expect([suggestion?.base, suggestion?.theirs, suggestion?.mine]).toMatchObject([
      { title: 'Leverandør valgt og varslet' },
      { title: 'Avtalen er signert' },
      { title: 'Vi har valgt' },
    ])
  })

  test('an answer to a version that is no longer the latest is refused', async () => {
    const source = await begin()
    const copy = await begin(source)
    await rename(source, 'Leverandør valgt', 'Først')
    await publish(source)
    const seen = await part(copy)
    await rename(source, 'Først', 'Så')
    await publish(source)
    const { copiedPartId } = seen
    const stale = answerSuggestions(copy.staff, { projectId: copy.project.id, copiedPartId, answers: answersTo(seen, 'taken') })
    const [mark] = seen.suggestions.map((one) => one.mark)
    await expect(stale).rejects.toMatchObject({
      reason: 'conflict',
      fields: { [`answers.${mark}.choice`]: 'errors.changedMeanwhile' },
    })
    expect(await titles(copy)).toContain('Leverandør valgt')
  })

  test('a source that is taken back suggests nothing, and the copy stays', async () => {
    const source = await begin()
    const copy = await begin(source)
    await rename(source, 'Leverandør valgt', 'Først')
    await publish(source)
    await owner().experienceReport.update({ where: { id: source.report?.id ?? '' }, data: { status: 'withdrawn' } })
    const held = (await improvementsPage(copy.staff, copy.project.id))?.held ?? []
    expect(held.length).toBeGreaterThan(0)
    for (const one of held) expect([one.isOffered, one.suggestions, one.local]).toEqual([false, [], []])
    expect(await titles(copy)).toHaveLength(2)
  })
})

/** What somebody at the source has seen of the offer that waits. */
const shown = async (at: Parameters<typeof received>[0]) =>
  Object.fromEntries((await received(at))?.items.map(({ mark, seen }) => [mark, { seen, fields: {} }]) ?? [])

describe('what is offered back', () => {
  test('is taken by the source, and comes with its next version', async () => {
    const source = await begin()
    const copy = await begin(source)
    await rename(copy, 'Leverandør valgt', 'Leverandør valgt i samråd med styrerne')
    await add(copy, 'Prøvetid med to barnehager')
    await offer(copy, 'Dette hjalp oss')
    expect(await titles(source)).not.toContain('Prøvetid med to barnehager')
    const received = await receive(source, 'take', 'Tusen takk!')
    expect(received).toMatchObject({ municipality: copy.staff.municipality.name, comment: 'Dette hjalp oss', kind: 'milestones' })
    expect((await titles(source)).sort()).toEqual((await titles(copy)).sort())
    const page = await improvementsPage(copy.staff, copy.project.id)
    expect(page?.sent).toMatchObject([{ state: 'taken', answer: 'Tusen takk!' }])
    await publish(source)
    expect((await part(copy)).suggestions).toEqual([])
    expect((await part(copy)).local).toEqual([])
  })

  test('is declined with thanks, and changes nothing', async () => {
    const source = await begin()
    const copy = await begin(source)
    await add(copy, 'Prøvetid med to barnehager')
    await offer(copy)
    const before = await milestones(source)
    await receive(source, 'decline', 'Takk, men vi har det annerledes')
    expect(await milestones(source)).toEqual(before)
    expect((await improvementsPage(copy.staff, copy.project.id))?.sent).toMatchObject([
      { state: 'declined', answer: 'Takk, men vi har det annerledes' },
    ])
  })

  test('is read by the two alone, and answered by the source alone, once', async () => {
    const source = await begin()
    const copy = await begin(source)
    const third = await begin(source)
    await add(copy, 'Prøvetid med to barnehager')
    const { offerId } = await offer(copy)
    const seen = (actor: Parameters<typeof read>[0]) => read(actor, (tx) => tx.improvementOffer.count())
    expect(await Promise.all([source.staff, copy.staff].map(seen))).toEqual([1, 1])
    for (const actor of [third.staff, await makeAdvisor(), visitor]) expect(await seen(actor)).toBe(0)
    const yes = { choice: 'take' as const, items: ['i0'], answer: '', answers: await shown(source) }
    for (const place of [copy, third]) {
      const attempt = answerOffer(place.staff, { ...yes, projectId: place.project.id, offerId })
      await expect(attempt).rejects.toMatchObject({ reason: 'not-found' })
    }
    const colleague = await makeStaff({ municipality: source.staff.municipality })
    const attempt = answerOffer(colleague, { ...yes, projectId: source.project.id, offerId })
    await expect(attempt).rejects.toMatchObject({ reason: 'forbidden' })
    const forged = transaction(copy.staff, (tx) => tx.improvementOffer.updateMany({ data: { answer: 'Ja' } }))
    expect((await forged).count).toBe(0)
    const both = [0, 1].map(() => answerOffer(source.staff, { ...yes, projectId: source.project.id, offerId }))
    expect((await Promise.allSettled(both)).map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await titles(source)).toHaveLength(3)
  })
})

describe('others', () => {
  test('see neither what is suggested to a municipality nor what it answered', async () => {
    const source = await begin()
    const copy = await begin(source)
    await rename(source, 'Leverandør valgt', 'Først')
    await publish(source)
    await answer(copy, 'kept')
    for (const actor of [source.staff, await makeStaff(), await makeAdvisor(), visitor]) {
      expect(await improvementsPage(actor, copy.project.id)).toBeNull()
      expect(await read(actor, (tx) => tx.improvementAnswer.count())).toBe(0)
    }
    expect(await read(copy.staff, (tx) => tx.improvementAnswer.count())).toBe(1)
  })

  test('who do not run the project neither answer nor offer', async () => {
    const source = await begin()
    const copy = await begin(source)
    await rename(source, 'Leverandør valgt', 'Først')
    await publish(source)
    const colleague = await makeStaff({ municipality: copy.staff.municipality })
    await expect(answer({ ...copy, staff: colleague }, 'taken')).rejects.toMatchObject({ reason: 'forbidden' })
    await add(copy, 'Noe nytt')
    await expect(offer({ ...copy, staff: colleague })).rejects.toMatchObject({ reason: 'forbidden' })
  })
})
