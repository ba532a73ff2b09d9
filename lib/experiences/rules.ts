import type {
  BenefitCategory,
  CostKind,
  EffectPer,
  EffectResult,
  FigureQuality,
  IndicatorUnit,
  PartKind,
  ReportOutcome,
  SectionKind,
  Visibility,
} from '@/generated/prisma/enums'
import type { Prerequisite } from '@/lib/fit/prerequisite/rules'
import type { IsoDate } from '@/lib/platform/dates'
import { slugOfWords } from '@/lib/platform/slug'
import { partContent } from '@/lib/sharing/parts'
import type { DocumentChoice } from './documents/rules'
import type { TypedCost, TypedEffect } from './form/input'
import type { SectionContent } from './sections'

export interface CostLine {
  kind: CostKind
  year: number
  /** Kroner, but hours for `own_hours`. */
  planned: number | null
  actual: number | null
  quality: FigureQuality
}

export interface Effect {
  category: BenefitCategory
  title: string
  unit: IndicatorUnit
  /** Null where it is not counted: then the words tell, if anything does. */
  valueBefore: number | null
  valueAfter: number | null
  wordsBefore: string
  wordsAfter: string
  /** What time the figures are for. */
  per: EffectPer
  quality: FigureQuality
  result: EffectResult | null
  period: string
  source: string
  beneficiary: string
}

/** Everything a person writes in a report, published or not. */
export interface ReportBody {
  title: string
  summary: string
  outcome: ReportOutcome | null
  themeCode: string
  background: SectionContent['background']
  solution: SectionContent['solution']
  costs: CostLine[]
  cost: SectionContent['cost']
  effects: Effect[]
  effect: SectionContent['effect']
  lessons: SectionContent['lessons']
  prerequisites: Prerequisite[]
  advice: SectionContent['advice']
  parts: PartKind[]
  documents: DocumentChoice[]
  partsComment: string
  people: SectionContent['people']
}

/** What is written, and for whom. A section without an audience of its own has that of the report. */
export interface WrittenReport extends ReportBody {
  visibility: Visibility
  audiences: Partial<Record<SectionKind, Visibility>>
}

/** What is being written: its lines as they are typed, finished or not. */
export interface DraftReport extends Omit<WrittenReport, 'costs' | 'effects'> {
  costs: TypedCost[]
  effects: TypedEffect[]
}

const widths: Record<Visibility, number> = { municipality: 0, collaboration: 1, municipalities: 2, open: 3 }

/** Whether the first audience holds nobody that the second does not. */
export function isNarrowerOrEqual(visibility: Visibility, than: Visibility): boolean {
  return widths[visibility] <= widths[than]
}

/** The sections that fewer read than read the report, of those that have an audience of their own. */
export function narrowerSections(
  visibility: Visibility,
  sections: readonly { kind: SectionKind; visibility: Visibility | null }[],
): Partial<Record<SectionKind, Visibility>> {
  return Object.fromEntries(
    sections.flatMap(({ kind, visibility: own }) => (own && widths[own] < widths[visibility] ? [[kind, own]] : [])),
  )
}

/** The last part of a report's address, from its title and municipality. */
export function slugOf(title: string, municipality: string): string {
  return slugOfWords(`${title} ${municipality}`) || 'erfaring'
}

/** Total planned and actual kroner over the cost lines; hours are counted apart. Null where no line has the figure. */
export function costTotals(lines: CostLine[]): {
  plannedNok: number | null
  actualNok: number | null
  plannedHours: number | null
  actualHours: number | null
} {
  const sum = (chosen: CostLine[], figure: 'planned' | 'actual') => {
    const known = chosen.map((line) => line[figure]).filter((value) => value !== null)
    return known.length === 0 ? null : known.reduce((total, value) => total + value, 0)
  }
  const money = lines.filter((line) => line.kind !== 'own_hours')
  const hours = lines.filter((line) => line.kind === 'own_hours')
  return {
    plannedNok: sum(money, 'planned'),
    actualNok: sum(money, 'actual'),
    plannedHours: sum(hours, 'planned'),
    actualHours: sum(hours, 'actual'),
  }
}

/** Months since somebody last said that the report still holds; stale after twelve. */
export function isStale(report: { confirmedOn: IsoDate | null }, today: IsoDate): boolean {
  if (!report.confirmedOn) return false
  const [year, rest] = [Number(report.confirmedOn.slice(0, 4)), report.confirmedOn.slice(4)]
  return `${year + 1}${rest}` <= today
}

/** What a part holds, a line an item. */
export function partItems(kind: PartKind, content: unknown): string[] {
  const items = partContent[kind].parse(content ?? [])
  return items.map((item) => ('title' in item ? item.title : 'text' in item ? item.text : item.phase))
}
