import type { SectionKind } from '@/generated/prisma/enums'
import { type Prerequisite, readPrerequisite } from '@/lib/fit/prerequisite/rules'
import { type FormState, nested } from '@/lib/platform/form'
import type { DraftInput, PublishInput } from '../input'
import type { DraftReport, WrittenReport } from '../rules'
import { type RichField, richFields } from '../sections'
import { plainText, type RichText } from '../text/rules'

type Values = FormState['values']

/** A figure as it is typed in Norway. */
const typedFigure = (value: number | null): string => (value === null ? '' : String(value).replace('.', ','))

/** What stood before or after, as it is typed: a figure, or words. */
const typedMeasure = (value: number | null, words: string): string => (value === null ? words : typedFigure(value))

/** A report with its lines as somebody would type them. */
export function typedReport(report: WrittenReport): DraftReport {
  return {
    ...report,
    costs: report.costs.map(({ year, planned, actual, ...line }) => ({
      ...line,
      ...{ year: String(year), planned: typedFigure(planned), actual: typedFigure(actual) },
    })),
    effects: report.effects.map(({ valueBefore, valueAfter, wordsBefore, wordsAfter, ...effect }) => ({
      ...effect,
      ...{ valueBefore: typedMeasure(valueBefore, wordsBefore), valueAfter: typedMeasure(valueAfter, wordsAfter) },
    })),
  }
}

/** The long answers by the name of their field. */
export function richTextsOf(report: DraftReport): Record<RichField, RichText> {
  const { background, solution, lessons, advice } = report
  return {
    need: background.need,
    alternatives: background.alternatives,
    steps: solution.steps,
    wouldChange: lessons.wouldChange,
    worked: lessons.worked,
    didNotWork: lessons.didNotWork,
    mustAdapt: advice.mustAdapt,
    leastResources: advice.leastResources,
  }
}

/** The report as it stands in its form, by the names of the fields. What is read back from it is the same report. */
export function formValues(report: DraftReport): Values {
  const { background, solution, advice, people } = report
  const rich = richTextsOf(report)
  const row = (name: string, index: number, fields: Record<string, string>) =>
    Object.entries(fields).map(([field, value]): [string, string] => [`${name}.${index}.${field}`, value])
  return {
    title: report.title,
    summary: report.summary,
    outcome: report.outcome ?? '',
    themeCode: report.themeCode,
    affected: background.affected,
    technologies: solution.technologies.join(', '),
    suppliers: solution.suppliers.join(', '),
    solutionVersion: solution.version,
    standards: solution.standards,
    costComment: report.cost.comment,
    unintended: report.effect.unintended,
    firstSteps: advice.firstSteps.join('\n'),
    prerequisites: report.prerequisites.map(({ text }) => text).join('\n'),
    ...Object.fromEntries(
      report.prerequisites.flatMap(({ text: line, kind, value }, index) => row('asks', index, { line, kind, value })),
    ),
    maySkip: advice.maySkip,
    'parts[]': report.parts,
    ...Object.fromEntries(report.documents.flatMap(typedDocument)),
    partsComment: report.partsComment,
    role: people.role,
    standIn: people.standIn,
    contact: people.contact,
    askAbout: people.askAbout,
    'wants[]': people.wants,
    visibility: report.visibility,
    ...Object.fromEntries(richFields.map((name) => [name, plainText(rich[name])])),
    ...Object.fromEntries(richFields.map((name) => [`rich.${name}`, JSON.stringify(rich[name])])),
    ...Object.fromEntries(Object.entries(report.audiences).map(([kind, audience]) => [`audiences.${kind}`, audience])),
    ...Object.fromEntries(report.costs.flatMap((line, index) => row('costs', index, line))),
    ...Object.fromEntries(
      report.effects.flatMap(({ result, ...effect }, index) => row('effects', index, { ...effect, result: result ?? '' })),
    ),
  }
}

function typedDocument({ documentId, number, kind, licence, visibility }: WrittenReport['documents'][number]) {
  const fields = { take: 'on', number: String(number), kind, licence, audience: visibility ?? 'same' }
  return Object.entries(fields).map(([field, value]): [string, string] => [`documents.${documentId}.${field}`, value])
}

/** The report as the schemas of the form read it. */
export const sentForm = (report: DraftReport) => nested(formValues(report))

/** What was sent, as a report: of a draft its lines as they are typed, of what is to be published as figures. */
export function writtenOf(input: DraftInput): DraftReport
export function writtenOf(input: PublishInput): WrittenReport
export function writtenOf(input: DraftInput | PublishInput) {
  const { need, affected, alternatives, steps, standards, worked, didNotWork, wouldChange } = input
  const { mustAdapt, maySkip, firstSteps, leastResources, role, standIn, contact, askAbout, wants } = input
  const { title, summary, outcome, themeCode, technologies, suppliers, costs, effects, parts, documents } = input
  return {
    ...{ title, summary, outcome, themeCode, costs, effects, parts, documents },
    prerequisites: prerequisitesIn(input),
    background: { need, affected, alternatives },
    solution: { technologies, suppliers, version: input.solutionVersion, standards, steps },
    cost: { comment: input.costComment },
    effect: { unintended: input.unintended },
    lessons: { worked, didNotWork, wouldChange },
    advice: { mustAdapt, maySkip, firstSteps, leastResources },
    partsComment: input.partsComment,
    people: { role, standIn, contact, askAbout, wants },
    visibility: input.visibility,
    audiences: Object.fromEntries(
      Object.entries(input.audiences).filter(([, audience]) => audience !== 'same'),
    ) as WrittenReport['audiences'],
  }
}

/** The lines of what must be in place, each of the kind that was chosen for it; a line without one is read from its words. */
export function prerequisitesIn({ prerequisites, asks, technologies }: DraftInput | PublishInput): Prerequisite[] {
  return prerequisites.map((text) => {
    const chosen = asks.find(({ line }) => line === text)
    return chosen?.kind ? { text, kind: chosen.kind, value: chosen.value } : readPrerequisite(text, technologies)
  })
}

export interface Answer {
  section: SectionKind | 'short'
  /** The first field to go to. */
  field: string
  isRequired?: boolean
}

/** What a report that helps others answers. The required ones must be there to publish; the others only nudge. */
export const answers: readonly Answer[] = [
  { section: 'short', field: 'title', isRequired: true },
  { section: 'short', field: 'summary', isRequired: true },
  { section: 'short', field: 'outcome', isRequired: true },
  { section: 'background', field: 'need' },
  { section: 'background', field: 'affected' },
  { section: 'background', field: 'alternatives' },
  { section: 'solution', field: 'technologies' },
  { section: 'solution', field: 'standards' },
  { section: 'solution', field: 'steps' },
  { section: 'cost', field: 'costs' },
  { section: 'effect', field: 'effects' },
  { section: 'lessons', field: 'wouldChange', isRequired: true },
  { section: 'lessons', field: 'worked' },
  { section: 'lessons', field: 'didNotWork' },
  { section: 'advice', field: 'firstSteps', isRequired: true },
  { section: 'advice', field: 'prerequisites' },
  { section: 'advice', field: 'mustAdapt' },
  { section: 'advice', field: 'leastResources' },
  { section: 'parts', field: 'parts[]' },
  { section: 'people', field: 'role', isRequired: true },
  { section: 'people', field: 'contact', isRequired: true },
]

/** How much of the report is answered, as whole per cent, and what is not. It nudges and never blocks. */
export function completeness(values: Values): { percent: number; missing: Answer[] } {
  const missing = answers.filter(({ field }) => !isAnswered(field, values))
  return { percent: Math.round((100 * (answers.length - missing.length)) / answers.length), missing }
}

function isAnswered(field: string, values: Values): boolean {
  if (field === 'costs') return anyFilled(/^costs\.\d+\.(planned|actual)$/, values)
  // A benefit that nobody has said how went is a gap still.
  if (field === 'effects') return anyFilled(/^effects\.\d+\.valueAfter$/, values)
  const value = values[field] ?? ''
  return Array.isArray(value) ? value.length > 0 : value.trim() !== ''
}

const anyFilled = (names: RegExp, values: Values) =>
  Object.entries(values).some(([name, value]) => names.test(name) && value.toString().trim() !== '')
