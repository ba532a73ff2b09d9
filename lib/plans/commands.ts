import 'server-only'
import { tell } from '@/lib/news/commands'
import type { Actor } from '@/lib/platform/actor'
import { audit } from '@/lib/platform/audit'
import { dateOf, today } from '@/lib/platform/dates'
import { type Tx, transaction } from '@/lib/platform/db'
import { refuseUnless } from '@/lib/platform/refusal'
import { projectToRun } from '@/lib/projects/facts/queries'
import type { InterestInput, PlanInput } from './input'
import { mayJoinPlan, mayLeavePlan, maySharePlan } from './policy'
import { isAhead } from './rules'

/**
 * Lets others see that the municipality plans this. Those who run the project choose it; a guest does not. Refuses, beside the field, a start that has
 * passed, and with `conflict` where it was changed meanwhile.
 */
export function sharePlan(actor: Actor, { projectId, version, beginsOn, ...plan }: PlanInput): Promise<void> {
  return transaction(actor, async (tx) => {
    const { staff, project } = await projectToRun(tx, actor, projectId)
    refuseUnless(maySharePlan(actor, project), 'forbidden')
    refuseUnless(isAhead(beginsOn, today()), 'conflict', { beginsOn: 'errors.planBegun' })
    const data = { ...plan, beginsOn: dateOf(beginsOn) }
    const { count } =
      version === 0
        ? await tx.sharedPlan.createMany({
            data: [{ ...data, projectId, municipalityId: staff.municipality.id }],
            skipDuplicates: true,
          })
        : await tx.sharedPlan.updateMany({ where: { projectId, version }, data: { ...data, version: { increment: 1 } } })
    refuseUnless(count === 1, 'conflict')
    if (version === 0) await tell(tx, staff, { kind: 'plan_shared', projectId })
    await audit(tx, staff, { action: 'plan.share', subjectType: 'project', subjectId: projectId, projectId })
  })
}

/** Hides the plan again, and with it who was in on it. */
export function hidePlan(actor: Actor, { projectId }: { projectId: string }): Promise<void> {
  return transaction(actor, async (tx) => {
    const { staff, project } = await projectToRun(tx, actor, projectId)
    refuseUnless(maySharePlan(actor, project), 'forbidden')
    const { count } = await tx.sharedPlan.deleteMany({ where: { projectId } })
    refuseUnless(count === 1, 'not-found')
    await audit(tx, staff, { action: 'plan.hide', subjectType: 'project', subjectId: projectId, projectId })
  })
}

/**
 * Says that the actor's municipality is in on another's plan, or changes what was said. Those who plan it are told the first time. Refuses with
 * `not-found` a plan that is not shown, and with `conflict` where a colleague has said so meanwhile.
 */
export function joinPlan(actor: Actor, { projectId, version, ...said }: InterestInput): Promise<void> {
  return transaction(actor, async (tx) => {
    const plan = await shownPlan(tx, projectId)
    refuseUnless(mayJoinPlan(actor, plan), 'forbidden')
    const municipalityId = actor.municipality.id
    const data = { ...said, personId: actor.personId }
    const { count } =
      version === 0
        ? await tx.planInterest.createMany({
            data: [{ ...data, projectId, municipalityId, hostMunicipalityId: plan.municipalityId }],
            skipDuplicates: true,
          })
        : await tx.planInterest.updateMany({
            where: { projectId, municipalityId, version },
            data: { ...data, version: { increment: 1 } },
          })
    refuseUnless(count === 1, 'conflict')
    if (version === 0) await tell(tx, actor, { kind: 'plan_joined', projectId, recipientMunicipalityId: plan.municipalityId })
    await audit(tx, actor, { action: 'plan.join', subjectType: 'project', subjectId: projectId, detail: { title: plan.title } })
  })
}

/** Says that the actor's municipality is in no longer. */
export function leavePlan(actor: Actor, { projectId }: { projectId: string }): Promise<void> {
  return transaction(actor, async (tx) => {
    refuseUnless(mayLeavePlan(actor), 'forbidden')
    const { count } = await tx.planInterest.deleteMany({ where: { projectId, municipalityId: actor.municipality.id } })
    refuseUnless(count === 1, 'not-found')
    await audit(tx, actor, { action: 'plan.leave', subjectType: 'project', subjectId: projectId })
  })
}

async function shownPlan(tx: Tx, projectId: string) {
  const [plan] = await tx.$queryRaw<{ municipalityId: string; title: string }[]>`
    SELECT municipality_id AS "municipalityId", title FROM shared_plans(${today()}::date) WHERE project_id = ${projectId}::uuid`
  refuseUnless(plan, 'not-found')
  return plan
}
