import { expect, test } from '@playwright/test'
import { ingrid, signIn } from './people'

// What every answer carries, whoever asks; and that a caller cannot say who we are.

const pages = [
  '/',
  '/erfaringer?q=skole',
  '/logg-inn',
  '/logg-inn/4202',
  '/personvern',
  '/finnes-ikke',
  '/sitemap.xml',
  '/strom',
  '/api/health',
]

for (const path of pages)
  test(`W2 the headers of ${path}`, async ({ request }) => {
    const headers = (await request.get(path)).headers()
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'strict-transport-security': expect.stringContaining('includeSubDomains'),
    })
    expect(headers).not.toHaveProperty('x-powered-by')
    if (path === '/api/health') return
    const policy = headers['content-security-policy'] ?? ''
    const scripts = /script-src ([^;]+)/.exec(policy)?.[1] ?? ''
    expect(scripts).toMatch(/^'nonce-[A-Za-z0-9+/=]{20,}' 'strict-dynamic'$/)
    for (const rule of ["object-src 'none'", "frame-ancestors 'none'", "form-action 'self'", "base-uri 'none'"])
      expect(policy).toContain(rule)
  })

test('W2 every script of a page carries the nonce, each page its own', async ({ request }) => {
  const seen = new Set<string>()
  for (const path of ['/', '/', '/kommuner']) {
    const answer = await request.get(path)
    const nonce = /'nonce-([^']+)'/.exec(answer.headers()['content-security-policy'] ?? '')?.[1] ?? ''
    const scripts = [...(await answer.text()).matchAll(/<script(?![^>]*application\/ld\+json)([^>]*)>/g)].map(
      ([, attributes = '']) => attributes,
    )
    expect(scripts.length).toBeGreaterThan(3)
    expect(scripts.filter((attributes) => !attributes.includes(`nonce="${nonce}"`))).toEqual([])
    seen.add(nonce)
  }
  expect(seen.size).toBe(3)
})

test('W2 pages of somebody who is signed in are kept by nobody on the way', async ({ page }) => {
  await signIn(page, ingrid)
  for (const path of ['/portefolje', '/min-side', '/personvern/mine']) {
    const answer = await page.request.get(path)
    expect(answer.status()).toBe(200)
    expect(answer.headers()['cache-control']).toContain('no-store')
  }
})

test('W3 a caller cannot say where Delt is', async ({ request, baseURL }) => {
  const spoofed = { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https', forwarded: 'host=evil.example' }
  for (const path of [
    '/portefolje',
    '/kuratering',
    '/sitemap.xml',
    '/robots.txt',
    '/strom',
    '/',
    '/api/auth/callback/x?code=1',
  ]) {
    const answer = await request.get(path, { headers: spoofed, maxRedirects: 0 })
    const location = answer.headers().location ?? ''
    expect(new URL(location || '/', baseURL).origin).toBe(baseURL)
    expect(await answer.text()).not.toContain('evil.example')
  }
})

test('A2 what is asked for in the ways of the framework tells a visitor no more than the page does', async ({
  page,
  request,
}) => {
  await signIn(page, ingrid)
  await page.goto('/portefolje')
  const own = page.getByRole('link', { name: 'Digital byggesaksbehandling', exact: true })
  const secret = (await own.getAttribute('href'))?.split('/').at(-1) ?? 'no link'
  expect(await (await page.request.get('/portefolje', { headers: { rsc: '1' } })).text()).toContain(secret)
  const segment = { rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/_tree' }
  const ways: Record<string, string>[] = [
    {},
    { rsc: '1' },
    { rsc: '1', 'next-router-prefetch': '1' },
    segment,
    { 'x-middleware-subrequest': 'proxy:proxy:proxy' },
  ]
  for (const path of [
    '/portefolje',
    '/portefolje.rsc',
    '/portefolje.segments/_tree.segment.rsc',
    '/min-side',
    '/prosjekter?q=byggesak',
    '/admin',
  ])
    for (const headers of ways) expect((await (await request.get(path, { headers })).text()).includes(secret), path).toBe(false)
})

test('W1 a change that another site sends is not made', async ({ page, baseURL }) => {
  await signIn(page, ingrid)
  for (const headers of [{ origin: 'https://evil.example' }, { origin: 'null' }]) {
    const answer = await page.request.post('/api/okt', { headers })
    expect(answer.status()).toBe(403)
  }
  const started = await page.request.post('/logg-inn/4202/start', {
    headers: { origin: 'https://evil.example' },
    maxRedirects: 0,
  })
  expect(started.headers().location).toContain('/logg-inn/feil')
  expect(new URL(started.headers().location ?? '', baseURL).origin).toBe(baseURL)
})

test('a weakness can be told of', async ({ request }) => {
  const answer = await request.get('/.well-known/security.txt')
  expect(await answer.text()).toMatch(/^Contact: mailto:.+\nExpires: \d{4}-/)
})
