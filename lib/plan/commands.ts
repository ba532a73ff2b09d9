import 'server-only'
import { tellOfPlan } from '@/lib/news/commands'
import type { Actor, Staff } from '@/lib/platform/actor'
import { audit } from '@/lib/platform/audit'
import { dateOf, type IsoDate } from '@/lib/platform/dates'
import { type Tx, transaction } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { refuseUnless } from '@/lib/platform/refusal'
import { type ProjectForChange, projectToRun } from '@/lib/projects/facts/queries'
import { type Move, wouldCycle } from '@/lib/timeline/dependencies/rules'
import type { TimelineItem } from '@/lib/timeline/rules'
import type { LinkInput, MoveInput } from './input'
import { type PlanWords, planOf } from './queries'
import { movesKey, planMove } from './rules'

/** Names are of no matter where dates are moved. */
const nameless: PlanWords = { phases: '', milestones: '', deliverables: '', phaseName: ({ names }) => names.nb }

/**
 * Moves one thing of the plan and all that it pushes. Refuses with `conflict` where that is no longer what was shown, or where it would
 * move what is done.
 */
export function movePlan(actor: Actor, input: MoveInput): Promise<void> {
  return transaction(actor, async (tx) => {
    const { project, staff } = await projectToRun(tx, actor, input.projectId)
    await lockPlan(tx, project.id)
    const plan = await planOf(tx, project, nameless)
    const move = planMove(plan.items, plan.dependencies, input)
    refuseUnless(move.cycle.length === 0 && move.conflicts.length === 0, 'conflict')
    refuseUnless(move.moves.length > 0 && movesKey(move) === input.shown, 'conflict')
    for (const { id, before, after } of move.moves) {
      const item = plan.items.find((found) => found.id === id)
      refuseUnless(item, 'not-found')
      await moveOne(tx, item, after)
      await auditMove(tx, staff, project, item, before, after)
    }
    await tx.project.updateMany({ where: { id: project.id }, data: { updatedAt: new Date() } })
    await tellOfPlan(tx, staff, project.id)
  })
}

/** Two who move at once wait for each other, and the second is shown the plan anew. */
async function lockPlan(tx: Tx, projectId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`plan:${projectId}`}, 0))`
}

const dateOrNull = (on: IsoDate | null) => (on === null ? null : dateOf(on))

async function moveOne(tx: Tx, { id, kind }: TimelineItem, { startOn, endOn }: Move['after']): Promise<void> {
  const version = { increment: 1 }
  if (kind === 'phase')
    await tx.projectPhase.updateMany({
      where: { id },
      data: { plannedStartOn: dateOrNull(startOn), plannedEndOn: dateOrNull(endOn) },
    })
  if (kind === 'milestone' && endOn) await tx.milestone.updateMany({ where: { id }, data: { plannedOn: dateOf(endOn), version } })
  if (kind === 'deliverable')
    await tx.deliverable.updateMany({ where: { id }, data: { startOn: dateOrNull(startOn), endOn: dateOrNull(endOn), version } })
}

function auditMove(
  tx: Tx,
  actor: Staff,
  project: ProjectForChange,
  item: TimelineItem,
  before: Move['before'],
  after: Move['after'],
) {
  const changes: Record<string, [string | null, string | null]> =
    item.kind === 'milestone'
      ? { plannedOn: [before.endOn, after.endOn] }
      : { startOn: [before.startOn, after.startOn], endOn: [before.endOn, after.endOn] }
  return audit(tx, actor, {
    action: 'item.change',
    subjectType: item.kind,
    subjectId: item.id,
    projectId: project.id,
    detail: { title: item.title, changes },
  })
}

/** Adds a link between two things of the plan. Refuses one that is there already, and one that would make the plan wait for itself. */
export function addLink(actor: Actor, input: LinkInput): Promise<void> {
  return transaction(actor, async (tx) => {
    const { project, staff } = await projectToRun(tx, actor, input.projectId)
    await lockPlan(tx, project.id)
    const { items, links, dependencies } = await planOf(tx, project, nameless)
    const known = (end: LinkInput['from']) => items.some(({ id, kind }) => id === end.id && kind === end.kind)
    refuseUnless(known(input.from), 'not-found', { from: 'errors.unknown' })
    refuseUnless(known(input.to), 'not-found', { to: 'errors.unknown' })
    const candidate = { fromId: input.from.id, toId: input.to.id, lagDays: input.lagDays }
    const isTaken = links.some(({ fromId, toId }) => fromId === candidate.fromId && toId === candidate.toId)
    refuseUnless(!isTaken, 'conflict', { to: 'errors.linkTaken' })
    refuseUnless(!wouldCycle(dependencies, candidate), 'conflict', { to: 'errors.linkCycle' })
    const id = newId()
    const ends = { [columns.from[input.from.kind]]: input.from.id, [columns.to[input.to.kind]]: input.to.id }
    await tx.planLink.createMany({
      data: [{ id, municipalityId: project.municipalityId, projectId: project.id, lagDays: input.lagDays, ...ends }],
    })
    await auditLink(tx, staff, project, 'plan.link', id)
  })
}

const columns = {
  from: { phase: 'fromPhaseId', milestone: 'fromMilestoneId', deliverable: 'fromDeliverableId' },
  to: { phase: 'toPhaseId', milestone: 'toMilestoneId', deliverable: 'toDeliverableId' },
} as const

/** Takes a link away; nothing moves. */
export function removeLink(actor: Actor, input: { projectId: string; linkId: string }): Promise<void> {
  return transaction(actor, async (tx) => {
    const { project, staff } = await projectToRun(tx, actor, input.projectId)
    const { count } = await tx.planLink.deleteMany({ where: { id: input.linkId, projectId: project.id } })
    refuseUnless(count === 1, 'not-found')
    await auditLink(tx, staff, project, 'plan.unlink', input.linkId)
  })
}

function auditLink(tx: Tx, actor: Staff, project: ProjectForChange, action: string, subjectId: string) {
  return audit(tx, actor, { action, subjectType: 'plan_link', subjectId, projectId: project.id })
}
