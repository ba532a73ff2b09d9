import { expect, test } from 'vitest'
import { placePage, setupState } from './rules'

const now = new Date('2026-11-30T12:00:00Z')
const [before, after] = [new Date('2026-11-30T11:00:00Z'), new Date('2026-11-30T13:00:00Z')]
const sent = { expiresAt: after, openedAt: null, sessionExpiresAt: null, hasTried: false, seatedAt: null, endedAt: null }

test('a link is sent, opened, used up, and somebody has come in', () => {
  expect(setupState(sent, now)).toBe('sent')
  expect(setupState({ ...sent, expiresAt: before }, now)).toBe('over')
  const opened = { ...sent, openedAt: before, sessionExpiresAt: after }
  expect(setupState(opened, now)).toBe('opened')
  expect(setupState({ ...opened, sessionExpiresAt: before }, now)).toBe('over')
  expect(setupState({ ...opened, sessionExpiresAt: before, hasTried: true }, now)).toBe('tried')
  expect(setupState({ ...opened, endedAt: before }, now)).toBe('ended')
  expect(setupState({ ...opened, hasTried: true, seatedAt: before }, now)).toBe('seated')
})

test('KommIT has a page of its own', () => {
  expect([placePage('4202'), placePage('kommit')]).toEqual(['/drift/kommuner/4202', '/drift/kommit'])
})
