import 'server-only'
import type { Actor } from '@/lib/platform/actor'
import { audit } from '@/lib/platform/audit'
import { dateOf } from '@/lib/platform/dates'
import { type Tx, transaction } from '@/lib/platform/db'
import { refuseUnless } from '@/lib/platform/refusal'
import { projectToRun } from '@/lib/projects/facts/queries'
import { templateContent } from '../content'
import type { TakeInput } from '../input'
import { insertItems } from '../insert/commands'
import { type Counts, countsOf, type Dated, dated, leftOutOf, pick, planTaking, type Target } from '../rules'
import { takingTarget } from '../source/queries'

/**
 * Adds the chosen parts of a version of a template to a project that has begun, counted from its start. What is there is neither changed
 * nor doubled: it is left out, and counted. Refuses with `forbidden` those who do not run the project.
 */
export function takeParts(actor: Actor, input: TakeInput): Promise<{ added: Counts; leftOut: Counts }> {
  return transaction(actor, async (tx) => {
    const { project, staff } = await projectToRun(tx, actor, input.projectId)
    // Two who press at once wait for each other, and the second finds it all there.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`template-parts:${project.id}`}, 0))`
    const own = { municipalityId: staff.municipality.id, projectId: project.id }
    const version = await tx.projectTemplateVersion.findFirst({
      where: {
        municipalityId: own.municipalityId,
        templateId: input.templateId,
        number: input.number,
        template: { isActive: true },
      },
      select: { number: true, content: true, template: { select: { name: true } } },
    })
    refuseUnless(version, 'not-found')
    const target = await takingTarget(tx, own.municipalityId, project.id)
    const chosen = pick(templateContent.parse(version.content).parts, input.parts)
    const taking = planTaking(chosen, target)
    const { phases, ...items } = dated(taking.fresh, target.startOn)
    await planPhases(tx, own.municipalityId, target, phases)
    await insertItems(tx, own, new Map(target.phases.map(({ code, id }) => [code, id])), items, staff.personId)
    const [added, leftOut] = [countsOf(taking.fresh), leftOutOf(taking)]
    await audit(tx, staff, {
      action: 'template.take',
      subjectType: 'project',
      subjectId: project.id,
      projectId: project.id,
      detail: { title: version.template.name, version: version.number, parts: input.parts, added, leftOut },
    })
    return { added, leftOut }
  })
}

/** Only dates that are not set are filled in. */
async function planPhases(tx: Tx, municipalityId: string, target: Target, planned: Dated['phases']): Promise<void> {
  for (const phase of target.phases) {
    const plan = planned.get(phase.code)
    if (!plan) continue
    const startOn = phase.plannedStartOn ?? plan.plannedStartOn
    await tx.projectPhase.updateMany({
      where: { id: phase.id, municipalityId, plannedEndOn: null },
      data: { plannedStartOn: startOn && dateOf(startOn), plannedEndOn: plan.plannedEndOn && dateOf(plan.plannedEndOn) },
    })
  }
}
