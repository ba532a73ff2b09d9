import { beforeAll, describe, expect, test } from 'vitest'
import { type Address, listQuery } from '@/lib/lists/rules'
import type { Staff } from '@/lib/platform/actor'
import { makeProject, makeStaff } from '@/lib/testing/builders'
import { sampleProject } from '@/lib/testing/sample'
import type { DemoUncertainty } from '@/prisma/demo/content'
import { uncertaintyList } from '../lists/columns'
import { portfolioList } from '../lists/queries'
import { uncertaintyMatrix } from './queries'

let per: Staff

beforeAll(async () => {
  per = await makeStaff()
  const [sample] = sampleProject.uncertainties
  if (!sample) throw new Error('no sample')
  const at = (probability: number, consequence: number, change: Partial<DemoUncertainty> = {}): DemoUncertainty => ({
    ...sample,
    title: `${probability} × ${consequence}`,
    probability,
    consequence,
    ...change,
  })
  const closed = { status: 'actions_done' } as const
  await makeProject(per, { title: 'Bru', uncertainties: [at(5, 5), at(3, 4), at(3, 4), at(3, 4, { kind: 'opportunity' })] })
  await makeProject(per, { title: 'Vei', theme: 'skole', uncertainties: [at(3, 4), at(4, 3), at(1, 1, closed)] })
  const other = await makeStaff()
  await makeProject(other, { visibility: 'open', uncertainties: [at(5, 5)] })
})

const query = (address: Address = {}) => listQuery(uncertaintyList, address)
const cells = async (actor: Staff, address?: Address) =>
  (await uncertaintyMatrix(actor, query(address))).map((cell) => Object.values(cell).join(' ')).toSorted()

describe('the matrix of uncertainty', () => {
  test('counts what stands at each place, risks and opportunities apart, in the own municipality', async () => {
    expect(await cells(per)).toEqual(['opportunity 3 4 1', 'risk 1 1 1', 'risk 3 4 3', 'risk 4 3 1', 'risk 5 5 1'])
    expect(await cells(await makeStaff())).toEqual([])
  })

  test.each<[Address]>([
    [{}],
    [{ 'f-slag': 'risk' }],
    [{ 'f-slag': 'risk', 'f-status': 'identified' }],
    [{ 'f-tema': 'skole' }],
    [{ 'f-faktor-fra': '12' }],
    [{ q: 'bru' }],
    [{ 'f-sannsynlighet': ['3', '5'], 'f-konsekvens': '4' }],
    [{ q: 'finnes ikke' }],
  ])('counts the same as the list filtered by %o, on whatever page it stands', async (address) => {
    const { rows, total } = await portfolioList(per, 'usikkerhet', query({ ...address, kol: 'slag,sannsynlighet,konsekvens' }))
    const counted = new Map<string, number>()
    for (const { cells: values } of rows) {
      const place = ['slag', 'sannsynlighet', 'konsekvens'].map((key) => values[key]?.value).join(' ')
      counted.set(place, (counted.get(place) ?? 0) + 1)
    }
    expect(await cells(per, { ...address, side: '7' })).toEqual([...counted].map((pair) => pair.join(' ')).toSorted())
    const matrix = await uncertaintyMatrix(per, query(address))
    expect(matrix.reduce((sum, { count }) => sum + count, 0)).toBe(total)
  })
})
