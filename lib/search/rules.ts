import type { ReportOutcome, SearchKind, Visibility } from '@/generated/prisma/enums'
import { isNarrowerOrEqual } from '@/lib/experiences/rules'
import { isIdentityNumber } from '@/lib/platform/numbers-of-people'
import { type FacetName, facetNames, type SearchQuery, type StoredQuery, searchQuery, storedQuery } from './input'
import { analyseText } from './words'

/** Something that can be found, as the area that owns it describes it. */
export interface SearchSource {
  kind: SearchKind
  /** Null for a collaboration and for a guide. */
  municipalityId: string | null
  /** The thing itself. */
  subjectId: string
  /** Of a part: whether it is a document that follows the report, rather than a list of its project. */
  isFile?: boolean
  title: string
  lead: string
  /** Municipality and its parallel names, collaboration, technologies, suppliers. */
  names: string[]
  body: string
  themeCode?: string
  technologies: string[]
  outcome?: ReportOutcome
  /** Its date, where it has one; else it is dated by when it was shared, or made. */
  datedOn?: Date
  madeAt?: Date
  /** Who may find it; not said of what everybody always could. */
  audience?: Visibility
  /** When it was shared, where that was before now. */
  sharedAt?: Date
}

interface Share {
  sharedAt: Date | null
  sharedAs: Visibility | null
}

/** Since when, and as widely as, others can find a thing: from the first time, and anew when more can. */
export function shareOf(
  known: Share | null,
  { audience, sharedAt }: Pick<SearchSource, 'audience' | 'sharedAt'>,
  now: Date,
): Share {
  const before = known ?? { sharedAt: null, sharedAs: null }
  if (!audience || audience === 'municipality') return before
  if (before.sharedAs && isNarrowerOrEqual(audience, before.sharedAs)) return before
  return { sharedAt: sharedAt ?? now, sharedAs: audience }
}

type Weight = 'A' | 'B' | 'C' | 'D'

/** Longer texts are found by their beginning: PostgreSQL keeps positions up to 16 383. */
const mostWords = 4000

/** A lexeme as PostgreSQL reads it. */
export const quoted = (lexeme: string) => `'${lexeme.replace(/[\\']/g, (sign) => sign + sign)}'`

/**
 * The `tsvector` of a source: its words and meanings by where they stand (title, names, lead, body), parts of compounds one weight
 * lower. Names and title are found without their special letters too.
 */
export function vectorOf(source: Pick<SearchSource, 'title' | 'names' | 'lead' | 'body'>): string {
  const entries = [
    ...entriesOf(source.title, 'A', 'B', true),
    ...entriesOf(source.names.join('\n'), 'B', 'C', true),
    ...entriesOf(source.lead, 'C', 'C', false),
    ...entriesOf(source.body, 'D', 'D', false),
  ]
  return entries.map(({ lexeme, weight }, index) => `${quoted(lexeme)}:${Math.min(index + 1, 16_383)}${weight}`).join(' ')
}

function entriesOf(text: string, own: Weight, ofParts: Weight, isFolded: boolean): { lexeme: string; weight: Weight }[] {
  return analyseText(text)
    .slice(0, mostWords)
    .flatMap((word) => [
      ...[...new Set([word.raw, word.whole, ...(isFolded ? [word.folded] : [])])].map((lexeme) => ({ lexeme, weight: own })),
      ...word.parts.map((lexeme) => ({ lexeme, weight: ofParts })),
    ])
    .filter(({ lexeme }) => lexeme.length > 0 && lexeme.length < 200)
}

/** What misspellings are held against: every word of title, names and lead once, as written and without special letters. */
export function wordsOf(source: Pick<SearchSource, 'title' | 'names' | 'lead'>): string {
  const words = analyseText([source.title, ...source.names, source.lead].join('\n'))
  return [...new Set(words.flatMap((word) => [word.raw, word.folded]))].join(' ')
}

/** The address of a search with some fields changed; empty fields are left out. A new filter goes to page one. */
export function searchHref(query: SearchQuery, change: Partial<SearchQuery>): string {
  const address = addressOf({ ...query, ...('side' in change ? {} : { side: 1 }), ...change })
  return address ? `/erfaringer?${address}` : '/erfaringer'
}

/** The fields of a search as the part of an address after the question mark. */
export function addressOf(query: SearchQuery): string {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(query))
    for (const one of [value].flat()) if (one !== '' && !(name === 'side' && one === 1)) parameters.append(name, String(one))
  return parameters.toString()
}

/** A search as it is kept, read from an address. */
export function storedAt(address: string): StoredQuery {
  const parameters = new URLSearchParams(address)
  const fields = [...new Set(parameters.keys())].map((name) => [name, parameters.getAll(name)] as const)
  return storedQuery.parse(Object.fromEntries(fields.map(([name, values]) => [name, values.length > 1 ? values : values[0]])))
}

/** Whether two searches ask for the same, on whatever page and in whatever order. */
export function isSameSearch(one: Omit<SearchQuery, 'side'>, other: Omit<SearchQuery, 'side'>): boolean {
  const plain = (query: Omit<SearchQuery, 'side'>) => addressOf({ ...searchQuery.parse(query), side: 1, sorter: '' })
  return plain(one) === plain(other)
}

/** The search with one value of a facet chosen, or no longer chosen. */
export function toggled(query: SearchQuery, name: FacetName, value: string): Partial<SearchQuery> {
  const chosen: readonly string[] = query[name]
  return { [name]: chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value] }
}

/** Whether only some of what was found is shown. */
export function isNarrowed(query: SearchQuery): boolean {
  return query.lik !== '' || facetNames.some((name) => query[name].length > 0)
}

/** What may be noted of a search: numbers that name a person are left out. */
export function loggable(typed: string): string {
  return typed
    .replace(/(?<!\d)\d{6}[ -]?\d{5}(?!\d)/g, (number) => (isIdentityNumber(number.replace(/\D/g, '')) ? ' ' : number))
    .replace(/\s+/g, ' ')
    .trim()
}

interface Found {
  kind: SearchKind
  key: string | null
  title: string
  /** The lesson, or the kind of the part. */
  anchor?: string | null
}

/** Where a hit leads. */
export function hrefOf(row: Found): string {
  switch (row.kind) {
    case 'report':
      return `/erfaringer/${row.key}`
    case 'project':
      return `/prosjekter/${row.key}`
    case 'lesson':
      return `/prosjekter/${row.key}/erfaringer/${row.anchor}`
    case 'part':
      return `/erfaringer/${row.key}#parts-tittel`
    case 'collection':
      return `/samlinger/${row.key}`
    case 'municipality':
      return `/kommuner/${row.key}`
    case 'collaboration':
      return `/erfaringer?samarbeid=${encodeURIComponent(row.title)}`
  }
}
