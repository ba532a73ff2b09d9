import type { PartKind, SectionKind, Visibility } from '@/generated/prisma/enums'
import { costLines, effects } from '../form/input'
import { type CostLine, costTotals, type DraftReport, type Effect, isNarrowerOrEqual, narrowerSections } from '../rules'
import { type SectionContent, sectionKinds } from '../sections'

/** Whether a group of readers, named by the narrowest audience that lets them in, may read what has an audience. */
const mayRead = (reader: Visibility, audience: Visibility | null | undefined) => !audience || isNarrowerOrEqual(reader, audience)

export interface Readable {
  parts: { kind: PartKind; items: string[] }[]
  documents: { visibility: Visibility | null }[]
}

/** What a draft will show to a group of readers once it is published; null where they may not read it at all. */
export function previewFor<Rest extends Readable>(
  reader: Visibility,
  report: DraftReport,
  municipality: SectionContent['municipality'],
  { parts, documents }: Rest,
) {
  if (!mayRead(reader, report.visibility)) return null
  const isShown = (kind: SectionKind) => mayRead(reader, report.audiences[kind])
  const shown = <Thing>(kind: SectionKind, things: Thing[]) => (isShown(kind) ? things : [])
  const costs = shown('cost', finishedCosts(report))
  const contents = { ...contentsOf(report), municipality }
  return {
    outcome: report.outcome,
    narrower: narrowerSections(
      report.visibility,
      sectionKinds.map((kind) => ({ kind, visibility: report.audiences[kind] ?? null })),
    ),
    sections: Object.fromEntries(sectionKinds.filter(isShown).map((kind) => [kind, contents[kind]])) as Partial<SectionContent>,
    costs,
    totals: costTotals(costs),
    effects: shown('effect', finishedEffects(report)),
    prerequisites: shown('advice', report.prerequisites),
    parts: shown('parts', parts as Rest['parts']),
    documents: shown('parts', documents as Rest['documents']).filter(({ visibility }) =>
      mayRead(reader, visibility),
    ) as Rest['documents'],
    /** The sections that others read and these readers do not. */
    hidden: sectionKinds.filter((kind) => !isShown(kind)),
  }
}

function contentsOf(report: DraftReport): Omit<SectionContent, 'municipality'> {
  const { background, solution, cost, effect, lessons, advice, people } = report
  return { background, solution, cost, effect, lessons, advice, parts: { comment: report.partsComment }, people }
}

/** Lines that are not finished are not shown: they must be, or be gone, before the report is published. */
const finishedCosts = ({ costs }: DraftReport): CostLine[] => costs.flatMap((row) => costLines.safeParse([row]).data ?? [])
const finishedEffects = (report: DraftReport): Effect[] => report.effects.flatMap((row) => effects.safeParse([row]).data ?? [])
