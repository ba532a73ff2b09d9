import { describe, expect, test } from 'vitest'
import { noticePage } from '@/lib/news/queries'
import { read } from '@/lib/platform/db'
import { makeStaff, owner } from '@/lib/testing/builders'
import {
  add,
  answer,
  asked,
  beginExchange,
  beginShared,
  offer,
  part,
  publish,
  publishFirst,
  receive,
  rename,
  titles,
} from '@/lib/testing/exchange'
import { improvementsPage, improvementsWaiting } from './queries'

describe('a shared project without a report', () => {
  test('suggests what it improves from the moment it stands there', async () => {
    const source = await beginShared()
    const copy = await beginExchange(source)
    expect(await asked(copy)).toEqual([])
    await rename(source, 'Leverandør valgt', 'Avtale signert')
    await owner().project.update({ where: { id: source.project.id }, data: { updatedAt: new Date() }, select: { id: true } })
    expect(await asked(copy)).toEqual([['changed', false]])
    expect((await part(copy)).version).toBeNull()
    const waiting = await read(copy.staff, (tx) => improvementsWaiting(tx, [{ id: copy.project.id, title: 'Kopi' }]))
    expect(waiting).toMatchObject([{ suggestions: 1 }])
    await answer(copy, 'taken')
    expect([await asked(copy), await titles(copy)]).toEqual([[], expect.arrayContaining(['Avtale signert'])])
  })

  test('is offered what was made better, takes it, and says thanks', async () => {
    const source = await beginShared()
    const copy = await beginExchange(source)
    await add(copy, 'Prøvetid')
    await rename(copy, 'Leverandør valgt', 'Valgt i samråd')
    await offer(copy, 'Det hjalp oss')
    expect(await receive(source, 'take', 'Tusen takk!')).toMatchObject({ comment: 'Det hjalp oss' })
    expect((await titles(source)).sort()).toEqual((await titles(copy)).sort())
    expect([await asked(copy), (await part(copy)).local]).toEqual([[], []])
    expect((await improvementsPage(copy.staff, copy.project.id))?.sent).toMatchObject([{ state: 'taken', answer: 'Tusen takk!' }])
  })

  test('tells those who run it of the offer, and the one who gave of the answer', async () => {
    const source = await beginShared()
    const copy = await beginExchange(source)
    await add(copy, 'Prøvetid')
    await offer(copy)
    const told = async (place: typeof copy) =>
      (await noticePage(place.staff, 1)).notices
        .map(({ kind, path }) => [kind, path])
        .filter(([kind]) => kind !== 'reuse_confirmed')
    expect(await told(source)).toEqual([['improvement_offered', `/prosjekter/${source.project.id}/forbedringer`]])
    await receive(source, 'decline')
    expect(await told(copy)).toEqual([['offer_answered', `/prosjekter/${copy.project.id}/forbedringer`]])
  })

  test('that publishes a report later has the copies that were made before', async () => {
    const source = await beginShared()
    const copy = await beginExchange(source)
    await rename(source, 'Leverandør valgt', 'Avtale signert')
    await owner().project.update({ where: { id: source.project.id }, data: { visibility: 'municipality' }, select: { id: true } })
    expect((await part(copy)).isOffered).toBe(false)
    await publishFirst(source)
    expect(await asked(copy)).toEqual([['changed', false]])
    expect(await part(copy)).toMatchObject({ version: 1, source: { slug: source.report?.slug } })
    await answer(copy, 'taken')
    await add(copy, 'Prøvetid')
    await offer(copy)
    await receive(source, 'take')
    await publish(source)
    expect([await asked(copy), (await part(copy)).local]).toEqual([[], []])
  })

  test('that is shared no longer suggests nothing, and what was copied stays', async () => {
    const source = await beginShared()
    const copy = await beginExchange(source)
    await rename(source, 'Leverandør valgt', 'Avtale signert')
    await owner().project.update({ where: { id: source.project.id }, data: { visibility: 'municipality' }, select: { id: true } })
    expect(await part(copy)).toMatchObject({
      isOffered: false,
      suggestions: [],
      local: [],
      source: { title: expect.any(String) },
    })
    expect(await titles(copy)).toHaveLength(2)
  })

  test('is offered nothing by those who may not read it', async () => {
    const source = await beginShared()
    const copy = await beginExchange(source)
    await add(copy, 'Prøvetid')
    const stranger = await makeStaff()
    const row = {
      ...{ municipalityId: stranger.municipality.id, toMunicipalityId: source.staff.municipality.id },
      ...{ toProjectId: source.project.id, kind: 'milestones' as const, items: [], offeredBy: stranger.personId },
    }
    const forged = () => read(stranger, (tx) => tx.improvementOffer.createMany({ data: [row] }))
    await owner().project.update({ where: { id: source.project.id }, data: { visibility: 'municipality' }, select: { id: true } })
    await expect(forged()).rejects.toThrow(/row-level security/)
    await owner().project.update({ where: { id: source.project.id }, data: { visibility: 'open' }, select: { id: true } })
    expect(await forged()).toEqual({ count: 1 })
  })
})
