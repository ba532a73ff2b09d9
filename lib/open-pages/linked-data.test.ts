import { describe, expect, test } from 'vitest'
import { breadcrumbData, guideData, municipalityData, reportData } from './linked-data'

const origin = 'https://delt.test'
const report = {
  ...{ slug: 'ladestolper', title: 'Ladestolper', summary: 'Hva det ga', language: 'nn' as const, technologies: ['OCPP'] },
  ...{ publishedOn: '2026-10-01', revisedOn: '2026-11-01', municipality: { number: '4202', displayName: 'Grimstad' } },
  lineage: [{ reportSlug: 'kilden' }, { reportSlug: null }],
}

describe('what programs read of a page', () => {
  test('a report says what it is, whose, when, and what it builds on; one that is not open to all says nothing', () => {
    expect(reportData(origin, { ...report, visibility: 'open' }, 'Vei')).toMatchObject({
      ...{ '@context': 'https://schema.org', '@type': 'Report', headline: 'Ladestolper', inLanguage: 'nn' },
      ...{ datePublished: '2026-10-01', dateModified: '2026-11-01', mainEntityOfPage: `${origin}/erfaringer/ladestolper` },
      author: { '@type': 'GovernmentOrganization', '@id': `${origin}/kommuner/4202`, name: 'Grimstad' },
      isBasedOn: [`${origin}/erfaringer/kilden`],
    })
    for (const visibility of ['municipalities', 'collaboration', 'municipality'] as const)
      expect(reportData(origin, { ...report, visibility }, 'Vei')).toBeNull()
  })

  test('a guide and a municipality are known by their addresses', () => {
    const guide = { slug: 'vann', title: 'Vann', lead: 'Slik', changedOn: '2026-10-01' }
    expect(guideData(origin, guide)).toMatchObject({ '@type': 'Guide', '@id': `${origin}/samlinger/vann`, headline: 'Vann' })
    const place = { number: '4202', name: 'Grimstad', parallelNames: [], county: 'Agder' }
    expect(municipalityData(origin, place)).toMatchObject({ '@id': `${origin}/kommuner/4202`, identifier: '4202' })
  })

  test('the way to a page is numbered from the top', () => {
    const crumbs = [
      { href: '/erfaringer', text: 'Erfaringer' },
      { href: '/erfaringer/ladestolper', text: 'Ladestolper' },
    ]
    expect(breadcrumbData(origin, crumbs)).toMatchObject({
      '@type': 'BreadcrumbList',
      itemListElement: [
        { '@type': 'ListItem', position: 1, name: 'Erfaringer', item: `${origin}/erfaringer` },
        { position: 2, item: `${origin}/erfaringer/ladestolper` },
      ],
    })
  })
})
