import { expect, test } from 'vitest'
import { type Actor, visitor } from '@/lib/platform/actor'
import { read } from '@/lib/platform/db'
import { makeCollaboration, makeMunicipality, makeProject, makeReport, makeStaff, owner } from '@/lib/testing/builders'
import { caseCosts } from './queries'

const costs = [{ kind: 'purchase' as const, year: 2025, planned: 90_000, actual: 100_000, quality: 'measured' as const }]
const costOf = async (actor: Actor, { id }: { id: string }) => (await read(actor, (tx) => caseCosts(tx, [id]))).get(id)

test('a case is for those who lived there when it was written; of a collaboration, for all its members', async () => {
  const [first, second] = [await makeMunicipality({ population: 4000 }), await makeMunicipality({ population: 26_000 })]
  const kari = await makeStaff({ municipality: first })
  const alone = await makeReport(kari, await makeProject(kari), { visibility: 'open', costs })
  await owner().municipality.update({ where: { id: first.id }, data: { population: 5000 } })
  expect(await costOf(visitor, alone)).toMatchObject({ introduction: { amount: 100_000, isMeasured: true }, population: 4000 })
  const { slug } = await makeCollaboration([first, second])
  const together = await makeReport(kari, await makeProject(kari, { collaboration: slug }), { visibility: 'open', costs })
  expect((await costOf(visitor, together))?.population).toBe(31_000)
})

test('what is not shared with the reader is not told, nor how many lived there then', async () => {
  const [kari, ola] = [await makeStaff({ municipality: await makeMunicipality({ population: 4000 }) }), await makeStaff()]
  const report = await makeReport(kari, await makeProject(kari), { costs })
  const narrow = { visibility: 'municipality' as const }
  await owner().reportSection.updateMany({ where: { reportId: report.id, kind: { in: ['cost', 'municipality'] } }, data: narrow })
  await owner().municipality.update({ where: { id: kari.municipality.id }, data: { population: 5000 } })
  expect(await costOf(ola, report)).toMatchObject({ introduction: null, population: 5000 })
  expect(await costOf(kari, report)).toMatchObject({ introduction: { amount: 100_000 }, population: 4000 })
  expect(await costOf(visitor, report)).toBeUndefined()
})
