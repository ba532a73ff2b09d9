import { describe, expect, test } from 'vitest'
import { mapIndex, mapNamed, mapOf } from './rules'

describe('a map of the site', () => {
  test('has an address for each kind and page', () => {
    expect(mapNamed('rapporter-2.xml')).toEqual({ kind: 'rapporter', page: 2 })
    for (const file of ['rapporter.xml', 'rapporter-0.xml', 'ukjent-1.xml', 'rapporter-1.xml.gz', '../rapporter-1.xml'])
      expect(mapNamed(file), file).toBeNull()
  })

  test('says when a page was changed, where that is known, and escapes addresses', () => {
    const map = mapOf('https://delt.test', [
      { path: '/erfaringer/a&b', changedAt: new Date('2026-11-01T08:00:00Z') },
      { path: '/', changedAt: null },
    ])
    expect(map).toContain('<url><loc>https://delt.test/erfaringer/a&amp;b</loc><lastmod>2026-11-01T08:00:00.000Z</lastmod></url>')
    expect(map).toContain('<url><loc>https://delt.test/</loc></url>')
    expect(mapIndex('https://delt.test', [{ path: '/kart/sider-1.xml', changedAt: null }])).toContain(
      '<sitemap><loc>https://delt.test/kart/sider-1.xml</loc></sitemap>',
    )
  })
})
