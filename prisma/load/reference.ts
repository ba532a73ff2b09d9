import type { Tx } from '@/lib/platform/db'
import { collaborations } from '../register/collaborations'
import { phaseModels, type RegisteredPhase, type RegisteredPhaseModel } from '../register/phase-models'
import { themes } from '../register/themes'

/** Brings the collaborations and their members up to date; a municipality no longer listed leaves. Those that their members run are left alone. */
export async function loadCollaborations(tx: Tx): Promise<string> {
  for (const { slug, name, description, members } of collaborations) {
    const known = await tx.collaboration.findUnique({ where: { slug }, select: { runByMembers: true } })
    if (known?.runByMembers) continue
    const { id } = await tx.collaboration.upsert({
      where: { slug },
      create: { slug, name, description },
      update: { name, description },
      select: { id: true },
    })
    const municipalities = await tx.municipality.findMany({ where: { number: { in: members } }, select: { id: true } })
    if (municipalities.length !== members.length) throw new Error(`${name} has members that the register of municipalities lacks`)
    const municipalityIds = municipalities.map((m) => m.id)
    await tx.collaborationMember.deleteMany({ where: { collaborationId: id, municipalityId: { notIn: municipalityIds } } })
    await tx.collaborationMember.createMany({
      data: municipalityIds.map((municipalityId) => ({ collaborationId: id, municipalityId })),
      skipDuplicates: true,
    })
  }
  return `${collaborations.length} collaborations`
}

/** Brings the themes up to date. */
export async function loadThemes(tx: Tx): Promise<string> {
  // Out of the way first: positions are unique, and two themes may have changed places.
  await tx.$executeRaw`UPDATE theme SET position = -position WHERE position > 0`
  for (const [index, theme] of themes.entries()) {
    const data = { ...theme, position: index + 1 }
    await tx.theme.upsert({ where: { code: theme.code }, create: data, update: data, select: { code: true } })
  }
  return `${themes.length} themes`
}

/** Brings the national phase models up to date. Projects keep the checklist they started with: theirs is a copy. */
export async function loadPhaseModels(tx: Tx): Promise<string> {
  for (const model of phaseModels) {
    const phaseModelId = await loadPhaseModel(tx, model)
    await tx.$executeRaw`UPDATE phase_model_phase SET position = -position WHERE phase_model_id = ${phaseModelId}::uuid AND position > 0`
    for (const [index, phase] of model.phases.entries()) await loadPhase(tx, phaseModelId, index + 1, phase)
  }
  return `${phaseModels.length} phase models`
}

async function loadPhaseModel(tx: Tx, { code, name }: RegisteredPhaseModel): Promise<string> {
  // No upsert: the unique key does not compare rows without a municipality.
  const known = await tx.phaseModel.findFirst({ where: { municipalityId: null, code }, select: { id: true } })
  if (!known) return (await tx.phaseModel.create({ data: { code, name }, select: { id: true } })).id
  await tx.phaseModel.update({ where: { id: known.id }, data: { name }, select: { id: true } })
  return known.id
}

async function loadPhase(
  tx: Tx,
  phaseModelId: string,
  position: number,
  { checklist, ...phase }: RegisteredPhase,
): Promise<void> {
  const hasStages = phase.code === 'execution'
  const { id: phaseModelPhaseId } = await tx.phaseModelPhase.upsert({
    where: { phaseModelId_code: { phaseModelId, code: phase.code } },
    create: { ...phase, hasStages, phaseModelId, position },
    update: { ...phase, hasStages, position },
    select: { id: true },
  })
  for (const [index, { nb, nn, isMandatory }] of checklist.entries()) {
    const item = { textNb: nb, textNn: nn, isMandatory }
    await tx.phaseModelChecklistItem.upsert({
      where: { phaseModelPhaseId_position: { phaseModelPhaseId, position: index + 1 } },
      create: { ...item, phaseModelPhaseId, position: index + 1 },
      update: item,
      select: { id: true },
    })
  }
  await tx.phaseModelChecklistItem.deleteMany({ where: { phaseModelPhaseId, position: { gt: checklist.length } } })
}
