import 'server-only'
import { namesOf, peopleFor } from '@/lib/people/names/queries'
import type { Actor } from '@/lib/platform/actor'
import { read, type Tx } from '@/lib/platform/db'
import { mayReadInside } from '@/lib/projects/policy'
import { projectFacts } from '../facts/queries'
import { mayRunProject } from '../policy'
import type { ItemValues } from './fields'
import { type ItemKind, items, kindsUnder } from './kinds'
import { modelOf, ofProject } from './model/queries'
import type { Changes } from './rules'
import { valuesOf } from './store'

/** A person or phase that a field may hold. */
export interface NamedChoice {
  id: string
  name: string
}

export interface ItemRow {
  id: string
  version: number
  values: ItemValues
}

export type ItemPage = NonNullable<Awaited<ReturnType<typeof itemPage>>>

/** One item with what lies under it, its history and what its form needs; null for what the actor may not see. */
export function itemPage(actor: Actor, at: { projectId: string; kind: ItemKind; id: string }) {
  return read(actor, async (tx) => {
    const { projectId, kind, id } = at
    const project = await projectFacts(tx, projectId)
    if (!project || (items[kind].isInside && !mayReadInside(actor, project))) return null
    const row = await modelOf(tx, kind).findFirst({ where: { id, ...ofProject(kind, projectId) } })
    if (!row) return null
    const under = []
    for (const child of kindsUnder(kind)) {
      if (items[child].isInside && !mayReadInside(actor, project)) continue
      const column = items[child].under?.column ?? ''
      const rows = await modelOf(tx, child).findMany({ where: { [column]: id }, orderBy: orderOf(child), take: 200 })
      under.push({ kind: child, rows: rows.map((found) => rowOf(child, found)) })
    }
    return {
      ...rowOf(kind, row),
      kind,
      above: await itemsAbove(tx, kind, row),
      under,
      followers: await followerCounts(tx, kind, id),
      // Others see the phases; row-level security keeps the people at home.
      choices: await itemChoices(tx, project.municipalityId, projectId),
      history: mayReadInside(actor, project) ? await historyOf(tx, id) : [],
      may: { change: mayRunProject(actor, project) },
    }
  })
}

/** What the form of a new item needs; null where the actor may not add one, or there is nothing to put it under. */
export function newItemPage(actor: Actor, at: { projectId: string; kind: ItemKind; under: string | null; from?: string | null }) {
  return read(actor, async (tx) => {
    const project = await projectFacts(tx, at.projectId)
    if (!project || !mayRunProject(actor, project)) return null
    const { under } = items[at.kind]
    const parent =
      under && at.under
        ? await modelOf(tx, under.kind).findFirst({ where: { id: at.under, ...ofProject(under.kind, at.projectId) } })
        : null
    if (under && !parent) return null
    return {
      above: parent && under ? [{ kind: under.kind, ...rowOf(under.kind, parent) }] : [],
      choices: await itemChoices(tx, project.municipalityId, at.projectId),
      from: at.kind === 'lesson' && at.from ? await logEntryOf(tx, at.projectId, at.from) : null,
    }
  })
}

async function logEntryOf(tx: Tx, projectId: string, id: string): Promise<ItemRow | null> {
  const row = await modelOf(tx, 'log').findFirst({ where: { id, projectId } })
  return row && rowOf('log', row)
}

export const itemsPerPage = 50

/** One page of the items of a kind in a project, in their order; null for what the actor may not see. */
export function itemList(actor: Actor, at: { projectId: string; kind: ItemKind; page: number }) {
  return read(actor, async (tx) => {
    const { projectId, kind } = at
    const project = await projectFacts(tx, projectId)
    if (!project || (items[kind].isInside && !mayReadInside(actor, project))) return null
    const where = ofProject(kind, projectId)
    const total = await modelOf(tx, kind).count({ where })
    const pageCount = Math.max(1, Math.ceil(total / itemsPerPage))
    const page = Math.min(at.page, pageCount)
    const rows = await modelOf(tx, kind).findMany({
      where,
      orderBy: orderOf(kind),
      skip: (page - 1) * itemsPerPage,
      take: itemsPerPage,
    })
    return {
      rows: rows.map((row) => rowOf(kind, row)),
      total,
      page,
      pageCount,
      choices: await itemChoices(tx, project.municipalityId, projectId),
      may: { change: mayRunProject(actor, project) },
    }
  })
}

/** Who last changed an item, and when. */
export async function lastChange(tx: Tx, id: string): Promise<{ by: string | null; at: string | null }> {
  const event = await tx.auditEvent.findFirst({
    where: { subjectId: id },
    orderBy: { at: 'desc' },
    select: { actorId: true, at: true },
  })
  const person = event?.actorId ? await tx.person.findUnique({ where: { id: event.actorId }, select: { name: true } }) : null
  return { by: person?.name ?? null, at: event?.at.toISOString() ?? null }
}

const orders: { [Kind in ItemKind]?: object[] } = {
  action: [{ isDone: 'asc' }, { dueOn: 'asc' }, { id: 'asc' }],
  measurement: [{ measuredOn: 'asc' }],
  task: [{ isDone: 'asc' }, { phase: { position: 'asc' } }, { dueOn: 'asc' }, { id: 'asc' }],
  communication: [{ plannedOn: 'asc' }, { id: 'asc' }],
  allocation: [{ startOn: 'asc' }, { id: 'asc' }],
  milestone: [{ plannedOn: 'asc' }, { id: 'asc' }],
  deliverable: [{ endOn: 'asc' }, { id: 'asc' }],
  budget: [{ year: 'asc' }],
  log: [{ loggedOn: 'desc' }, { id: 'desc' }],
  lesson: [{ id: 'desc' }],
  checklist: [{ phase: { position: 'asc' } }, { position: 'asc' }],
}

/** The order in which the items of a kind are read. */
export function orderOf(kind: ItemKind): object[] {
  return orders[kind] ?? [{ id: 'asc' }]
}

const rowOf = (kind: ItemKind, row: Parameters<typeof valuesOf>[1] & { id: string; version: number }): ItemRow => ({
  id: row.id,
  version: row.version,
  values: valuesOf(kind, row),
})

/** From the nearest to the outermost. At most three levels. */
async function itemsAbove(tx: Tx, kind: ItemKind, row: Record<string, unknown>): Promise<(ItemRow & { kind: ItemKind })[]> {
  const { under } = items[kind]
  if (!under) return []
  const parent = await modelOf(tx, under.kind).findFirst({ where: { id: String(row[under.column]) } })
  if (!parent) return []
  return [{ kind: under.kind, ...rowOf(under.kind, parent) }, ...(await itemsAbove(tx, under.kind, parent))]
}

/** How many of each kind would be deleted along with an item, all levels down. */
async function followerCounts(tx: Tx, kind: ItemKind, id: string): Promise<{ kind: ItemKind; count: number }[]> {
  const counts: { kind: ItemKind; count: number }[] = []
  const count = async (above: ItemKind, where: object): Promise<void> => {
    for (const child of kindsUnder(above)) {
      const under = items[child].under
      if (!under) continue
      const below = { [under.relation]: where }
      const number = await modelOf(tx, child).count({ where: below })
      if (number > 0) counts.push({ kind: child, count: number })
      await count(child, below)
    }
  }
  await count(kind, { id })
  return counts
}

/** Who and which phase the fields of an item may hold. */
export async function itemChoices(
  tx: Tx,
  municipalityId: string,
  projectId: string,
): Promise<{ people: NamedChoice[]; phases: PhaseChoice[] }> {
  const people = await peopleFor(tx, municipalityId, projectId)
  const phases = await tx.projectPhase.findMany({
    where: { projectId },
    orderBy: { position: 'asc' },
    select: { id: true, stageName: true, modelPhase: { select: { nameNb: true, nameNn: true, nameEn: true } } },
  })
  return {
    people,
    phases: phases.map(({ id, stageName, modelPhase: { nameNb, nameNn, nameEn } }) => ({
      id,
      stageName,
      names: { nb: nameNb, nn: nameNn, en: nameEn },
    })),
  }
}

export interface PhaseChoice {
  id: string
  stageName: string | null
  names: { nb: string; nn: string; en: string }
}

export interface HistoryEntry {
  id: string
  at: string
  by: string | null
  action: string
  changes: Changes
}

/** What happened to an item, the latest first. */
async function historyOf(tx: Tx, id: string): Promise<HistoryEntry[]> {
  const events = await tx.auditEvent.findMany({ where: { subjectId: id }, orderBy: { at: 'desc' }, take: 50 })
  const names = await namesOf(
    tx,
    events.map(({ actorId }) => actorId),
  )
  return events.map((event) => ({
    id: event.id,
    at: event.at.toISOString(),
    by: (event.actorId && names.get(event.actorId)) || null,
    action: event.action,
    changes: ((event.detail as { changes?: Changes }).changes ?? {}) as Changes,
  }))
}
