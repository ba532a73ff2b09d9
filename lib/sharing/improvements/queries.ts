import 'server-only'
import type { OfferState, PartKind } from '@/generated/prisma/enums'
import type { Actor } from '@/lib/platform/actor'
import { dateInNorway, type IsoDate } from '@/lib/platform/dates'
import { read, type Tx } from '@/lib/platform/db'
import { projectFacts } from '@/lib/projects/facts/queries'
import { projectPlan } from '@/lib/projects/plan/queries'
import { mayRunProject } from '@/lib/projects/policy'
import { heldParts, seenOf } from '../held/queries'
import { merge, type Sides } from '../merging/rules'
import { keptContent, noParts, type PartItem, type Parts, partsOf } from '../parts'
import { itemName } from '../rules'
import { offeredItems } from './input'
import { maySeeImprovements } from './policy'
import { isSame } from './rules'

/** An item that was offered: `theirs` as it is offered, `base` as the source had it then, `mine` as the source has it now. */
export interface OfferedItem extends Sides {
  name: string
  mark: string
  seen: string
  isBothChanged: boolean
  merged: PartItem | null
  conflicts: string[]
}

export interface OfferView {
  id: string
  kind: PartKind
  municipality: string
  comment: string
  offeredOn: IsoDate
  state: OfferState
  answer: string
  items: OfferedItem[]
}

const offerFields = {
  id: true,
  kind: true,
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
    if (!project || !maySeeImprovements(actor, project)) return null
    const held = await heldParts(tx, projectId)
    const { municipalityId } = project
    const sent = await tx.improvementOffer.findMany({
      where: { municipalityId, toProjectId: { in: held.map((part) => part.sourceProjectId) } },
      ...latest,
    })
    const received = await tx.improvementOffer.findMany({
      where: { toMunicipalityId: municipalityId, toProjectId: projectId },
      ...latest,
    })
    const mine = received.length > 0 ? await planOf(tx, projectId) : noParts()
    return {
      project: { id: project.id, title: project.title },
      held,
      sent: sent.map((row) => offerView(row, row.toMunicipality.displayName, noParts())),
      received: received.map((row) => offerView(row, row.municipality.displayName, mine)),
      may: { change: mayRunProject(actor, project) },
    }
  })
}

async function planOf(tx: Tx, projectId: string): Promise<Parts> {
  const plan = await projectPlan(tx, projectId)
  return plan ? partsOf(plan) : noParts()
}

interface OfferRow {
  id: string
  kind: PartKind
  items: unknown
  comment: string
  offeredAt: Date
  state: OfferState
  answer: string
}

function offerView(row: OfferRow, municipality: string, mine: Parts): OfferView {
  return {
    ...{ id: row.id, kind: row.kind, municipality, comment: row.comment, state: row.state, answer: row.answer },
    offeredOn: dateInNorway(row.offeredAt),
    items: sidesOfOffer(row.kind, row.items, mine),
  }
}

/** What was offered beside what stands at the source now, item by item, in the order of the offer. */
export function sidesOfOffer(kind: PartKind, offered: unknown, plan: Parts): OfferedItem[] {
  const content = (item: unknown) => (keptContent[kind].parse([item]) as PartItem[])[0] as PartItem
  const here = plan[kind] as PartItem[]
  return offeredItems.parse(offered).map((one, place) => {
    const [theirs, base] = [content(one.item), one.theirs && content(one.theirs)]
    const mine = base && (here.find((item) => (base.key ? item.key === base.key : itemName(item) === itemName(base))) ?? null)
    const { item, conflicts } = merge({ base, theirs, mine })
    const isBothChanged = mine !== null && !isSame(base, mine)
    return {
      ...{ base, theirs, mine, isBothChanged, merged: item, conflicts },
      ...{ name: itemName(theirs), mark: `i${place}`, seen: seenOf({ theirs, mine }) },
    }
  })
}

/** Whether a suggestion waits for an answer, or was put off. */
export type Waiting = { project: { id: string; title: string }; suggestions: number; offers: number }

/** What waits for an answer in the projects that the actor has a role in. Only those whose sources have changed are looked into. */
export async function improvementsWaiting(tx: Tx, projects: { id: string; title: string }[]): Promise<Waiting[]> {
  const ids = projects.map((project) => project.id)
  const changed = await withChangedSources(tx, ids)
  const offers = await tx.improvementOffer.groupBy({
    by: ['toProjectId'],
    where: { state: 'sent', toProjectId: { in: ids } },
    _count: { id: true },
  })
  const waiting: Waiting[] = []
  for (const project of projects) {
    const held = changed.has(project.id) ? await heldParts(tx, project.id) : []
    const suggestions = held.flatMap((part) => part.suggestions.filter((one) => !one.isLater)).length
    const received = offers.find((offer) => offer.toProjectId === project.id)?._count.id ?? 0
    if (suggestions + received > 0) waiting.push({ project, suggestions, offers: received })
  }
  return waiting
}

/** The projects with a source that has been worked on, or published, since they copied from it. */
async function withChangedSources(tx: Tx, projectIds: string[]): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT c.project_id AS id FROM project_copy c
    LEFT JOIN project p ON p.id = c.source_project_id AND p.updated_at > c.copied_at
    LEFT JOIN experience_report r ON r.project_id = c.source_project_id AND r.status = 'published' AND r.published_at > c.copied_at
    WHERE c.project_id = ANY (${projectIds}::uuid[]) AND num_nonnulls(p.id, r.id) > 0`
  return new Set(rows.map((row) => row.id))
}
