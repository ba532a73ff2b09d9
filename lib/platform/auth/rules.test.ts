import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { failurePath, isLive, mayUsePlainHttp, safePath, tokenFault } from './rules'

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

test('plain http is for the demo on this machine only', () => {
  expect(mayUsePlainHttp('http://localhost:4400', true)).toBe(true)
  expect(mayUsePlainHttp('http://localhost:4400', false)).toBe(false)
  expect(mayUsePlainHttp('http://idp.example', true)).toBe(false)
  expect(mayUsePlainHttp('http://localhost.idp.example', true)).toBe(false)
})

test('a failure names the door to try again and the reference, when there are any', () => {
  expect(failurePath('annet')).toBe('/logg-inn/feil?kode=annet')
  expect(failurePath('ukjent', { door: '4202', reference: '0a1b2c3d' })).toBe('/logg-inn/feil?kode=ukjent&dor=4202&ref=0a1b2c3d')
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
