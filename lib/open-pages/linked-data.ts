import type { Language, Visibility } from '@/generated/prisma/enums'

const context = 'https://schema.org'

interface LinkedReport {
  slug: string
  title: string
  summary: string
  language: Language
  technologies: string[]
  publishedOn: string | null
  revisedOn: string | null
  visibility: Visibility
  municipality: { number: string; displayName: string }
  lineage: { reportSlug: string | null }[]
}

/** An open report as a schema.org `Report`, with what it builds on; null where it is not open to all. */
export function reportData(origin: string, report: LinkedReport, themeName: string): object | null {
  if (report.visibility !== 'open' || !report.publishedOn) return null
  const url = `${origin}/erfaringer/${report.slug}`
  return {
    '@context': context,
    '@type': 'Report',
    '@id': url,
    url,
    headline: report.title,
    mainEntityOfPage: url,
    abstract: report.summary,
    inLanguage: report.language,
    datePublished: report.publishedOn,
    dateModified: report.revisedOn ?? report.publishedOn,
    about: themeName,
    keywords: report.technologies,
    isAccessibleForFree: true,
    author: municipalityNode(origin, report.municipality),
    isBasedOn: report.lineage.flatMap(({ reportSlug }) => (reportSlug ? [`${origin}/erfaringer/${reportSlug}`] : [])),
  }
}

function municipalityNode(origin: string, { number, displayName }: { number: string; displayName: string }) {
  return { '@type': 'GovernmentOrganization', '@id': `${origin}/kommuner/${number}`, name: displayName }
}

/** A municipality as a schema.org `GovernmentOrganization`. */
export function municipalityData(
  origin: string,
  place: { number: string; name: string; parallelNames: string[]; county: string },
): object {
  const url = `${origin}/kommuner/${place.number}`
  return {
    '@context': context,
    ...municipalityNode(origin, { number: place.number, displayName: place.name }),
    url,
    alternateName: place.parallelNames,
    identifier: place.number,
    areaServed: { '@type': 'AdministrativeArea', name: place.name, containedInPlace: place.county },
  }
}

/** A guide as a schema.org `Guide`. */
export function guideData(origin: string, guide: { slug: string; title: string; lead: string; changedOn: string }): object {
  const url = `${origin}/samlinger/${guide.slug}`
  return {
    '@context': context,
    '@type': 'Guide',
    '@id': url,
    url,
    headline: guide.title,
    mainEntityOfPage: url,
    abstract: guide.lead,
    inLanguage: 'nb',
    dateModified: guide.changedOn,
    author: { '@type': 'Organization', name: 'KommIT' },
  }
}

/** The site itself, with how to search it. */
export function siteData(origin: string, description: string): object {
  return {
    '@context': context,
    '@type': 'WebSite',
    '@id': `${origin}/`,
    url: `${origin}/`,
    name: 'Delt',
    description,
    inLanguage: ['nb', 'nn', 'en'],
    potentialAction: {
      '@type': 'SearchAction',
      target: { '@type': 'EntryPoint', urlTemplate: `${origin}/erfaringer?q={search_term_string}` },
      'query-input': 'required name=search_term_string',
    },
  }
}

/** Where a page stands, as a schema.org `BreadcrumbList`: the pages above it, and itself. */
export function breadcrumbData(origin: string, crumbs: readonly { href: string; text: string }[]): object {
  return {
    '@context': context,
    '@type': 'BreadcrumbList',
    itemListElement: crumbs.map(({ href, text }, index) => ({
      ...{ '@type': 'ListItem', position: index + 1, name: text },
      item: `${origin}${href}`,
    })),
  }
}
