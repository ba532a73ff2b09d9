import 'server-only'
import { currentModel } from '@/lib/phase-models/queries'
import type { Actor, Staff } from '@/lib/platform/actor'
import { audit } from '@/lib/platform/audit'
import { type Tx, transaction } from '@/lib/platform/db'
import { refuseUnless } from '@/lib/platform/refusal'
import { insertProject } from '@/lib/projects/commands'
import { templateContent } from '../content'
import type { NewProjectInput } from '../input'
import { insertItems } from '../insert/commands'
import { mayStartProject } from '../policy'
import { dated, suit } from '../rules'

/**
 * Starts a project in the actor's municipality, with the actor as manager: blank after a phase model, or with everything the latest
 * version of an active template holds. Refuses with `forbidden` those who only have insight, or are from elsewhere.
 */
export function startProject(actor: Actor, input: NewProjectInput): Promise<{ projectId: string }> {
  return transaction(actor, async (tx) => {
    refuseUnless(mayStartProject(actor), 'forbidden')
    const { title, themeCode, startOn } = input
    refuseUnless(await tx.theme.count({ where: { code: themeCode } }), 'not-found', { themeCode: 'errors.unknown' })
    const project = { title, goal: '', themeCode, technologies: [], methods: [], startOn }
    const template = input.from === 'template' ? await latest(tx, actor, input.templateId) : null
    const { projectId } = template
      ? await fromTemplate(tx, actor, project, template.content)
      : await insertProject(tx, actor, project, new Map(), { phaseModelId: await offered(tx, actor, input.phaseModelId) })
    await audit(tx, actor, {
      action: 'project.create',
      subjectType: 'project',
      subjectId: projectId,
      projectId,
      detail: { title, ...(template ? { template: template.name, templateVersion: template.number } : {}) },
    })
    return { projectId }
  })
}

/** The model in its latest version, also where it has been changed since the form was opened. Refuses one that is taken out of use. */
async function offered(tx: Tx, actor: Staff, phaseModelId: string | null): Promise<string | null> {
  if (phaseModelId === null) return null
  const model = await currentModel(tx, actor.municipality.id, phaseModelId)
  refuseUnless(model?.isActive, 'not-found', { phaseModelId: 'errors.unknown' })
  return model.id
}

/** The latest version of an active template of the municipality. */
async function latest(tx: Tx, actor: Staff, templateId: string | null) {
  const version = await tx.projectTemplateVersion.findFirst({
    where: {
      municipalityId: actor.municipality.id,
      templateId: templateId ?? undefined,
      template: { isActive: true },
    },
    orderBy: { number: 'desc' },
    select: { number: true, content: true, template: { select: { name: true } } },
  })
  refuseUnless(templateId && version, 'not-found', { templateId: 'errors.unknown' })
  return { number: version.number, name: version.template.name, content: templateContent.parse(version.content) }
}

type Project = Parameters<typeof insertProject>[2]

async function fromTemplate(tx: Tx, actor: Staff, project: Project, content: ReturnType<typeof templateContent.parse>) {
  const municipalityId = actor.municipality.id
  const models = await tx.phaseModel.findMany({
    where: { code: content.phaseModel, isCurrent: true, OR: [{ municipalityId: null }, { municipalityId }] },
    select: { id: true, municipalityId: true, phases: { orderBy: { position: 'asc' }, select: { code: true } } },
  })
  // The municipality's own goes before the national one of the same name.
  const model = models.find((one) => one.municipalityId !== null) ?? models[0]
  refuseUnless(model, 'not-found', { templateId: 'errors.unknown' })
  const codes = model.phases.map((phase) => phase.code)
  const { phases, ...items } = dated(suit(content.parts, codes), project.startOn)
  const made = await insertProject(tx, actor, project, phases, {
    phaseModelId: model.id,
    hasOwnChecklist: items.checklist.length > 0,
  })
  await insertItems(tx, { municipalityId, projectId: made.projectId }, made.phaseIds, items, actor.personId)
  return made
}
