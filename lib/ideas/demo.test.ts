import { expect, test } from 'vitest'
import { owner } from '@/lib/testing/builders'
import { ideas } from '@/prisma/demo/ideas'
import { loadDemo } from '@/prisma/load/demo'

test('the ideas of the demo come in whole, in every state, and no later than the day they are told', async () => {
  await owner().$transaction((tx) => loadDemo(tx, { secret: process.env.AUTH_SECRET ?? '', now: new Date() }), {
    timeout: 60_000,
  })
  const loaded = await owner().idea.findMany({ include: { municipality: true, project: true } })
  const of = (number: string) => loaded.filter(({ municipality }) => municipality.number === number)
  expect([loaded.length, of('4202').length, of('4215').length]).toEqual([ideas.length, 8, 3])
  expect(new Set(of('4202').map(({ decision }) => decision))).toEqual(new Set(['considering', 'approved', 'rejected']))
  expect(of('4202').flatMap(({ project }) => project?.title ?? [])).toEqual(['Felles tall for ledere'])
  for (const { registeredOn, decided, title } of ideas) {
    expect(registeredOn >= '2026-01-01' && registeredOn <= '2026-11-23', title).toBe(true)
    if (decided) expect(decided.on >= registeredOn && decided.on <= '2026-11-23', title).toBe(true)
  }
})
