import type { SectionKind, Visibility } from '@/generated/prisma/enums'
import { isNarrowerOrEqual, type WrittenReport } from '../rules'
import { linksOf, plainText } from '../text/rules'
import { givenNames } from './names'
import { isAccountNumber, isIdentityNumber } from './numbers/rules'

/** What may name a person: an identity number must go, the others are asked about. */
export type FindingKind = 'identity' | 'account' | 'phone' | 'email' | 'name'

export interface ReportText {
  section: SectionKind | 'short'
  /** The name of the field in the form. Null for the parts, which are written in the project. */
  field: string | null
  text: string
}

export interface Finding {
  /** The same finding has the same key as long as the text around it may change but not the thing itself. */
  key: string
  kind: FindingKind
  section: ReportText['section']
  field: string | null
  found: string
  before: string
  after: string
}

interface Hit {
  kind: FindingKind
  start: number
  end: number
}

const letter = '\\p{L}\\p{M}'
/** Eleven digits, alone or parted by single spaces, points or hyphens. Not a piece of a longer number. */
const eleven = /(?<![\d\p{L}])\d(?:[ \u00a0.-]?\d){10}(?![\d])/gu
const email = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu
/** Eight digits as telephone numbers are written: `22334455`, `22 33 44 55`, `912 34 567`, with or without `+47`. */
const phone =
  /(?<![\d\p{L}.,-])(?:(?:\+|00)47[ \u00a0]?)?(?:[2-9]\d(?:[ \u00a0]?\d\d){3}|[49]\d\d[ \u00a0]\d\d[ \u00a0]\d{3})(?![\d]|[.,]\d|[ \u00a0]?(?:kr|kroner|mill|timer|timar|prosent|%))/giu
const rest = `[${letter}'’-]*`
const fullName = new RegExp(`(?<![${letter}])(\\p{Lu}${rest})(?:[ \\u00a0]\\p{Lu}\\.?${rest}){1,3}`, 'gu')

/** All findings in the texts of a report, in the order they are read; the same thing twice in one field is one finding. */
export function findings(texts: readonly ReportText[], people: readonly string[]): Finding[] {
  const found = texts.flatMap((text) => hitsIn(text.text, people).map((hit) => findingOf(text, hit)))
  return found.filter((finding, index) => found.findIndex((other) => other.key === finding.key) === index)
}

function findingOf({ section, field, text }: ReportText, { kind, start, end }: Hit): Finding {
  const found = text.slice(start, end)
  const bare = kind === 'name' || kind === 'email' ? found.toLocaleLowerCase('nb') : found.replace(/\D/g, '')
  return {
    key: `${section}:${field ?? ''}:${kind}:${bare}`.slice(0, 400),
    kind,
    section,
    field,
    found,
    before: text.slice(Math.max(0, start - 60), start).replace(/\s+/g, ' '),
    after: text.slice(end, end + 60).replace(/\s+/g, ' '),
  }
}

/** What is a number of one kind is not a number of another; the gravest reading wins. */
function hitsIn(text: string, people: readonly string[]): Hit[] {
  const hits: Hit[] = []
  const add = (hit: Hit) => {
    if (hits.every((other) => hit.end <= other.start || other.end <= hit.start)) hits.push(hit)
  }
  const numbers = [...text.matchAll(eleven)].map((match) => ({ ...rangeOf(match), bare: match[0].replace(/\D/g, '') }))
  for (const { bare, ...range } of numbers) if (isIdentityNumber(bare)) add({ kind: 'identity', ...range })
  for (const { bare, ...range } of numbers) if (isAccountNumber(bare)) add({ kind: 'account', ...range })
  for (const match of text.matchAll(email)) add({ kind: 'email', ...rangeOf(match) })
  for (const match of text.matchAll(phone)) if (!isDay(match[0])) add({ kind: 'phone', ...rangeOf(match) })
  for (const hit of namesIn(text, people)) add(hit)
  return hits.sort((a, b) => a.start - b.start)
}

const rangeOf = (match: RegExpExecArray) => ({ start: match.index, end: match.index + match[0].length })
const isDay = (digits: string) => /^20\d\d(0[1-9]|1[0-2])([0-2]\d|3[01])$/.test(digits)

/** The known people by their full names, however they are cased; and others where a common given name is followed by another. */
function namesIn(text: string, people: readonly string[]): Hit[] {
  const lower = text.toLocaleLowerCase('nb')
  const known = people
    .filter((name) => name.trim().includes(' '))
    .flatMap((name) => {
      const wanted = name.trim().toLocaleLowerCase('nb')
      const hits: Hit[] = []
      for (let start = lower.indexOf(wanted); start >= 0; start = lower.indexOf(wanted, start + 1)) {
        const end = start + wanted.length
        if (!isLetter(lower[start - 1]) && !isLetter(lower[end])) hits.push({ kind: 'name', start, end })
      }
      return hits
    })
  const suspected = [...text.matchAll(fullName)]
    .filter((match) => givenNames.has(match[1] ?? '') || givenNames.has((match[1] ?? '').split('-')[0] ?? ''))
    .map((match) => ({ kind: 'name' as const, ...rangeOf(match) }))
  return [...known, ...suspected]
}

const isLetter = (sign: string | undefined) => sign !== undefined && /[\p{L}\p{M}]/u.test(sign)

/** Every text of a report that others will read, field by field. The contact is meant to be an address, so it is not asked about. */
export function reportTexts(report: WrittenReport, parts: readonly string[]): ReportText[] {
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
    ['solution', 'technologies', report.technologies.join(', ')],
    ['solution', 'suppliers', report.suppliers.join(', ')],
    ['solution', 'solutionVersion', solution.version],
    ['solution', 'standards', solution.standards],
    ['cost', 'costComment', cost.comment],
    ['effect', 'unintended', effect.unintended],
    ['advice', 'firstSteps', advice.firstSteps.join('\n')],
    ['advice', 'prerequisites', report.prerequisites.join('\n')],
    ['advice', 'maySkip', advice.maySkip],
    ['parts', 'partsComment', report.partsComment],
    ['people', 'role', people.role],
    ['people', 'standIn', people.standIn],
    ['people', 'contact', people.contact.replace(email, '').replace(phone, '')],
    ['people', 'askAbout', people.askAbout],
  ]
  return [
    ...plain.map(([section, field, text]) => ({ section, field, text })),
    ...rich.flatMap(([section, field, text]) =>
      [plainText(text), ...linksOf(text)].map((one) => ({ section, field, text: one })),
    ),
    ...report.effects.flatMap(({ title, period, source, beneficiary }, index) =>
      Object.entries({ title, period, source, beneficiary }).map(([name, text]) => ({
        section: 'effect' as const,
        field: `effects.${index}.${name}`,
        text,
      })),
    ),
    ...parts.map((text) => ({ section: 'parts' as const, field: null, text })),
  ].filter(({ text }) => text.trim() !== '')
}

/** Who will be able to read a section: its own audience where that is narrower, else that of the report. */
export function audienceOf(report: WrittenReport, kind: SectionKind): Visibility {
  const own = report.audiences[kind]
  return own && isNarrowerOrEqual(own, report.visibility) ? own : report.visibility
}
