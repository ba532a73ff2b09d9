import 'server-only'
import type { Visibility } from '@/generated/prisma/enums'
import type { Staff } from '@/lib/platform/actor'
import { dateOf } from '@/lib/platform/dates'
import type { Tx } from '@/lib/platform/db'
import { refuseUnless } from '@/lib/platform/refusal'
import { refuseSharing } from '@/lib/publishing/queries'
import type { ProjectForChange } from '../../facts/queries'
import { mayShareProject } from '../../policy'
import type { ItemInput } from '../input'
import { items } from '../kinds'

/**
 * Checks what only the database knows about the values – that people are colleagues, phases the project's own, years not taken – and
 * gives the columns that no field of the form holds.
 */
export async function completed(tx: Tx, actor: Staff, project: ProjectForChange, input: ItemInput): Promise<object> {
  for (const { name, type } of items[input.kind].fields) {
    const id = input.values[name]
    if (typeof id !== 'string') continue
    if (type === 'person') await requirePerson(tx, project, name, id)
    if (type === 'phase') await requirePhase(tx, project.id, name, id)
  }
  return (await completions[input.kind]?.(tx, actor, project, input)) ?? {}
}

async function requirePerson(tx: Tx, project: ProjectForChange, field: string, id: string): Promise<void> {
  const inProject = [{ homePersonId: null }, { projectMembers: { some: { projectId: project.id } } }]
  const found = await tx.person.count({ where: { id, municipalityId: project.municipalityId, OR: inProject } })
  refuseUnless(found === 1, 'not-found', { [field]: 'errors.unknown' })
}

async function requirePhase(tx: Tx, projectId: string, field: string, id: string): Promise<void> {
  const found = await tx.projectPhase.count({ where: { id, projectId } })
  refuseUnless(found === 1, 'not-found', { [field]: 'errors.unknown' })
}

type Completion = (tx: Tx, actor: Staff, project: ProjectForChange, input: ItemInput) => Promise<object>

const completions: { [Kind in ItemInput['kind']]?: Completion } = {
  // Lies under a change, and in its project as well.
  benefit: async (_, __, project) => ({ projectId: project.id }),
  budget: async (tx, _, project, { id, values }) => {
    const taken = await tx.budgetLine.count({
      where: { projectId: project.id, year: Number(values.year), id: { not: id || undefined } },
    })
    refuseUnless(taken === 0, 'conflict', { year: 'errors.yearTaken' })
    return {}
  },
  measurement: async (tx, _, __, { id, under, values }) => {
    const own = id ? await tx.measurement.findUnique({ where: { id }, select: { indicatorId: true } }) : null
    const indicatorId = own?.indicatorId ?? (under || undefined)
    const measuredOn = dateOf(String(values.measuredOn))
    const taken = indicatorId
      ? await tx.measurement.count({ where: { indicatorId, measuredOn, id: { not: id || undefined } } })
      : 0
    refuseUnless(taken === 0, 'conflict', { measuredOn: 'errors.dayTaken' })
    return {}
  },
  checklist: async (tx, _, __, { id, values }) => {
    const projectPhaseId = String(values.projectPhaseId)
    const own = id ? await tx.checklistItem.findUnique({ where: { id }, select: { projectPhaseId: true } }) : null
    if (own?.projectPhaseId === projectPhaseId) return {}
    const { _max } = await tx.checklistItem.aggregate({ where: { projectPhaseId }, _max: { position: true } })
    return { position: (_max.position ?? 0) + 1 }
  },
  lesson: async (tx, actor, project, { id, from, values }) => {
    const before = id ? await tx.lesson.findUnique({ where: { id }, select: { visibility: true } }) : null
    const isWidened = values.visibility !== (before?.visibility ?? 'municipality')
    refuseUnless(!isWidened || mayShareProject(actor, project), 'forbidden', { visibility: 'errors.mayNotShare' })
    if (isWidened) await refuseSharing(tx, actor, { ...project, visibility: values.visibility as Visibility })
    const collaborationId = values.visibility === 'collaboration' ? await ownCollaboration(tx, actor, project) : null
    refuseUnless(values.visibility !== 'collaboration' || collaborationId, 'not-found', { visibility: 'errors.noCollaboration' })
    const entry = from ? await tx.logEntry.findFirst({ where: { id: from, projectId: project.id }, select: { id: true } }) : null
    const source = id ? {} : { logEntryId: entry?.id ?? null }
    return { visibleToCollaborationId: collaborationId, themeCode: project.themeCode, ...source }
  },
}

/** The collaboration behind the project, else the one the municipality is in. */
async function ownCollaboration(tx: Tx, actor: Staff, project: ProjectForChange): Promise<string | null> {
  if (project.collaborationId) return project.collaborationId
  const member = await tx.collaborationMember.findFirst({
    where: { municipalityId: actor.municipality.id },
    orderBy: { collaboration: { name: 'asc' } },
    select: { collaborationId: true },
  })
  return member?.collaborationId ?? null
}
