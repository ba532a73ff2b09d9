import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { failurePath, isProvenSince, mayUsePlainHttp, safePath, tokenFault, whyOver } from './rules'

const now = 1_800_000_000
const token = { iss: 'https://idp.example', sub: 'abc', aud: 'delt', iat: now }

describe('the ID token', () => {
  test('passes when it is for us and fresh', () => {
    expect(tokenFault(token, 'delt', now)).toBeNull()
    expect(tokenFault({ ...token, aud: ['delt'], azp: 'delt', iat: now + 59 }, 'delt', now)).toBeNull()
    // As Entra ID dates them.
    expect(tokenFault({ ...token, iat: now - 301 }, 'delt', now)).toBeNull()
  })

  test.each([
    ['audience', { aud: 'other' }],
    ['audience', { aud: ['delt', 'other'] }],
    ['audience', { aud: ['delt', 'other'], azp: 'delt' }],
    ['authorised party', { azp: 'other' }],
    ['issued at', { iat: now + 3600 }],
    ['issued at', { iat: now - 601 }],
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
  const session = { lastSeenAt: new Date('2026-11-23T11:31:00Z'), expiresAt: new Date('2026-11-23T18:00:00Z') }
  test('S3 lives while it is used', () => expect(whyOver(session, at)).toBeNull())
  test('S3 dies after half an hour unused', () =>
    expect(whyOver({ ...session, lastSeenAt: new Date('2026-11-23T11:30:00Z') }, at)).toBe('idle'))
  test('S3 dies at its limit', () => expect(whyOver({ ...session, expiresAt: at }, at)).toBe('absolute'))
  test('a proof of who somebody is counts from when it was asked for, give or take a minute', () => {
    expect(isProvenSince({ auth_time: now - 59 }, now)).toBe(true)
    expect(isProvenSince({ auth_time: now - 61 }, now)).toBe(false)
    expect(isProvenSince({}, now)).toBe(false)
    expect(isProvenSince({ auth_time: `${now}` }, now)).toBe(false)
  })
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
    '/@x',
    '/./@evil.example',
    '/%09/x',
    '/%5cevil.example',
    '/%2fevil.example',
    `/${'a'.repeat(1000)}`,
  ])('S9 %j falls back', (wanted) => {
    expect(safePath(wanted, '/portefolje')).toBe('/portefolje')
  })
  test('keeps our own paths with their query', () => {
    expect(safePath('/prosjekter/1?fane=to#tre', '/')).toBe('/prosjekter/1?fane=to#tre')
  })
  test('S9 never leaves our own site, whatever is wanted', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string().map((tail) => `/${tail}`),
          fc.webUrl(),
          fc.stringMatching(/^\/(@|%0[0-9a-dA-D]|%5[cC]|%2[fF]|\\|\/|\t){1,4}[a-z.]{0,12}$/),
        ),
        (wanted) => {
          const { origin, pathname } = new URL(safePath(wanted, '/'), 'https://delt.example')
          expect(origin).toBe('https://delt.example')
          expect(decodeURIComponent(pathname.replace(/%(?![0-9a-f]{2})/gi, '%25').replace(/%[89a-f]./gi, ''))).not.toMatch(
            /^\/[/@\\]/,
          )
        },
      ),
    )
  })
})
