import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isLive, safePath, tokenFault } from './rules'

const now = 1_800_000_000
const token = { iss: 'https://idp.example', sub: 'abc', aud: 'delt', iat: now }

describe('the ID token', () => {
  test('passes when it is for us and fresh', () => {
    expect(tokenFault(token, 'delt', now)).toBeNull()
    expect(tokenFault({ ...token, aud: ['delt'], azp: 'delt', iat: now + 59 }, 'delt', now)).toBeNull()
  })

  test.each([
    ['audience', { aud: 'other' }],
    ['audience', { aud: ['delt', 'other'] }],
    ['audience', { aud: ['delt', 'other'], azp: 'delt' }],
    ['authorised party', { azp: 'other' }],
    ['issued at', { iat: now + 3600 }],
    ['issued at', { iat: now - 3600 }],
    ['subject', { sub: '' }],
    ['subject', { sub: undefined }],
    ['subject', { sub: 'x'.repeat(256) }],
  ])('is refused for its %s: %j', (fault, claims) => {
    expect(tokenFault({ ...token, ...claims }, 'delt', now)).toBe(fault)
  })
})

describe('a session', () => {
  const at = new Date('2026-11-23T12:00:00Z')
  const session = { lastSeenAt: new Date('2026-11-23T11:31:00Z'), expiresAt: new Date('2026-11-23T18:00:00Z'), endedAt: null }
  test('lives while it is used', () => expect(isLive(session, at)).toBe(true))
  test('dies after half an hour unused', () =>
    expect(isLive({ ...session, lastSeenAt: new Date('2026-11-23T11:30:00Z') }, at)).toBe(false))
  test('dies at its limit', () => expect(isLive({ ...session, expiresAt: at }, at)).toBe(false))
  test('dies when it is ended', () => expect(isLive({ ...session, endedAt: at }, at)).toBe(false))
})

describe('the page after sign-in', () => {
  test.each([
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '',
    undefined,
    ['/a'],
    '/..//evil.example',
  ])('%j falls back', (wanted) => {
    expect(safePath(wanted, '/portefolje')).toBe('/portefolje')
  })
  test('keeps our own paths with their query', () => {
    expect(safePath('/prosjekter/1?fane=to#tre', '/')).toBe('/prosjekter/1?fane=to#tre')
  })
  test('never leaves our own site', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string().map((tail) => `/${tail}`),
          fc.webUrl(),
        ),
        (wanted) => {
          expect(new URL(safePath(wanted, '/'), 'https://delt.example').origin).toBe('https://delt.example')
        },
      ),
    )
  })
})
