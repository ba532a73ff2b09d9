import { expect, test, vi } from 'vitest'
import { makeAdvisor, makeProject, makeReport, makeStaff } from '@/lib/testing/builders'
import { makePack, putPackItem } from './commands'

vi.mock('./rules', async (original) => ({ ...(await original<typeof import('./rules')>()), mostCases: 1 }))

test('a pack that is full takes no more, and lets what is there be changed', async () => {
  const [advisor, kari] = [await makeAdvisor(), await makeStaff()]
  const [first, second] = [await makeReport(kari, await makeProject(kari)), await makeReport(kari, await makeProject(kari))]
  const { packId } = await makePack(advisor, { title: 'Liten', lead: '', fromPopulation: null, toPopulation: null })
  const put = ({ slug }: { slug: string }, version: number) =>
    putPackItem(advisor, { packId, version, slug, note: 'Først', roles: [] })
  await put(first, 1)
  await put(first, 2)
  await expect(put(second, 3)).rejects.toMatchObject({ fields: { slug: 'errors.packIsFull' } })
})
