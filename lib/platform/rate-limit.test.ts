import { beforeEach, expect, test, vi } from 'vitest'
import { newBrowser, nextHeaders } from '@/lib/testing/browser'
import { makeStaff, owner } from '@/lib/testing/builders'
import { hasRoom, tooOften } from './rate-limit'

vi.mock('next/headers', async () => (await import('@/lib/testing/browser')).nextHeaders)

beforeEach(newBrowser)

const from = (address: string) => vi.spyOn(nextHeaders, 'headers').mockResolvedValue(new Headers({ 'x-forwarded-for': address }))

test('is for each person, and begins anew when its time is over', async () => {
  const [kari, ola] = [await makeStaff(), await makeStaff()]
  const tries = []
  for (let count = 0; count < 21; count++) tries.push(await hasRoom('connection-check', kari))
  expect(tries.indexOf(false)).toBe(20)
  expect(await hasRoom('connection-check', ola)).toBe(true)
  await owner().$executeRaw`UPDATE rate_limit SET started_at = now() - interval '11 minutes' WHERE key LIKE 'connection-check:%'`
  expect(await hasRoom('connection-check', kari)).toBe(true)
})

test('is for each address as the nearest proxy saw it, whatever the caller says before that', async () => {
  for (let count = 0; count < 20; count++) {
    from(`10.0.0.${count}, 192.0.2.1`)
    expect(await hasRoom('connection-check')).toBe(true)
  }
  from('10.0.0.99, 192.0.2.1')
  expect(await hasRoom('connection-check')).toBe(false)
  from('192.0.2.2')
  expect(await hasRoom('connection-check')).toBe(true)
})

test('counts right when many come at once, and keeps no address', async () => {
  from('192.0.2.3')
  const answers = await Promise.all(Array.from({ length: 40 }, () => hasRoom('connection-check')))
  expect(answers.filter(Boolean)).toHaveLength(20)
  const kept = await owner().rateLimit.findMany()
  expect(kept.some(({ key }) => key.includes('192.0.2'))).toBe(false)
})

test('whoever asks too often is told when to try again', async () => {
  from('192.0.2.4')
  for (let count = 0; count < 20; count++) expect(await tooOften('connection-check')).toBeNull()
  const refused = await tooOften('connection-check')
  expect(refused?.status).toBe(429)
  expect(refused?.headers.get('retry-after')).toBe('600')
})
