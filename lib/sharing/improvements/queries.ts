import 'server-only'
import type { OfferState, PartKind } from '@/generated/prisma/enums'
import type { Actor } from '@/lib/platform/actor'
import { dateInNorway, type IsoDate } from '@/lib/platform/dates'
import { read, type Tx } from '@/lib/platform/db'
import { projectFacts } from '@/lib/projects/facts/queries'
import { projectPlan } from '@/lib/projects/plan/queries'
import { mayRunProject } from '@/lib/projects/policy'
import { keptContent, type PartItem, type Parts, partsOf } from '../parts'
import { itemName } from '../rules'
import { offeredItems } from './input'
import { answeredBase, identityOf, isSame, lineUp, type Suggestion, suggestionsOf } from './rules'

/** A part that a project took from a report which the viewer may still read, with what has become of it on both sides. */
export interface HeldPart {
  copiedPartId: string
  partId: string
  kind: PartKind
  /** The version the source has now. */
  version: number
  sourceMunicipalityId: string
  source: { slug: string; title: string; municipality: string }
  suggestions: (Suggestion & { isLater: boolean; rowId: string | null })[]
  /** What was made or changed here, and the source does not have. */
  local: { key: string; item: PartItem; theirs: PartItem | null }[]
}

interface Mine {
  parts: Parts
  links: Map<string, { sourceItemKey: string | null; sourcePartId: string | null }>
}

/** What a project holds of others' parts. A bounded number of queries, whatever the number of parts and items. */
export async function heldParts(tx: Tx, projectId: string): Promise<HeldPart[]> {
  const copied = await tx.copiedPart.findMany({
    where: { copy: { projectId }, sourcePartId: { not: null } },
    orderBy: { id: 'desc' },
    select: {
      id: true,
      kind: true,
      sourceVersion: true,
      sourcePart: {
        select: {
          id: true,
          municipalityId: true,
          version: true,
          content: true,
          report: { select: { slug: true, title: true, municipality: { select: { displayName: true } } } },
        },
      },
      answers: { select: { itemKey: true, choice: true, theirs: true } },
    },
  })
  // What was taken twice is asked about once.
  const newest = copied.filter((part, index) => copied.findIndex((one) => one.sourcePart?.id === part.sourcePart?.id) === index)
  const readable = newest.flatMap(({ sourcePart, ...part }) => (sourcePart ? [{ ...part, sourcePart }] : []))
  if (readable.length === 0) return []
  const mine = await ownItems(tx, projectId)
  if (!mine) return []
  const versions = await tx.reportPartVersion.findMany({
    where: { OR: readable.map((part) => ({ partId: part.sourcePart.id, version: part.sourceVersion })) },
    select: { partId: true, content: true },
  })
  const bases = new Map(versions.map((row) => [row.partId, row.content]))
  return readable.map((part) => {
    const content = (value: unknown) => keptContent[part.kind].parse(value ?? []) as PartItem[]
    const theirs = content(part.sourcePart.content)
    const { items, rowIds } = itemsHeld(mine, part.kind, part.sourcePart.id)
    const kept = bases.has(part.sourcePart.id) ? content(bases.get(part.sourcePart.id)) : theirs
    const answers = part.answers.map((answer) => ({
      key: answer.itemKey,
      choice: answer.choice,
      theirs: answer.theirs === null ? null : (content([answer.theirs])[0] ?? null),
    }))
    const isLater = (one: Suggestion) =>
      answers.some(({ key, choice, theirs: item }) => key === one.key && choice === 'later' && isSame(item, one.theirs))
    const base = answeredBase(
      kept,
      answers.filter(({ choice }) => choice !== 'later'),
    )
    return {
      copiedPartId: part.id,
      partId: part.sourcePart.id,
      kind: part.kind,
      version: part.sourcePart.version,
      sourceMunicipalityId: part.sourcePart.municipalityId,
      source: {
        slug: part.sourcePart.report.slug,
        title: part.sourcePart.report.title,
        municipality: part.sourcePart.report.municipality.displayName,
      },
      suggestions: suggestionsOf(base, theirs, items).map((one) => ({
        ...one,
        isLater: isLater(one),
        rowId: (one.mine && rowIds.get(one.mine)) ?? null,
      })),
      local: lineUp(kept, theirs, items).flatMap((sides) =>
        sides.mine && !isSame(sides.mine, sides.theirs) && !isSame(sides.mine, sides.base)
          ? [{ key: identityOf(sides.mine), item: sides.mine, theirs: sides.theirs }]
          : [],
      ),
    }
  })
}

async function ownItems(tx: Tx, projectId: string): Promise<Mine | null> {
  const plan = await projectPlan(tx, projectId)
  if (!plan) return null
  const rows = await tx.$queryRaw<{ id: string; source_item_key: string | null; source_part_id: string | null }[]>`
    SELECT i.id, i.source_item_key, c.source_part_id FROM (
      SELECT id, source_item_key, copied_part_id FROM checklist_item WHERE project_id = ${projectId}::uuid
      UNION ALL SELECT id, source_item_key, copied_part_id FROM milestone WHERE project_id = ${projectId}::uuid
      UNION ALL SELECT id, source_item_key, copied_part_id FROM deliverable WHERE project_id = ${projectId}::uuid
      UNION ALL SELECT id, source_item_key, copied_part_id FROM uncertainty WHERE project_id = ${projectId}::uuid
      UNION ALL SELECT id, source_item_key, copied_part_id FROM benefit WHERE project_id = ${projectId}::uuid
      UNION ALL SELECT id, source_item_key, copied_part_id FROM task WHERE project_id = ${projectId}::uuid
      UNION ALL SELECT id, source_item_key, copied_part_id FROM stakeholder WHERE project_id = ${projectId}::uuid
      UNION ALL SELECT id, source_item_key, copied_part_id FROM communication WHERE project_id = ${projectId}::uuid
    ) i JOIN copied_part c ON c.id = i.copied_part_id`
  const links = rows.map((row) => [row.id, { sourceItemKey: row.source_item_key, sourcePartId: row.source_part_id }] as const)
  return { parts: partsOf(plan), links: new Map(links) }
}

/** The items here that came with a part, under the keys they have at the source, and those that came from nowhere else. */
function itemsHeld({ parts, links }: Mine, kind: PartKind, partId: string) {
  const rowIds = new Map<PartItem, string>()
  const items = (parts[kind] as PartItem[]).flatMap(({ key: rowId, ...content }) => {
    const link = rowId === undefined ? undefined : links.get(rowId)
    if (link && link.sourcePartId !== partId) return []
    const item = { ...content, ...(link?.sourceItemKey && { key: link.sourceItemKey }) } as PartItem
    if (rowId) rowIds.set(item, rowId)
    return [item]
  })
  return { items, rowIds }
}

export interface OfferView {
  id: string
  kind: PartKind
  municipality: string
  comment: string
  offeredOn: IsoDate
  state: OfferState
  answer: string
  items: { name: string; item: PartItem; theirs: PartItem | null }[]
}

const offerFields = {
  id: true,
  items: true,
  comment: true,
  offeredAt: true,
  state: true,
  answer: true,
  municipality: { select: { displayName: true } },
  toMunicipality: { select: { displayName: true } },
} as const

const latest = {
  orderBy: [{ offeredAt: 'desc' as const }, { id: 'desc' as const }],
  take: 50,
  select: offerFields,
}

/** Everything about improvements in a project of one's own: what to take, what to offer, what was offered and what others offer. Null where there is none to see. */
export function improvementsPage(actor: Actor, projectId: string) {
  return read(actor, async (tx) => {
    const project = await projectFacts(tx, projectId)
    if (!project || actor.kind !== 'staff' || actor.home || project.municipalityId !== actor.municipality.id) return null
    const held = await heldParts(tx, projectId)
    const copied = await tx.copiedPart.findMany({ where: { copy: { projectId } }, select: { sourcePartId: true } })
    const partIds = copied.flatMap((part) => part.sourcePartId ?? [])
    const sent = await tx.improvementOffer.findMany({
      where: { municipalityId: project.municipalityId, partId: { in: partIds } },
      ...latest,
    })
    const received = await tx.improvementOffer.findMany({
      where: { toMunicipalityId: project.municipalityId, part: { report: { projectId } } },
      ...latest,
    })
    return {
      project: { id: project.id, title: project.title },
      held,
      sent: sent.map((row) => offerView(row, row.toMunicipality.displayName)),
      received: received.map((row) => offerView(row, row.municipality.displayName)),
      may: { change: mayRunProject(actor, project) },
    }
  })
}

interface OfferRow {
  id: string
  items: unknown
  comment: string
  offeredAt: Date
  state: OfferState
  answer: string
}

function offerView(row: OfferRow, municipality: string): OfferView {
  const { kind, items } = offeredItems.parse(row.items)
  const content = (item: unknown) => (keptContent[kind].parse([item]) as PartItem[])[0] as PartItem
  return {
    id: row.id,
    kind,
    municipality,
    comment: row.comment,
    offeredOn: dateInNorway(row.offeredAt),
    state: row.state,
    answer: row.answer,
    items: items.map(({ item, theirs }) => ({
      name: itemName(content(item)),
      item: content(item),
      theirs: theirs === null ? null : content(theirs),
    })),
  }
}

/** Whether a suggestion waits for an answer, or was put off. */
export type Waiting = { project: { id: string; title: string }; suggestions: number; offers: number }

/** What waits for an answer in the projects that the actor has a role in. Only those whose sources have changed are looked into. */
export async function improvementsWaiting(tx: Tx, projects: { id: string; title: string }[]): Promise<Waiting[]> {
  const ids = projects.map((project) => project.id)
  const parts = await tx.copiedPart.findMany({
    where: { copy: { projectId: { in: ids } }, sourcePartId: { not: null } },
    select: { sourceVersion: true, sourcePart: { select: { version: true } }, copy: { select: { projectId: true } } },
  })
  const changed = new Set(
    parts.flatMap((part) => (part.sourcePart && part.sourcePart.version > part.sourceVersion ? [part.copy.projectId] : [])),
  )
  const offers = await tx.improvementOffer.findMany({
    where: { state: 'sent', part: { report: { projectId: { in: ids } } } },
    select: { part: { select: { report: { select: { projectId: true } } } } },
  })
  const waiting: Waiting[] = []
  for (const project of projects) {
    const held = changed.has(project.id) ? await heldParts(tx, project.id) : []
    const suggestions = held.flatMap((part) => part.suggestions.filter((one) => !one.isLater)).length
    const received = offers.filter((offer) => offer.part?.report.projectId === project.id).length
    if (suggestions + received > 0) waiting.push({ project, suggestions, offers: received })
  }
  return waiting
}
