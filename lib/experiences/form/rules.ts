import type { SectionKind } from '@/generated/prisma/enums'
import { type FormState, nested } from '@/lib/platform/form'
import type { DraftInput } from '../input'
import type { WrittenReport } from '../rules'
import { type RichField, richFields } from '../sections'
import { plainText, type RichText } from '../text/rules'

type Values = FormState['values']

/** A figure as it is typed in Norway. */
export const typedFigure = (value: number | null): string => (value === null ? '' : String(value).replace('.', ','))

/** The long answers by the name of their field. */
export function richTextsOf(report: WrittenReport): Record<RichField, RichText> {
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
export function formValues(report: WrittenReport): Values {
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
    technologies: report.technologies.join(', '),
    suppliers: report.suppliers.join(', '),
    solutionVersion: solution.version,
    standards: solution.standards,
    costComment: report.cost.comment,
    unintended: report.effect.unintended,
    firstSteps: advice.firstSteps.join('\n'),
    prerequisites: report.prerequisites.join('\n'),
    maySkip: advice.maySkip,
    'parts[]': report.parts,
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
    ...Object.fromEntries(
      report.costs.flatMap(({ kind, year, planned, actual, quality }, index) =>
        row('costs', index, {
          ...{ kind, quality, year: String(year) },
          ...{ planned: typedFigure(planned), actual: typedFigure(actual) },
        }),
      ),
    ),
    ...Object.fromEntries(
      report.effects.flatMap(({ valueBefore, valueAfter, ...effect }, index) =>
        row('effects', index, { ...effect, valueBefore: typedFigure(valueBefore), valueAfter: typedFigure(valueAfter) }),
      ),
    ),
  }
}

/** The report as the schemas of the form read it. */
export const sentForm = (report: WrittenReport) => nested(formValues(report))

/** What was sent, as a report. */
export function writtenOf(input: DraftInput): WrittenReport {
  const { need, affected, alternatives, steps, standards, worked, didNotWork, wouldChange } = input
  const { mustAdapt, maySkip, firstSteps, leastResources, role, standIn, contact, askAbout, wants } = input
  const { title, summary, outcome, themeCode, technologies, suppliers, costs, effects, prerequisites, parts } = input
  return {
    ...{ title, summary, outcome, themeCode, technologies, suppliers, costs, effects, prerequisites, parts },
    background: { need, affected, alternatives },
    solution: { version: input.solutionVersion, standards, steps },
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
  if (field === 'effects') return anyFilled(/^effects\.\d+\.title$/, values)
  const value = values[field] ?? ''
  return Array.isArray(value) ? value.length > 0 : value.trim() !== ''
}

const anyFilled = (names: RegExp, values: Values) =>
  Object.entries(values).some(([name, value]) => names.test(name) && value.toString().trim() !== '')
