import 'server-only'
import type { Actor, Staff } from '@/lib/platform/actor'
import { audit } from '@/lib/platform/audit'
import { type Tx, transaction } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { refuseUnless } from '@/lib/platform/refusal'
import { contentOf, filledKinds, type TemplateContent, type TemplateKind } from './content'
import type { ActiveInput, NewTemplateInput, NewVersionInput } from './input'
import { mayManageTemplates } from './policy'
import { chosenProject } from './rules'
import { templateSource } from './source/queries'

/** Makes a template of the chosen parts of a project of the municipality, as its first version. Refuses a name that is taken. */
export function createTemplate(actor: Actor, input: NewTemplateInput): Promise<{ templateId: string }> {
  return transaction(actor, async (tx) => {
    refuseUnless(mayManageTemplates(actor), 'forbidden')
    const municipalityId = actor.municipality.id
    const taken = await tx.projectTemplate.count({ where: { municipalityId, name: input.name } })
    refuseUnless(taken === 0, 'conflict', { name: 'errors.nameTaken' })
    const { content, from } = await contentFrom(tx, actor, input)
    const { id } = await tx.projectTemplate.create({
      select: { id: true },
      data: { municipalityId, name: input.name, description: input.description },
    })
    await publish(tx, actor, { templateId: id, number: 1, content, comment: '' })
    await audit(tx, actor, {
      action: 'template.create',
      subjectType: 'project_template',
      subjectId: id,
      detail: { title: input.name, source: from, parts: filledKinds(content.parts) },
    })
    return { templateId: id }
  })
}

/** Publishes the next version of a template, from a project. The versions before it stay as they are. */
export function publishVersion(actor: Actor, input: NewVersionInput): Promise<{ number: number }> {
  return transaction(actor, async (tx) => {
    const { staff, template } = await templateToManage(tx, actor, input.templateId)
    const last = await tx.projectTemplateVersion.aggregate({
      where: { municipalityId: staff.municipality.id, templateId: template.id },
      _max: { number: true },
    })
    const { content, from } = await contentFrom(tx, staff, input)
    const number = (last._max.number ?? 0) + 1
    await publish(tx, staff, { templateId: template.id, number, content, comment: input.comment })
    await audit(tx, staff, {
      action: 'template.publish',
      subjectType: 'project_template',
      subjectId: template.id,
      detail: { title: template.name, version: number, source: from, parts: filledKinds(content.parts) },
    })
    return { number }
  })
}

/** Says whether a template is offered to those who start projects. Projects that began with it are left as they are. */
export function setActive(actor: Actor, input: ActiveInput): Promise<void> {
  return transaction(actor, async (tx) => {
    const { staff, template } = await templateToManage(tx, actor, input.templateId)
    if (template.isActive === input.active) return
    await tx.projectTemplate.updateMany({
      where: { id: template.id, municipalityId: staff.municipality.id },
      data: { isActive: input.active, version: { increment: 1 } },
    })
    await audit(tx, staff, {
      action: input.active ? 'template.activate' : 'template.deactivate',
      subjectType: 'project_template',
      subjectId: template.id,
      detail: { title: template.name },
    })
  })
}

/** Refuses with `not-found` what is not of the actor's municipality, and with `forbidden` those who do not look after templates. */
async function templateToManage(tx: Tx, actor: Actor, id: string) {
  refuseUnless(actor.kind === 'staff', 'not-found')
  // Two who publish at once wait for each other, and each gets a number.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`template:${id}`}, 0))`
  const template = await tx.projectTemplate.findFirst({
    where: { id, municipalityId: actor.municipality.id },
    select: { id: true, name: true, isActive: true },
  })
  refuseUnless(template, 'not-found')
  refuseUnless(mayManageTemplates(actor), 'forbidden')
  return { staff: actor, template }
}

/** The chosen parts of the project that was typed. Refuses a project that is not the municipality's, and parts with nothing in them. */
async function contentFrom(tx: Tx, actor: Staff, input: { project: string; parts: TemplateKind[] }) {
  const municipalityId = actor.municipality.id
  const projects = await tx.project.findMany({ where: { municipalityId }, select: { id: true, number: true, title: true } })
  const project = chosenProject(projects, input.project)
  const source = project && (await templateSource(tx, municipalityId, project.id))
  refuseUnless(project && source, 'not-found', { project: 'errors.unknown' })
  const content = contentOf(source, input.parts)
  refuseUnless(filledKinds(content.parts).length > 0, 'conflict', { 'parts[]': 'errors.nothingInParts' })
  return { content, from: project.title }
}

interface Version {
  templateId: string
  number: number
  content: TemplateContent
  comment: string
}

async function publish(tx: Tx, actor: Staff, version: Version): Promise<void> {
  await tx.projectTemplateVersion.createMany({
    data: [{ ...version, id: newId(), municipalityId: actor.municipality.id, authorId: actor.personId }],
  })
}
