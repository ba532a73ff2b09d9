import { NextRequest } from 'next/server'
import { expect, test } from 'vitest'
import { owner } from '@/lib/testing/builders'
import { proxy } from './proxy'

const ask = (address: string, headers: Record<string, string> = {}) =>
  proxy(new NextRequest(`http://localhost:3000${address}`, { headers: { 'x-forwarded-for': '10.1.2.3', ...headers } }))

test('who searches without end is asked to wait, on a page of our own, and other pages go on', async () => {
  expect((await ask('/erfaringer?q=vann')).status).toBe(200)
  await owner().rateLimit.updateMany({ where: { key: { startsWith: 'search:' } }, data: { count: 1_000_000 } })
  const answer = await ask('/erfaringer?q=vann', { cookie: 'locale=nn' })
  expect([answer.status, answer.headers.get('retry-after'), answer.headers.get('cache-control')]).toEqual([429, '60', 'no-store'])
  const page = await answer.text()
  expect(page).toContain('<html lang="nn">')
  expect(page).toContain('Mange søk på kort tid')
  for (const address of ['/erfaringer', '/', '/erfaringer/vannmalere']) expect((await ask(address)).status, address).toBe(200)
  expect((await ask('/erfaringer?tema=skole', { 'x-forwarded-for': '10.1.2.3, 10.9.9.9' })).status).toBe(200)
})
