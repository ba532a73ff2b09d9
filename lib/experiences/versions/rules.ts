import type { PartKind, ReportOutcome, SectionKind } from '@/generated/prisma/enums'
import type { CostLine, Effect } from '../rules'
import type { SectionContent } from '../sections'
import { plainText } from '../text/rules'

/** A report as one reader may read it, at one time: the sections kept from them are not there. */
export interface ReadReport {
  title: string
  summary: string
  outcome: ReportOutcome | null
  themeCode: string
  technologies: string[]
  suppliers: string[]
  sections: Partial<SectionContent>
  costs: CostLine[]
  effects: Effect[]
  prerequisites: string[]
  parts: { kind: PartKind; items: string[] }[]
}

/** The words that figures and choices are shown by. */
export interface ComparedWords {
  outcome(outcome: ReportOutcome): string
  theme(code: string): string
  cost(line: CostLine): string
  effect(effect: Effect): string
  part(kind: PartKind, items: string[]): string
}

export interface Piece {
  kind: 'same' | 'added' | 'removed'
  text: string
}

export interface FieldChange {
  section: SectionKind | 'short'
  /** The name of the field; the screen has its label. */
  field: string
  pieces: Piece[]
}

/** What differs between two versions, field by field in reading order. A section that the reader sees only one of is not compared. */
export function changesBetween(before: ReadReport, after: ReadReport, words: ComparedWords): FieldChange[] {
  const [old, current] = [fieldsOf(before, words), fieldsOf(after, words)]
  return current.flatMap(({ section, field, text }) => {
    if (section !== 'short' && !(before.sections[section] && after.sections[section])) return []
    const earlier = old.find((one) => one.section === section && one.field === field)?.text ?? ''
    return earlier === text ? [] : [{ section, field, pieces: differences(earlier, text) }]
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
      technologies: report.technologies.join(', '),
      suppliers: report.suppliers.join(', '),
    }),
    ...of('background', {
      need: background && plainText(background.need),
      affected: background?.affected,
      alternatives: background && plainText(background.alternatives),
    }),
    ...of('solution', {
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
      prerequisites: list(report.prerequisites),
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

/** Beyond this many comparisons the middle is shown as replaced whole: still true, and never slow. */
const mostCells = 1_500_000

/** The second text against the first, word by word. Same and added make the second, same and removed the first. */
export function differences(before: string, after: string): Piece[] {
  const [old, current] = [before.match(/\s+|\S+/g) ?? [], after.match(/\s+|\S+/g) ?? []]
  let head = 0
  while (head < old.length && head < current.length && old[head] === current[head]) head++
  let tail = 0
  while (tail < Math.min(old.length, current.length) - head && old.at(-1 - tail) === current.at(-1 - tail)) tail++
  const pieces: Piece[] = []
  const add = (kind: Piece['kind'], text: string) => {
    const last = pieces.at(-1)
    if (text === '') return
    if (last?.kind === kind) last.text += text
    else pieces.push({ kind, text })
  }
  add('same', old.slice(0, head).join(''))
  const [removed, added] = [old.slice(head, old.length - tail), current.slice(head, current.length - tail)]
  for (const { kind, text } of compared(removed, added)) add(kind, text)
  add('same', old.slice(old.length - tail).join(''))
  return pieces
}

function compared(old: string[], current: string[]): Piece[] {
  const whole = (): Piece[] => [
    { kind: 'removed', text: old.join('') },
    { kind: 'added', text: current.join('') },
  ]
  if (old.length === 0 || current.length === 0 || old.length * current.length > mostCells) return whole()
  const width = current.length + 1
  // The length of the longest common run of words from each place on.
  const longest = new Uint16Array((old.length + 1) * width)
  const at = (row: number, column: number) => longest[row * width + column] ?? 0
  for (let row = old.length - 1; row >= 0; row--)
    for (let column = current.length - 1; column >= 0; column--)
      longest[row * width + column] =
        old[row] === current[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1))
  const pieces: Piece[] = []
  let [row, column] = [0, 0]
  while (row < old.length || column < current.length) {
    const [mine, theirs] = [old[row], current[column]]
    if (mine !== undefined && mine === theirs) {
      pieces.push({ kind: 'same', text: mine })
      row++
      column++
    } else if (mine !== undefined && (theirs === undefined || at(row + 1, column) >= at(row, column + 1))) {
      pieces.push({ kind: 'removed', text: mine })
      row++
    } else {
      pieces.push({ kind: 'added', text: theirs ?? '' })
      column++
    }
  }
  return pieces
}
