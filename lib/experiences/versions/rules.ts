import type { PartKind, ReportOutcome, SectionKind } from '@/generated/prisma/enums'
import type { Prerequisite } from '@/lib/fit/prerequisite/rules'
import type { CostLine, Effect } from '../rules'
import type { SectionContent } from '../sections'
import { plainText } from '../text/rules'
import { type Line, lineByLine } from './difference/rules'

/** A report as one reader may read it, at one time: the sections kept from them are not there. */
export interface ReadReport {
  title: string
  summary: string
  outcome: ReportOutcome | null
  themeCode: string
  sections: Partial<SectionContent>
  costs: CostLine[]
  effects: Effect[]
  prerequisites: Prerequisite[]
  parts: { kind: PartKind; items: string[] }[]
}

/** The words that figures and choices are shown by. */
export interface ComparedWords {
  outcome(outcome: ReportOutcome): string
  theme(code: string): string
  cost(line: CostLine): string
  effect(effect: Effect): string
  prerequisite(prerequisite: Prerequisite): string
  part(kind: PartKind, items: string[]): string
}

export interface FieldChange {
  section: SectionKind | 'short'
  /** The name of the field; the screen has its label. */
  field: string
  lines: Line[]
}

/** What differs between two versions, field by field in reading order. A section that the reader sees only one of is not compared. */
export function changesBetween(before: ReadReport, after: ReadReport, words: ComparedWords): FieldChange[] {
  const [old, current] = [fieldsOf(before, words), fieldsOf(after, words)]
  return current.flatMap(({ section, field, text }) => {
    if (section !== 'short' && !(before.sections[section] && after.sections[section])) return []
    const earlier = old.find((one) => one.section === section && one.field === field)?.text ?? ''
    const lines = lineByLine(earlier, text)
    return lines.some((line) => 'pieces' in line) ? [{ section, field, lines }] : []
  })
}

function fieldsOf(report: ReadReport, words: ComparedWords): { section: FieldChange['section']; field: string; text: string }[] {
  const { background, solution, cost, effect, lessons, advice, parts, people } = report.sections
  const list = (texts: string[]) => texts.join('\n')
  const of = (section: FieldChange['section'], fields: Record<string, string | undefined>) =>
    Object.entries(fields).map(([field, text]) => ({ section, field, text: text ?? '' }))
  return [
    ...of('short', {
      title: report.title,
      summary: report.summary,
      outcome: report.outcome ? words.outcome(report.outcome) : '',
      theme: words.theme(report.themeCode),
    }),
    ...of('background', {
      need: background && plainText(background.need),
      affected: background?.affected,
      alternatives: background && plainText(background.alternatives),
    }),
    ...of('solution', {
      technologies: solution?.technologies.join(', '),
      suppliers: solution?.suppliers.join(', '),
      version: solution?.version,
      standards: solution?.standards,
      steps: solution && plainText(solution.steps),
    }),
    ...of('cost', { costs: list(report.costs.map(words.cost)), comment: cost?.comment }),
    ...of('effect', { effects: list(report.effects.map(words.effect)), unintended: effect?.unintended }),
    ...of('lessons', {
      wouldChange: lessons && plainText(lessons.wouldChange),
      worked: lessons && plainText(lessons.worked),
      didNotWork: lessons && plainText(lessons.didNotWork),
    }),
    ...of('advice', {
      prerequisites: list(report.prerequisites.map(words.prerequisite)),
      firstSteps: advice && list(advice.firstSteps),
      mustAdapt: advice && plainText(advice.mustAdapt),
      maySkip: advice?.maySkip,
      leastResources: advice && plainText(advice.leastResources),
    }),
    ...of('parts', { parts: list(report.parts.map(({ kind, items }) => words.part(kind, items))), comment: parts?.comment }),
    ...of('people', {
      steward: people?.role,
      standIn: people?.standIn,
      contact: people?.contact,
      askAbout: people?.askAbout,
    }),
  ]
}
