import 'server-only'
import type { Staff } from '@/lib/platform/actor'
import { read, type Tx } from '@/lib/platform/db'
import { mayManageTemplates } from '@/lib/templates/policy'
import type { PhaseDraft } from './rules'

const phases = {
  orderBy: { position: 'asc' },
  select: {
    code: true,
    nameNb: true,
    nameNn: true,
    nameEn: true,
    gate: true,
    hasStages: true,
    checklist: { orderBy: { position: 'asc' }, select: { textNb: true, textNn: true, isMandatory: true } },
  },
} as const

const model = { id: true, municipalityId: true, code: true, name: true, version: true, isActive: true, phases } as const

/** A model in its latest version, from the id of any of them; null for what is neither national nor the municipality's. */
export async function currentModel(tx: Tx, municipalityId: string, id: string) {
  const asked = await tx.phaseModel.findFirst({
    where: { id, OR: [{ municipalityId: null }, { municipalityId }] },
    select: { municipalityId: true, code: true },
  })
  const row = asked && (await tx.phaseModel.findFirst({ where: { ...asked, isCurrent: true }, select: model }))
  if (!row) return null
  return { ...row, phases: row.phases.map((phase): PhaseDraft => ({ ...phase, gate: phase.gate ?? '' })) }
}

/** Who follows a model, in any version: what a change leaves as it is. */
async function usageOf(tx: Tx, municipalityId: string, code: string) {
  const projects = await tx.project.count({ where: { municipalityId, phaseModel: { municipalityId, code } } })
  const templates = await tx.projectTemplate.findMany({
    where: { municipalityId, versions: { some: { content: { path: ['phaseModel'], equals: code } } } },
    orderBy: { name: 'asc' },
    select: { id: true, name: true },
  })
  return { projects, templates }
}

export interface PhaseModelRow {
  id: string
  name: string
  isActive: boolean
  phases: { nb: string; nn: string; en: string }[]
  projects: number
}

/** The municipality's own models, those in use first, and the national ones; and whether the actor looks after them. */
export function phaseModelsPage(actor: Staff): Promise<{ own: PhaseModelRow[]; national: PhaseModelRow[]; mayManage: boolean }> {
  return read(actor, async (tx) => {
    const municipalityId = actor.municipality.id
    const models = await tx.phaseModel.findMany({
      where: { isCurrent: true, OR: [{ municipalityId: null }, { municipalityId }] },
      orderBy: [{ isActive: 'desc' }, { name: 'asc' }],
      select: model,
    })
    const used = await tx.phaseModel.findMany({
      where: { OR: [{ municipalityId: null }, { municipalityId }] },
      select: { code: true, municipalityId: true, _count: { select: { projects: { where: { municipalityId } } } } },
    })
    const rows = models.map((one) => ({
      isOwn: one.municipalityId !== null,
      id: one.id,
      name: one.name,
      isActive: one.isActive,
      phases: one.phases.map(({ nameNb: nb, nameNn: nn, nameEn: en }) => ({ nb, nn, en })),
      projects: used
        .filter((version) => version.code === one.code && version.municipalityId === one.municipalityId)
        .reduce((sum, version) => sum + version._count.projects, 0),
    }))
    const [own, national] = [rows.filter(({ isOwn }) => isOwn), rows.filter(({ isOwn }) => !isOwn)]
    return { own, national, mayManage: mayManageTemplates(actor) }
  })
}

export type PhaseModelView = NonNullable<Awaited<ReturnType<typeof phaseModelPage>>>

/** One model with its phases and who follows it; null for what is neither national nor the municipality's. */
export function phaseModelPage(actor: Staff, id: string) {
  return read(actor, async (tx) => {
    const found = await currentModel(tx, actor.municipality.id, id)
    if (!found) return null
    const isOwn = found.municipalityId !== null
    return {
      id: found.id,
      name: found.name,
      version: found.version,
      isActive: found.isActive,
      isOwn,
      phases: found.phases,
      usage: isOwn ? await usageOf(tx, actor.municipality.id, found.code) : { projects: 0, templates: [] },
      may: { change: isOwn && mayManageTemplates(actor), copy: mayManageTemplates(actor) },
    }
  })
}
