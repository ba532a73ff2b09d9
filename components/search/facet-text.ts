import type { Translator } from '@/lib/platform/i18n'
import { type FacetName, facetNames, type SearchQuery } from '@/lib/search/input'

/** The word for a value of a facet; a name is its own word. */
export function facetText(t: Translator, name: FacetName, value: string): string {
  switch (name) {
    case 'type':
      return t(`search.kind.${value}` as 'search.kind.rapport')
    case 'tema':
      // The address may name a theme that never was.
      return t.has(`choices.theme.${value}` as 'choices.theme.byggesak')
        ? t(`choices.theme.${value}` as 'choices.theme.byggesak')
        : value
    case 'storrelse':
      return t(`choices.municipalitySize.${value}` as 'choices.municipalitySize.under5000')
    case 'utfall':
      return t(`choices.reportOutcome.${value}` as 'choices.reportOutcome.completed')
    case 'teknologi':
    case 'fylke':
    case 'kommune':
    case 'samarbeid':
      return value
  }
}

type Fields = Omit<SearchQuery, 'side'>

/** What a search is narrowed by, in words. */
export function filterWords(t: Translator, query: Fields): string[] {
  const words = facetNames.flatMap((name) => query[name].map((value: string) => facetText(t, name, value)))
  return query.lik ? [...words, t('search.onlyAlike')] : words
}

/** A search in words: what was typed, and what it is narrowed by. */
export function searchWords(t: Translator, query: Fields): string {
  return [query.q, ...filterWords(t, query)].filter(Boolean).join(', ') || t('search.title')
}
