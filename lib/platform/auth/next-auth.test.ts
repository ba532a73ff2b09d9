import { expect, test } from 'vitest'
import { newId } from '../ids'
import { runNextAuth } from './next-auth'

/** A provider that is never reached: the browser brings no proofs. */
function optionsFor(id: string) {
  const provider = {
    ...{ id, name: id, type: 'oauth' as const, clientId: 'delt', issuer: 'https://idp.example', checks: ['state' as const] },
    ...{ authorization: 'https://idp.example/auth', token: 'https://idp.example/token', profile: () => ({ id: 'x' }) },
  }
  return { secret: 'a secret for tests only, long enough', providers: [provider] }
}

test('S10 two that fail at once each hear of their own fault, and of no other', async () => {
  const heard = new Map<string, string[]>()
  const run = (id: string) =>
    runNextAuth(
      { method: 'GET', path: ['callback', id], query: { error: id }, cookies: {}, headers: { host: 'localhost:3000' } },
      optionsFor(id),
      (fault) => heard.set(id, [...(heard.get(id) ?? []), (fault as Error).message]),
    )
  const ids = [newId(), newId(), newId()]
  await Promise.all(ids.map(run))
  for (const id of ids) {
    expect(heard.get(id)).toContain(id)
    for (const other of ids.filter((one) => one !== id)) expect(heard.get(id)).not.toContain(other)
  }
})
