import { expect, test } from 'vitest'
import { grantRoles, grantState, lastDayFrom } from './rules'

test('A6 nobody from outside administers a municipality, or is an operator there', () => {
  for (const role of ['municipality_admin', 'operator', 'advisor']) expect(grantRoles).not.toContain(role)
})

test('A6 a leave is open until its last moment, and one that was ended has not run out', () => {
  const validTo = new Date('2026-12-24T23:00:00Z')
  expect(grantState({ endedAt: null, validTo }, new Date('2026-12-24T22:59:59Z'))).toBe('open')
  expect(grantState({ endedAt: null, validTo }, validTo)).toBe('expired')
  expect(grantState({ endedAt: new Date('2026-12-01'), validTo }, new Date('2027-02-01'))).toBe('ended')
})

test('A6 a leave lasts ninety days at most', () => expect(lastDayFrom('2026-12-01')).toBe('2027-03-01'))
