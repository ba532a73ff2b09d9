import { expect, test } from 'vitest'
import { newId } from './ids'

test('ids are UUIDs of version 7 that grow, however fast they are made', () => {
  const ids = Array.from({ length: 20_000 }, newId)
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect([...new Set(ids)].sort()).toEqual(ids)
})

test('an id tells when it was made', () => {
  const madeAt = Number.parseInt(newId().replace('-', '').slice(0, 12), 16)
  expect(Math.abs(madeAt - Date.now())).toBeLessThan(1000)
})
