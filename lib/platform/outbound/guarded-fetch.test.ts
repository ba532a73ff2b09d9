import dns from 'node:dns'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { config } from '../config'
import { guardedFetch } from './guarded-fetch'

/** What a lying or broken host answers, by path. */
const host = http.createServer((request, response) => {
  if (request.url === '/away') response.writeHead(302, { location: 'http://localhost/' }).end()
  else if (request.url === '/much') response.end('x'.repeat(300 * 1024))
  else if (request.url === '/drip') response.write('x')
  else response.setHeader('content-type', 'application/json').end('{"ok":true}')
})
let origin = ''

beforeAll(async () => {
  await new Promise<void>((resolve) => host.listen(0, 'localhost', resolve))
  origin = `http://localhost:${(host.address() as AddressInfo).port}`
})
afterAll(() => {
  host.closeAllConnections()
  host.close()
})
afterEach(() => vi.restoreAllMocks())

/** Where every name leads. */
function leadTo(...addresses: string[]) {
  const all = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
  vi.spyOn(dns, 'lookup').mockImplementation(((_name: string, _options: object, answer: (error: null, all: object[]) => void) =>
    answer(null, all)) as unknown as typeof dns.lookup)
}

describe('R1 a visit to an address that somebody else wrote', () => {
  test('reaches what it may', async () => {
    expect(await (await guardedFetch(`${origin}/`)).json()).toEqual({ ok: true })
  })

  test('follows no redirect', async () => {
    await expect(guardedFetch(`${origin}/away`)).rejects.toThrow()
  })

  test('takes no more than it can hold', async () => {
    await expect(guardedFetch(`${origin}/much`)).rejects.toThrow()
  })

  test('waits no longer than it must', async () => {
    await expect(guardedFetch(`${origin}/drip`, { signal: AbortSignal.timeout(200) })).rejects.toThrow()
  })

  test.each([[['127.0.0.1']], [['8.8.8.8', '10.0.0.1']], [['::1']], [['::ffff:169.254.169.254']], [[]]])(
    'goes nowhere when the name leads to %j',
    async (addresses) => {
      leadTo(...addresses)
      await expect(guardedFetch('https://login.example.no/')).rejects.toMatchObject({ cause: { name: 'Unreachable' } })
    },
  )

  test('leaves this machine alone outside the demo', async () => {
    vi.spyOn(await import('../config'), 'config').mockReturnValue({ ...config(), isDemo: false })
    await expect(guardedFetch(`${origin}/`)).rejects.toThrow('Not reached')
  })
})
