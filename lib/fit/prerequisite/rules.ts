import type { PrerequisiteKind } from '@/generated/prisma/enums'
import { storable } from '@/lib/platform/storable'
import { type Size, sizeIn, sizeOf } from '../size/rules'

/** A line of what must be in place before others can do the same; and, where its kind has one, the thing by its name: the systems, the size, the document. */
export interface Prerequisite {
  text: string
  kind: PrerequisiteKind
  value: string
}

/** One thing that a line asks for. What a municipality answers about a subject counts for every report that asks for it. */
export type Asked =
  | { kind: 'system' | 'agreement' | 'role' | 'document' | 'other'; name: string; subject: string }
  | { kind: 'size'; name: string; subject: string; size: Size }

/** National components and systems that municipalities name in the same way. */
const systems = [
  ...['ID-porten', 'Ansattporten', 'Maskinporten', 'Altinn', 'SvarUt', 'SvarInn', 'KS FIKS', 'Feide', 'Noark 5', 'Matrikkelen'],
  ...['Digital postkasse', 'eFormidling', 'Helsenettet', 'Kjernejournal', 'eByggeSak', 'ePlanSak', 'Minside'],
  ...['Folkeregisteret', 'Nødnett'],
]
const documents = ['DPIA', 'ROS', 'Databehandleravtale', 'Samarbeidsavtale', 'Behandlingsprotokoll', 'Forskrift']
const roles = ['Personvernombud', 'Beredskapskoordinator', 'Arkivleder', 'Byggesaksleder', 'Jurist']

const aboutAgreement = /samarbeid|avtale|nabokommun|interkommunal|sam(?:men|an) med andre kommun/iu
const aboutRole =
  /leder|leiar|direktør|ombud|jurist|koordinator|rådgiver|rådgjevar|rektor|person(?:er|ar)? som|(?:noen|nokon|en|ein) som|stilling/iu
const aboutDocument = /rutine|\bmal(?:en)? for|forskrift|instruks|vedtak(?:ene)?\b|oversikt over/iu

/** Case, hyphens and spaces do not tell systems apart: `e-byggesak` is `eByggeSak`. */
export const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

const wordsOf = (text: string) =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)

/** Whether a text names something: by whole words, so that «R» is not found in «Responssenter». */
export function names(text: string, name: string): boolean {
  const [wanted, words] = [bare(name), wordsOf(text)]
  if (wanted === '') return false
  return words.some((_, from) => {
    let run = ''
    for (const word of words.slice(from)) {
      run += word
      if (run === wanted || run === `${wanted}s`) return true
      if (run.length > wanted.length) return false
    }
    return false
  })
}

/** What a line is about, where nobody has said: read from its words. */
export function readPrerequisite(text: string, technologies: readonly string[] = []): Prerequisite {
  if (sizeIn(text)) return { text, kind: 'size', value: '' }
  const named = [...new Set([...systems, ...technologies])].filter((name) => names(text, name))
  if (named.length > 0) return { text, kind: 'system', value: distinct(named).join(', ') }
  const papers = documents.filter((name) => names(text, name))
  if (papers.length > 0 && !names(text, 'Samarbeidsavtale')) return { text, kind: 'document', value: papers.join(', ') }
  if (aboutAgreement.test(text)) return { text, kind: 'agreement', value: '' }
  const [role = ''] = roles.filter((name) => names(text, name))
  if (role || aboutRole.test(text)) return { text, kind: 'role', value: role }
  return { text, kind: aboutDocument.test(text) ? 'document' : 'other', value: '' }
}

/** A line as it is kept; what was written before kinds has none, and is read from its words. */
export function prerequisiteOf(
  kept: { text: string; kind: PrerequisiteKind | null; value: string },
  technologies: readonly string[] = [],
): Prerequisite {
  const { text, kind, value } = kept
  return kind ? { text, kind, value } : readPrerequisite(text, technologies)
}

/** `eByggeSak` and `e-byggesak` are one. */
function distinct(found: string[]): string[] {
  return found.filter((name, index) => found.findIndex((one) => bare(one) === bare(name)) === index)
}

/** What an answer is remembered by. */
const subjectOf = (kind: string, name: string) => `${kind}:${storable(bare(name).slice(0, 150))}`

/** The things that a line asks for, each with its subject. There is always one. */
export function askedIn({ text, kind, value }: Prerequisite): [Asked, ...Asked[]] {
  if (kind === 'size') {
    const size = sizeOf(value) ?? sizeIn(text)
    if (size) return [{ kind, name: text, size, subject: `size:${size.least ?? ''}-${size.most ?? ''}` }]
  }
  const [first, ...rest] = distinct(
    value
      .split(',')
      .map((name) => name.trim())
      .filter((name) => bare(name) !== ''),
  )
  const other = kind === 'size' ? 'other' : kind
  const asked = (name: string): Asked => ({ kind: other, name, subject: subjectOf(other, name) })
  if (first === undefined) return [{ kind: other, name: text, subject: subjectOf('line', text) }]
  return [asked(first), ...rest.map(asked)]
}
