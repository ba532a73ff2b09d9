import { describe, expect, test } from 'vitest'
import { type Actor, visitor } from '@/lib/platform/actor'
import { copyProject } from '@/lib/sharing/commands'
import { partKinds } from '@/lib/sharing/parts'
import { itemName } from '@/lib/sharing/rules'
import { makeProject, makeReport, makeStaff, owner } from '@/lib/testing/builders'
import { publishParts } from '@/lib/testing/parts'
import { projectDifference } from './queries'
import { countsOf } from './rules'

async function begin(visibility: 'open' | 'municipality' = 'open') {
  const [kari, ola] = [await makeStaff(), await makeStaff()]
  const source = await makeProject(kari, { visibility, startOn: '2026-01-12' })
  const report = await makeReport(kari, source, { visibility: 'open' })
  await publishParts(kari, source, report)
  const copy = await copyProject(ola, { projectId: source.id, title: 'Vår', startOn: '2027-08-02', parts: partKinds })
  return { kari, ola, source, report, copy: { id: copy.projectId } }
}

const rename = (projectId: string, from: string, title: string) =>
  owner().milestone.updateMany({ where: { projectId, title: from }, data: { title } })
const difference = async (actor: Actor, left: string, right: string) => {
  const found = await projectDifference(actor, left, right)
  if (!found?.right) throw new Error('not compared')
  return found
}
const milestonesOf = async (actor: Actor, left: string, right: string) => {
  const { kinds } = await difference(actor, left, right)
  const kind = kinds.find((one) => one.kind === 'milestones')
  return {
    onlyLeft: kind?.onlyLeft.map(itemName),
    onlyRight: kind?.onlyRight.map(itemName),
    changed: kind?.changed.map(({ left, right, fields }) => [itemName(left), itemName(right), fields]),
  }
}

describe('two projects', () => {
  test('of which one is a fresh copy differ in nothing, though they begin in different years', async () => {
    const { ola, source, copy } = await begin()
    const { kinds, left, right } = await difference(ola, copy.id, source.id)
    expect(countsOf(kinds)).toMatchObject({ onlyLeft: 0, onlyRight: 0, changed: 0 })
    expect(countsOf(kinds).same).toBeGreaterThan(8)
    expect([left.isWholePlan, right?.isWholePlan]).toEqual([true, true])
  })

  test('are told apart item by item and field by field, whatever was renamed', async () => {
    const { ola, source, copy } = await begin()
    await rename(copy.id, 'Leverandør valgt', 'Avtalen er signert')
    await owner().milestone.create({
      data: { municipalityId: ola.municipality.id, projectId: copy.id, title: 'Bare hos oss', plannedOn: new Date('2028-01-01') },
    })
    await owner().milestone.deleteMany({ where: { projectId: copy.id, title: 'Første søknad på nett' } })
    expect(await milestonesOf(ola, copy.id, source.id)).toEqual({
      onlyLeft: ['Bare hos oss'],
      onlyRight: ['Første søknad på nett'],
      changed: [['Avtalen er signert', 'Leverandør valgt', ['title']]],
    })
    expect((await milestonesOf(ola, source.id, copy.id)).onlyLeft).toEqual(['Første søknad på nett'])
  })

  test('are known by what they come from over several copies, and by a source they have in common', async () => {
    const { source, ola, copy } = await begin()
    await owner().project.update({ where: { id: copy.id }, data: { visibility: 'open' } })
    const eva = await makeStaff()
    const third = await copyProject(eva, { projectId: copy.id, title: 'Tredje', startOn: '2028-01-03', parts: partKinds })
    const twin = await copyProject(eva, { projectId: source.id, title: 'Tvilling', startOn: '2028-01-03', parts: partKinds })
    await rename(third.projectId, 'Leverandør valgt', 'Kontrakt')
    expect((await milestonesOf(eva, third.projectId, source.id)).changed).toEqual([['Kontrakt', 'Leverandør valgt', ['title']]])
    expect((await milestonesOf(eva, third.projectId, twin.projectId)).changed).toEqual([
      ['Kontrakt', 'Leverandør valgt', ['title']],
    ])
    const { twins } = await difference(eva, third.projectId, source.id)
    expect(twins[0]).toMatchObject({ id: copy.id, isKin: true })
    expect(twins.map(({ id }) => id)).toContain(source.id)
    expect((await projectDifference(ola, third.projectId, source.id))?.left).toBeUndefined()
  })

  test('are read as far as the reader may: of an unshared project no more than its report has published', async () => {
    const { kari, ola, source, copy } = await begin('municipality')
    await owner().milestone.create({
      data: { municipalityId: kari.municipality.id, projectId: source.id, title: 'Hemmelig', plannedOn: new Date('2026-09-01') },
    })
    const { right } = await difference(ola, copy.id, source.id)
    expect(right).toMatchObject({ isWholePlan: false })
    expect((await milestonesOf(ola, copy.id, source.id)).onlyRight).toEqual([])
    expect(await milestonesOf(kari, source.id, source.id).catch((error: Error) => error.message)).toBe('not compared')
    expect(await projectDifference(visitor, copy.id, source.id)).toBeNull()
    expect(await projectDifference(visitor, source.id, copy.id)).toMatchObject({ right: null, kinds: [] })
    expect((await projectDifference(visitor, source.id, null))?.twins.map(({ id }) => id)).not.toContain(copy.id)
  })
})
