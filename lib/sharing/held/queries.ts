import 'server-only'
import { createHash } from 'node:crypto'
import type { PartKind } from '@/generated/prisma/enums'
import type { Tx } from '@/lib/platform/db'
import { answeredBase, isSame, lineUp, type Suggestion, suggestionsOf } from '../improvements/rules'
import { merge, ordered, type Sides } from '../merging/rules'
import { keptContent, type PartItem } from '../parts'
import type { Origin } from '../rules'
import { type Source, sourceOf } from '../source/queries'
import { givenBack } from './offers/queries'
import { ownItems } from './own/queries'
import { type Given, identityHere, isGiven, isLeftOut, itemsHeld, type Mine, withGiven } from './rules'

/** A suggestion with what it takes to answer it. */
export interface Asked extends Suggestion {
  /** What its fields are named by in a form. */
  mark: string
  /** Tells both sides from what they are later: who answers has seen these. */
  seen: string
  rowId: string | null
  isLater: boolean
  /** The item as it will be, and the fields that must be chosen between first. */
  merged: PartItem | null
  conflicts: string[]
}

/** What was made or changed here, and the source does not have. */
export interface Local {
  mark: string
  item: PartItem
  theirs: PartItem | null
  rowId: string | null
}

/** A part that a project took from another's, with what has become of it on both sides. */
export interface HeldPart {
  copiedPartId: string
  kind: PartKind
  /** Whether its source still offers it to those who hold it; if not, nothing is suggested, and what is here stays. */
  isOffered: boolean
  /** The version the source has published; null where the plan itself is shared, and is as it is now. */
  version: number | null
  sourceProjectId: string
  sourceMunicipalityId: string
  source: { reportId: string | null; slug: string | null; title: string; municipality: string }
  suggestions: Asked[]
  local: Local[]
}

/** What a project holds of others' parts. A bounded number of queries for each source, whatever the number of parts and items. */
export async function heldParts(tx: Tx, projectId: string): Promise<HeldPart[]> {
  const holdings = await holdingsOf(tx, projectId)
  const mine = holdings.length > 0 ? await ownItems(tx, projectId) : null
  if (!mine) return []
  const given = await givenBack(tx, holdings)
  const sources = new Map<string, Source | null>()
  for (const id of new Set(holdings.map((holding) => holding.sourceProjectId))) sources.set(id, await sourceOf(tx, id))
  return holdings.map((holding) => heldPart(holding, sources.get(holding.sourceProjectId) ?? null, mine, given))
}

export interface Holding {
  municipalityId: string
  copiedPartId: string
  kind: PartKind
  sourceProjectId: string
  sourceMunicipalityId: string
  origin: Origin | null
  /** What was copied or taken last, as it was at the source. */
  content: PartItem[]
  answers: { key: string; choice: 'taken' | 'kept' | 'later'; theirs: PartItem | null }[]
}

/** What a project has copied, part by part. What was copied twice from one source is one: the newest stands for it. */
export async function holdingsOf(tx: Tx, projectId: string): Promise<Holding[]> {
  const rows = await tx.copiedPart.findMany({
    where: { copy: { projectId } },
    orderBy: { id: 'desc' },
    select: {
      id: true,
      municipalityId: true,
      kind: true,
      content: true,
      copy: { select: { sourceProjectId: true, sourceMunicipalityId: true, origins: true } },
      answers: { select: { itemKey: true, choice: true, theirs: true } },
    },
  })
  const seen = new Set<string>()
  return rows.flatMap(({ id, copy, kind, content, answers, municipalityId }) => {
    const part = `${copy.sourceProjectId} ${kind}`
    if (seen.has(part)) return []
    seen.add(part)
    const parsed = (value: unknown) => keptContent[kind].parse(value) as PartItem[]
    return [
      {
        ...{ municipalityId, copiedPartId: id, kind, content: parsed(content) },
        ...{ sourceProjectId: copy.sourceProjectId, sourceMunicipalityId: copy.sourceMunicipalityId },
        origin: (copy.origins as unknown as Origin[])[0] ?? null,
        answers: answers.map((answer) => ({
          key: answer.itemKey,
          choice: answer.choice,
          theirs: answer.theirs === null ? null : (parsed([answer.theirs])[0] ?? null),
        })),
      },
    ]
  })
}

/** What the source changes is held against this: what was copied or taken, or later answered about. */
export function baseOf({ content, answers }: Holding): PartItem[] {
  return answeredBase(
    content,
    answers.filter(({ choice }) => choice !== 'later'),
  )
}

function heldPart(holding: Holding, source: Source | null, mine: Mine, given: Given[]): HeldPart {
  const { copiedPartId, kind, sourceProjectId, sourceMunicipalityId, origin, content, answers } = holding
  const now = source?.parts.get(kind)
  const part = {
    ...{ copiedPartId, kind, sourceProjectId, sourceMunicipalityId, isOffered: now !== undefined },
    version: now?.partId ? now.version : null,
    source: {
      reportId: source?.report?.id ?? null,
      slug: source?.report?.slug ?? null,
      title: source?.title ?? origin?.title ?? '',
      municipality: source?.municipality.displayName ?? origin?.municipality ?? '',
    },
  }
  if (!now) return { ...part, suggestions: [], local: [] }
  const theirs = now.content
  const own = given.filter((one) => one.kind === kind && one.sourceProjectId === sourceProjectId && isHere(mine, one))
  const { items, rowIds } = itemsHeld(mine, kind, sourceProjectId, own)
  const rowOf = (item: PartItem | null) => (item && rowIds.get(item)) ?? null
  const isLater = (one: Suggestion) =>
    answers.some(({ key, choice, theirs: item }) => key === one.key && choice === 'later' && isSame(item, one.theirs))
  const suggestions = suggestionsOf(withGiven(baseOf(holding), theirs, own), theirs, items).filter((one) => !isLeftOut(one))
  return {
    ...part,
    suggestions: suggestions.map((one) => asked(one, rowOf(one.mine), isLater(one))),
    local: lineUp(content, theirs, items).flatMap((sides) => {
      const { mine: item, theirs: there } = sides
      if (!item || isSame(item, there) || isSame(item, sides.base) || isGiven(own, item, rowOf(item))) return []
      return [{ mark: markOf(identityHere(item, rowOf(item))), item, theirs: there, rowId: rowOf(item) }]
    }),
  }
}

/** Offers may have gone from another project of the municipality: those are of other rows. */
function isHere({ parts }: Mine, { kind, rowId }: Given): boolean {
  return rowId === null || (parts[kind] as PartItem[]).some((item) => item.key === rowId)
}

function asked(suggestion: Suggestion, rowId: string | null, isLater: boolean): Asked {
  const { item, conflicts } = merge(suggestion)
  return { ...suggestion, rowId, isLater, merged: item, conflicts, mark: markOf(suggestion.key), seen: seenOf(suggestion) }
}

const digest = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16)

const markOf = (key: string) => `i${digest(key)}`

/** Stands for what both sides say, whatever they are told apart by. */
export function seenOf({ theirs, mine }: Pick<Sides, 'theirs' | 'mine'>): string {
  return digest(ordered([theirs, mine].map((item) => item && { ...item, key: null })))
}
