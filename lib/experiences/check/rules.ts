import { createHash } from 'node:crypto'
import type { FindingKind, SectionKind, Visibility } from '@/generated/prisma/enums'
import { parseAmount } from '@/lib/platform/amount'
import { elevenDigitsIn, isAccountNumber, isIdentityNumber } from '@/lib/platform/numbers-of-people'
import { type DraftReport, isNarrowerOrEqual } from '../rules'
import { linksOf, plainText } from '../text/rules'
import { namedIn, type OwnPeople, ownPeople } from './people/rules'

export interface ReportText {
  section: SectionKind | 'short'
  /** The name of the field in the form. Null for the parts, which are written in the project. */
  field: string | null
  /** Who will be able to read it. */
  readers: Visibility
  text: string
  /** A sum or a measure: a number of a person does not belong there either, but it is no telephone number. */
  isFigure?: boolean
}

/** What may name a person: an identity number must go, the others are asked about. */
export interface Finding {
  /** The same for as long as it is the same thing, in the same place, for the same readers; the text around it may change. */
  key: string
  kind: FindingKind
  section: ReportText['section']
  field: string | null
  readers: Visibility
  found: string
  before: string
  after: string
}

interface Hit {
  kind: FindingKind
  start: number
  end: number
}

const email = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu
/** Eight digits as telephone numbers are written: `22334455`, `22 33 44 55`, `912 34 567`, with or without `+47`. */
const phone =
  /(?<![\d\p{L}.,-])(?:(?:\+|00)47[ \u00a0]?)?(?:[2-9]\d(?:[ \u00a0]?\d\d){3}|[49]\d\d[ \u00a0]\d\d[ \u00a0]\d{3})(?![\d]|[.,]\d|[ \u00a0]?(?:kr|kroner|mill|timer|timar|prosent|%))/giu

/** All findings in the texts of a report, in the order they are read; the same thing twice in one field is one finding. */
export function findings(texts: readonly ReportText[], people: readonly string[]): Finding[] {
  const own = ownPeople(people)
  const found = new Map<string, Finding>()
  for (const text of texts)
    for (const hit of hitsIn(text.text, own)) {
      if (isMeant(text, hit)) continue
      const finding = findingOf(text, hit)
      if (!found.has(finding.key)) found.set(finding.key, finding)
    }
  return [...found.values()]
}

/** The contact is meant to be an address or a number to call, and a figure to be a number: only that is not asked about. */
const isMeant = ({ field, isFigure }: ReportText, { kind }: Hit) =>
  isFigure ? kind !== 'identity' : field === 'contact' && (kind === 'email' || kind === 'phone')

function findingOf({ section, field, readers, text }: ReportText, { kind, start, end }: Hit): Finding {
  const found = text.slice(start, end)
  const bare = kind === 'name' || kind === 'email' ? found.toLocaleLowerCase('nb') : found.replace(/\D/g, '')
  const place = field?.replace(/\.\d+\./, '.') ?? ''
  return {
    key: keyOf(section, place, readers, kind, bare),
    ...{ kind, section, field, readers, found },
    before: text.slice(Math.max(0, start - 60), start).replace(/\s+/g, ' '),
    after: text.slice(end, end + 60).replace(/\s+/g, ' '),
  }
}

/** A hash, so that what was found is not kept in the open when the text is gone. */
const keyOf = (...parts: string[]) => createHash('sha256').update(parts.join('\n')).digest('base64url').slice(0, 22)

/** What is a number of one kind is not a number of another; the gravest reading wins. */
function hitsIn(text: string, own: OwnPeople): Hit[] {
  const hits: Hit[] = []
  const add = (hit: Hit) => {
    if (hits.every((other) => hit.end <= other.start || other.end <= hit.start)) hits.push(hit)
  }
  const numbers = elevenDigitsIn(text)
  for (const { bare, ...range } of numbers) if (isIdentityNumber(bare)) add({ kind: 'identity', ...range })
  for (const { bare, ...range } of numbers) if (isAccountNumber(bare)) add({ kind: 'account', ...range })
  for (const match of text.matchAll(email)) add({ kind: 'email', ...rangeOf(match) })
  for (const match of text.matchAll(phone)) if (!isDay(match[0])) add({ kind: 'phone', ...rangeOf(match) })
  for (const range of namedIn(text, own)) add({ kind: 'name', ...range })
  return hits.sort((a, b) => a.start - b.start)
}

const rangeOf = (match: RegExpExecArray) => ({ start: match.index, end: match.index + match[0].length })
const isDay = (digits: string) => /^20\d\d(0[1-9]|1[0-2])([0-2]\d|3[01])$/.test(digits)

/** Every text of a report that others will read, field by field. */
export function reportTexts(report: DraftReport, parts: readonly string[]): ReportText[] {
  const { background, solution, cost, effect, lessons, advice, people } = report
  const rich: [SectionKind, string, typeof background.need][] = [
    ['background', 'need', background.need],
    ['background', 'alternatives', background.alternatives],
    ['solution', 'steps', solution.steps],
    ['lessons', 'wouldChange', lessons.wouldChange],
    ['lessons', 'worked', lessons.worked],
    ['lessons', 'didNotWork', lessons.didNotWork],
    ['advice', 'mustAdapt', advice.mustAdapt],
    ['advice', 'leastResources', advice.leastResources],
  ]
  const plain: [ReportText['section'], string, string][] = [
    ['short', 'title', report.title],
    ['short', 'summary', report.summary],
    ['background', 'affected', background.affected],
    ['solution', 'technologies', solution.technologies.join(', ')],
    ['solution', 'suppliers', solution.suppliers.join(', ')],
    ['solution', 'solutionVersion', solution.version],
    ['solution', 'standards', solution.standards],
    ['cost', 'costComment', cost.comment],
    ['effect', 'unintended', effect.unintended],
    ['advice', 'firstSteps', advice.firstSteps.join('\n')],
    ['advice', 'prerequisites', report.prerequisites.map(({ text }) => text).join('\n')],
    ['advice', 'prerequisites', report.prerequisites.map(({ value }) => value).join('\n')],
    ['advice', 'maySkip', advice.maySkip],
    ['parts', 'partsComment', report.partsComment],
    ['people', 'role', people.role],
    ['people', 'standIn', people.standIn],
    ['people', 'contact', people.contact],
    ['people', 'askAbout', people.askAbout],
  ]
  const texts: Omit<ReportText, 'readers'>[] = [
    ...plain.map(([section, field, text]) => ({ section, field, text })),
    ...rich.flatMap(([section, field, text]) =>
      [plainText(text), ...linksOf(text)].map((one) => ({ section, field, text: one })),
    ),
    ...rowTexts('cost', 'costs', report.costs, ['year', 'planned', 'actual']),
    ...rowTexts('effect', 'effects', report.effects, ['title', 'valueBefore', 'valueAfter', 'period', 'source', 'beneficiary']),
    ...parts.map((text) => ({ section: 'parts' as const, field: null, text })),
  ]
  return texts
    .filter(({ text }) => text.trim() !== '')
    .map((text) => ({ ...text, readers: text.section === 'short' ? report.visibility : audienceOf(report, text.section) }))
}

/** What is typed in the lines of costs and effects, field by field. */
function rowTexts<Row extends object>(section: SectionKind, name: string, rows: Row[], fields: (keyof Row & string)[]) {
  return rows.flatMap((row, index) =>
    fields.map((field) => {
      const text = String(row[field])
      return { section, field: `${name}.${index}.${field}`, text, isFigure: parseAmount(text) !== null }
    }),
  )
}

/** Who will be able to read a section: its own audience where that is narrower, else that of the report. */
export function audienceOf(report: DraftReport, kind: SectionKind): Visibility {
  const own = report.audiences[kind]
  return own && isNarrowerOrEqual(own, report.visibility) ? own : report.visibility
}

/** What in an item of a part is a code of ours, or tells it apart from others: nobody wrote it. */
const notWritten = new Set([
  'key',
  'phase',
  'kind',
  'category',
  'proximity',
  'strategy',
  'unit',
  'group',
  'affected',
  'influence',
  'audience',
])

/** All that somebody has written in the items of a part. */
export function writtenInPart(content: unknown): string[] {
  if (typeof content === 'string') return [content]
  if (Array.isArray(content)) return content.flatMap(writtenInPart)
  if (typeof content !== 'object' || content === null) return []
  return Object.entries(content).flatMap(([name, inner]) => (notWritten.has(name) ? [] : writtenInPart(inner)))
}
