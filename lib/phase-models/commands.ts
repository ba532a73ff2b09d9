import 'server-only'
import { mayUseDesk } from '@/lib/municipalities/policy'
import type { Actor, Staff } from '@/lib/platform/actor'
import { audit } from '@/lib/platform/audit'
import { type Tx, transaction } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { refuseUnless, Superseded } from '@/lib/platform/refusal'
import { mayManageTemplates } from '@/lib/templates/policy'
import type { ModelActiveInput, NewPhaseModelInput, PhaseModelInput } from './input'
import { currentModel } from './queries'
import { formValues, withCodes } from './rules'

/** Makes a phase model of the municipality's own. Refuses a name that one of its models has. */
export function createPhaseModel(actor: Actor, input: NewPhaseModelInput): Promise<{ modelId: string }> {
  return transaction(actor, async (tx) => {
    refuseUnless(mayManageTemplates(actor), 'forbidden')
    await lock(tx, actor)
    await requireFreeName(tx, actor, input.name, null)
    const modelId = await insertVersion(tx, actor, { code: `own-${newId()}`, version: 1, isActive: true }, input)
    await auditModel(tx, actor, 'phase-model.create', modelId, { title: input.name, phases: input.phases.length })
    return { modelId }
  })
}

/**
 * Changes an own phase model: the next version of it is what new projects get, while those that have begun keep theirs. Refuses with
 * both versions where somebody else saved in the meantime.
 */
export function changePhaseModel(actor: Actor, input: PhaseModelInput): Promise<{ modelId: string }> {
  return transaction(actor, async (tx) => {
    const { staff, model } = await modelToManage(tx, actor, input.modelId)
    if (model.version !== input.version) {
      const saved = await tx.auditEvent.findFirst({
        where: { municipalityId: staff.municipality.id, subjectType: 'phase_model', subjectId: model.id },
        orderBy: { at: 'desc' },
        select: { at: true, actorId: true },
      })
      const by = saved?.actorId && (await tx.person.findUnique({ where: { id: saved.actorId }, select: { name: true } }))
      throw new Superseded({
        version: model.version,
        // What they took away stands as empty beside what was typed.
        values: { ...emptied(formValues(input)), ...formValues(model) },
        by: by ? by.name : null,
        at: saved?.at.toISOString() ?? null,
      })
    }
    if (isSame(formValues(model), formValues({ ...input, phases: withCodes(input.phases) }))) return { modelId: model.id }
    await requireFreeName(tx, staff, input.name, model.code)
    await tx.phaseModel.updateMany({ where: { id: model.id }, data: { isCurrent: false } })
    const next = { code: model.code, version: model.version + 1, isActive: model.isActive }
    const modelId = await insertVersion(tx, staff, next, input)
    await auditModel(tx, staff, 'phase-model.change', modelId, {
      title: input.name,
      version: next.version,
      phases: input.phases.length,
    })
    return { modelId }
  })
}

/** Says whether a model is offered to those who start projects. Projects and templates that follow it are left as they are. */
export function setModelActive(actor: Actor, input: ModelActiveInput): Promise<void> {
  return transaction(actor, async (tx) => {
    const { staff, model } = await modelToManage(tx, actor, input.modelId)
    if (model.isActive === input.active) return
    await tx.phaseModel.updateMany({ where: { id: model.id }, data: { isActive: input.active } })
    const action = input.active ? 'phase-model.activate' : 'phase-model.deactivate'
    await auditModel(tx, staff, action, model.id, { title: model.name })
  })
}

type Values = ReturnType<typeof formValues>

const emptied = (values: Values): Values => Object.fromEntries(Object.keys(values).map((name) => [name, '']))

const isSame = (one: Values, other: Values) =>
  Object.keys({ ...one, ...other }).every((name) => (one[name] ?? '') === (other[name] ?? ''))

/** Two who change the models of a municipality wait for each other. */
async function lock(tx: Tx, actor: Staff): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`phase-models:${actor.municipality.id}`}, 0))`
}

/** Refuses with `not-found` what is not of the municipality, and with `forbidden` those who do not look after it, and national models. */
async function modelToManage(tx: Tx, actor: Actor, id: string) {
  refuseUnless(mayUseDesk(actor), 'not-found')
  await lock(tx, actor)
  const model = await currentModel(tx, actor.municipality.id, id)
  refuseUnless(model, 'not-found')
  refuseUnless(model.municipalityId !== null && mayManageTemplates(actor), 'forbidden')
  return { staff: actor, model }
}

async function requireFreeName(tx: Tx, actor: Staff, name: string, but: string | null): Promise<void> {
  const taken = await tx.phaseModel.count({
    where: {
      name: { equals: name, mode: 'insensitive' },
      isCurrent: true,
      OR: [{ municipalityId: null }, { municipalityId: actor.municipality.id, ...(but === null ? {} : { code: { not: but } }) }],
    },
  })
  refuseUnless(taken === 0, 'conflict', { name: 'errors.nameTaken' })
}

async function insertVersion(
  tx: Tx,
  actor: Staff,
  about: { code: string; version: number; isActive: boolean },
  { name, phases }: NewPhaseModelInput,
): Promise<string> {
  const modelId = newId()
  await tx.phaseModel.createMany({ data: [{ id: modelId, municipalityId: actor.municipality.id, name, ...about }] })
  const rows = withCodes(phases).map((phase) => ({ ...phase, id: newId() }))
  await tx.phaseModelPhase.createMany({
    data: rows.map(({ checklist: _, gate, ...phase }, index) => ({
      ...phase,
      gate: gate || null,
      phaseModelId: modelId,
      position: index + 1,
    })),
  })
  await tx.phaseModelChecklistItem.createMany({
    data: rows.flatMap(({ id: phaseModelPhaseId, checklist }) =>
      checklist.map((check, index) => ({ ...check, phaseModelPhaseId, position: index + 1 })),
    ),
  })
  return modelId
}

function auditModel(tx: Tx, actor: Staff, action: string, subjectId: string, detail: Record<string, string | number>) {
  return audit(tx, actor, { action, subjectType: 'phase_model', subjectId, detail })
}
