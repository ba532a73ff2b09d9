import 'server-only'
import { mayUseDesk } from '@/lib/municipalities/policy'
import type { Actor, Staff } from '@/lib/platform/actor'
import { audit } from '@/lib/platform/audit'
import { read, type Tx, transaction } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { refuseUnless, Superseded } from '@/lib/platform/refusal'
import { contentOf, filledKinds, type TemplateContent, type TemplateKind, templateContent } from './content'
import { orForget, withOwnFiles } from './files/commands'
import type { ActiveInput, NewTemplateInput, NewVersionInput, TemplateInput } from './input'
import { mayManageTemplates } from './policy'
import { chosenProject } from './rules'
import { templateSource } from './source/queries'

/** Makes a template of the chosen parts of a project of the municipality, as its first version. Refuses a name that is taken. */
export function createTemplate(actor: Actor, input: NewTemplateInput): Promise<{ templateId: string }> {
  return withContent(actor, input, null, async (tx, staff, { versionId, content, from }) => {
    const municipalityId = staff.municipality.id
    await requireFreeName(tx, staff, input.name, null)
    const { id } = await tx.projectTemplate.create({
      select: { id: true },
      data: { municipalityId, name: input.name, description: input.description },
    })
    await publish(tx, staff, { id: versionId, templateId: id, number: 1, content, comment: '' })
    await audit(tx, staff, {
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
  return withContent(actor, input, input.templateId, async (tx, staff, { versionId, content, from }) => {
    const { template } = await templateToManage(tx, staff, input.templateId)
    const number = ((await latestVersion(tx, staff, template.id))?.number ?? 0) + 1
    await publish(tx, staff, { id: versionId, templateId: template.id, number, content, comment: input.comment })
    await audit(tx, staff, {
      action: 'template.publish',
      subjectType: 'project_template',
      subjectId: template.id,
      detail: { title: template.name, version: number, source: from, parts: filledKinds(content.parts) },
    })
    return { number }
  })
}

/** Changes what a template is called and said to be for. Refuses with both versions where somebody else saved in the meantime. */
export function changeTemplate(actor: Actor, input: TemplateInput): Promise<void> {
  return transaction(actor, async (tx) => {
    const { staff, template } = await templateToManage(tx, actor, input.templateId)
    const { name, description } = input
    if (template.version !== input.version)
      throw new Superseded({
        version: template.version,
        values: { name: template.name, description: template.description },
        by: null,
        at: null,
      })
    await requireFreeName(tx, staff, name, template.id)
    await tx.projectTemplate.updateMany({
      where: { id: template.id, municipalityId: staff.municipality.id },
      data: { name, description, version: { increment: 1 } },
    })
    await audit(tx, staff, {
      action: 'template.change',
      subjectType: 'project_template',
      subjectId: template.id,
      detail: { title: name, before: template.name },
    })
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
export async function templateToManage(tx: Tx, actor: Actor, id: string) {
  refuseUnless(mayUseDesk(actor), 'not-found')
  // Two who publish at once wait for each other, and each gets a number.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`template:${id}`}, 0))`
  const template = await tx.projectTemplate.findFirst({
    where: { id, municipalityId: actor.municipality.id },
    select: { id: true, name: true, description: true, isActive: true, version: true },
  })
  refuseUnless(template, 'not-found')
  refuseUnless(mayManageTemplates(actor), 'forbidden')
  return { staff: actor, template }
}

async function requireFreeName(tx: Tx, actor: Staff, name: string, but: string | null): Promise<void> {
  const taken = await tx.projectTemplate.count({
    where: { municipalityId: actor.municipality.id, name, ...(but === null ? {} : { id: { not: but } }) },
  })
  refuseUnless(taken === 0, 'conflict', { name: 'errors.nameTaken' })
}

/**
 * Reads the chosen parts of the project that was typed, keeps copies of its files, and does the work in a transaction; the copies are
 * taken away again when it fails. Who may is asked before anything is kept. Refuses a project that is not the municipality's, and parts
 * with nothing in them.
 */
async function withContent<T>(
  actor: Actor,
  input: { project: string; parts: TemplateKind[] },
  templateId: string | null,
  work: (tx: Tx, staff: Staff, made: { versionId: string; content: TemplateContent; from: string }) => Promise<T>,
): Promise<T> {
  const { staff, content, from } = await read(actor, async (tx) => {
    if (templateId !== null) await templateToManage(tx, actor, templateId)
    refuseUnless(mayManageTemplates(actor), 'forbidden')
    return { staff: actor, ...(await contentFrom(tx, actor, input)) }
  })
  const versionId = newId()
  const own = await withOwnFiles(staff.municipality.id, content)
  return orForget(actor, { versionId, keys: own.keys }, () =>
    transaction(actor, (tx) => work(tx, staff, { versionId, content: own.content, from })),
  )
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

/** The newest version of a template, if it has any. */
export async function latestVersion(tx: Tx, actor: Staff, templateId: string) {
  const version = await tx.projectTemplateVersion.findFirst({
    where: { municipalityId: actor.municipality.id, templateId },
    orderBy: { number: 'desc' },
    select: { number: true, content: true },
  })
  return version && { number: version.number, content: templateContent.parse(version.content) }
}

interface Version {
  id: string
  templateId: string
  number: number
  content: TemplateContent
  comment: string
}

/** Adds a version, for good: it is never changed. */
export async function publish(tx: Tx, actor: Staff, version: Version): Promise<void> {
  await tx.projectTemplateVersion.createMany({
    data: [{ ...version, municipalityId: actor.municipality.id, authorId: actor.personId }],
  })
}
