import { describe, expect, test } from 'vitest'
import { read } from '@/lib/platform/db'
import { makeStaff, owner } from '@/lib/testing/builders'
import {
  add,
  answer,
  asked,
  beginExchange,
  beginShared,
  copyMore,
  offer,
  type Place,
  part,
  partFrom,
  publish,
  receive,
  rename,
  titles,
} from '@/lib/testing/exchange'
import { reachOfReport } from '../lineage/queries'

/** Four in a row: the second has no report, the last has taken parts from yet another. */
async function fourInARow() {
  const first = await beginExchange()
  const second = await beginShared(first)
  const third = await beginExchange(second)
  const fourth = await beginExchange(third)
  const other = await beginExchange()
  await rename(other, 'Leverandør valgt', 'Kontrakt tildelt')
  await rename(other, 'Første søknad på nett', 'Klageordning på plass')
  await publish(other)
  await copyMore(fourth, other)
  return { first, second, third, fourth, other, row: [first, second, third, fourth] }
}

const changed = [['changed', false]]
const local = async (place: Place, from: Place) =>
  (await partFrom(place, from)).local.map(({ item }) => 'title' in item && item.title)

// Many steps, each a transaction of its own.
describe('a copy of a copy of a copy', { timeout: 60_000 }, () => {
  test('what the first improves reaches the last, one step at a time, when each takes it', async () => {
    const { first, second, third, fourth, row } = await fourInARow()
    await rename(first, 'Leverandør valgt', 'Avtale signert')
    await publish(first)
    expect([await asked(second), await asked(third), await asked(fourth, third)]).toEqual([changed, [], []])
    for (const [holder, next] of [
      [second, third],
      [third, fourth],
    ] as const) {
      await answer(holder, 'taken')
      await publish(holder)
      expect([await asked(holder), await asked(next, holder)]).toEqual([[], changed])
    }
    await answer(fourth, 'taken', 'milestones', {}, third)
    for (const place of row) expect(await titles(place)).toContain('Avtale signert')
  })

  test('what one keeps as it was goes no further; what one puts off waits', async () => {
    const { first, second, third, fourth } = await fourInARow()
    await rename(first, 'Leverandør valgt', 'Avtale signert')
    await publish(first)
    await answer(second, 'later')
    expect([await asked(second), await asked(third)]).toEqual([[], []])
    await answer(second, 'taken')
    await answer(third, 'kept')
    await publish(third)
    expect([await asked(third), await asked(fourth, third), await titles(fourth)]).toEqual([
      [],
      [],
      expect.arrayContaining(['Leverandør valgt']),
    ])
    // What the one in the middle kept is its own: neither is it offered back as something new.
    expect(await local(third, second)).toEqual([])
  })

  test('what the last makes better reaches the first by way of those between, when each takes it', async () => {
    const { first, second, third, fourth, row } = await fourInARow()
    await add(fourth, 'Innbyggerpanelet er hørt')
    await rename(fourth, 'Første søknad på nett', 'Første hundre søknader på nett')
    expect((await local(fourth, third)).sort()).toEqual(['Første hundre søknader på nett', 'Innbyggerpanelet er hørt'])
    for (const [holder, source] of [
      [fourth, third],
      [third, second],
      [second, first],
    ] as const) {
      // No at first, with thanks; asked again it is a yes.
      await offer(holder, 'Det hjalp oss', 'milestones', source)
      await receive(source, 'decline', 'Takk, ikke nå')
      expect(await titles(source)).not.toContain('Innbyggerpanelet er hørt')
      await offer(holder, 'Prøv igjen', 'milestones', source)
      await receive(source, 'take')
      await publish(source)
      expect([await asked(holder, source), await local(holder, source)]).toEqual([[], []])
    }
    for (const place of row)
      expect(await titles(place)).toEqual(expect.arrayContaining(['Innbyggerpanelet er hørt', 'Første hundre søknader på nett']))
    // What came up goes down as one: the first's next word on it is a change, all the way.
    await rename(first, 'Innbyggerpanelet er hørt', 'Innbyggerpanelet er hørt to ganger')
    await publish(first)
    for (const [holder, source] of [
      [second, first],
      [third, second],
      [fourth, third],
    ] as const) {
      expect(await asked(holder, source)).toEqual(changed)
      await answer(holder, 'taken', 'milestones', {}, source)
      await publish(holder)
    }
    for (const place of row)
      expect((await titles(place)).filter((title) => title.startsWith('Innbyggerpanelet'))).toEqual([
        'Innbyggerpanelet er hørt to ganger',
      ])
  })

  test('two sources stay apart: each suggests its own, and is offered its own', async () => {
    const { third, fourth, other } = await fourInARow()
    await rename(other, 'Klageordning på plass', 'Klageordningen er prøvd')
    await publish(other)
    expect([await asked(fourth, other), await asked(fourth, third)]).toEqual([changed, []])
    await rename(fourth, 'Kontrakt tildelt', 'Kontrakt tildelt og kunngjort')
    expect([await local(fourth, other), await local(fourth, third)]).toEqual([['Kontrakt tildelt og kunngjort'], []])
    await answer(fourth, 'taken', 'milestones', {}, other)
    await offer(fourth, '', 'milestones', other)
    await receive(other, 'take')
    expect(await titles(other)).toContain('Kontrakt tildelt og kunngjort')
    expect(await titles(third)).not.toContain('Kontrakt tildelt og kunngjort')
  })

  test('nobody sees more than the step they took, and each counts once', async () => {
    const { first, third, fourth, other } = await fourInARow()
    const copies = await owner().projectCopy.findMany({ where: { projectId: fourth.project.id }, orderBy: { id: 'asc' } })
    expect(copies.map((copy) => copy.sourceProjectId)).toEqual([third.project.id, other.project.id])
    for (const actor of [first.staff, third.staff, await makeStaff()])
      expect(await read(actor, (tx) => tx.copiedPart.count({ where: { copy: { projectId: fourth.project.id } } }))).toBe(0)
    const reach = await reachOfReport(await makeStaff(), first.report?.id ?? '')
    expect(reach.count).toBe(3)
    expect((await part(fourth)).isOffered).toBe(true)
  })
})
