import 'server-only'
import type { Visibility } from '@/generated/prisma/enums'
import type { Actor, Staff } from '@/lib/platform/actor'
import { audit } from '@/lib/platform/audit'
import { dateOf } from '@/lib/platform/dates'
import { type Tx, transaction } from '@/lib/platform/db'
import { refuseUnless, Superseded } from '@/lib/platform/refusal'
import { refuseSharing } from '@/lib/publishing/queries'
import { type ProjectForChange, projectToRun } from '../facts/queries'
import { indexProject, moveLessons } from '../indexing/commands'
import { type ItemValues, inputName, typedValue } from '../items/fields'
import { lastChange } from '../items/queries'
import { changesBetween } from '../items/rules'
import { mayGiveRole, mayShareProject } from '../policy'
import { projectFields } from './fields'
import type { MemberInput, ProjectInput } from './input'
import { projectValues } from './queries'

/**
 * Changes the project itself, or a block of it. Refuses a wider or narrower audience from those who may not share it, and with both versions where somebody
 * else saved in the meantime.
 */
export function updateProject(actor: Actor, input: ProjectInput): Promise<void> {
  return transaction(actor, async (tx) => {
    const { project, staff } = await projectToRun(tx, actor, input.projectId)
    const before = await projectValues(tx, project.id)
    if (before.version !== input.version) {
      const typed = Object.fromEntries(
        projectFields.map((field) => [inputName(field), typedValue(field, before.values[field.name])]),
      )
      throw new Superseded({ version: before.version, values: typed, ...(await lastChange(tx, project.id)) })
    }
    const sent = projectFields.filter(({ name }) => name in input.values)
    const values = { ...before.values, ...input.values }
    const changes = changesBetween({ fields: sent }, before.values, values)
    if (Object.keys(changes).length === 0) return
    refuseUnless(!changes.visibility || mayShareProject(actor, project), 'forbidden', { visibility: 'errors.mayNotShareProject' })
    if (changes.visibility) await refuseSharing(tx, actor, { ...project, visibility: values.visibility as Visibility })
    refuseUnless(await tx.theme.count({ where: { code: String(values.themeCode) } }), 'not-found', {
      themeCode: 'errors.unknown',
    })
    const { count } = await tx.project.updateMany({
      where: { id: project.id, version: input.version },
      data: { ...columnsOf(values), ...(await audienceOf(tx, staff, project, values)), version: { increment: 1 } },
    })
    refuseUnless(count === 1, 'conflict')
    await indexProject(tx, project.id)
    if (changes.themeCode) await moveLessons(tx, [project.id], String(values.themeCode))
    await audit(tx, staff, {
      action: 'project.change',
      subjectType: 'project',
      subjectId: project.id,
      projectId: project.id,
      detail: { title: String(values.title), changes },
    })
  })
}

function columnsOf(values: ItemValues): object {
  return {
    ...values,
    startOn: dateOf(String(values.startOn)),
    endOn: values.endOn === null ? null : dateOf(String(values.endOn)),
    unGoals: [values.unGoals].flat().map(Number),
    archiveReference: values.archiveReference || null,
    financeReference: values.financeReference || null,
  }
}

/** The collaboration that may read, where the audience is one: that of the project, else the one the municipality is in. */
async function audienceOf(tx: Tx, actor: Staff, project: ProjectForChange, values: ItemValues): Promise<object> {
  if (values.visibility !== 'collaboration') return { visibleToCollaborationId: null }
  const member = await tx.collaborationMember.findFirst({
    where: { municipalityId: actor.municipality.id },
    orderBy: { collaboration: { name: 'asc' } },
    select: { collaborationId: true },
  })
  const visibleToCollaborationId = project.collaborationId ?? member?.collaborationId
  refuseUnless(visibleToCollaborationId, 'not-found', { visibility: 'errors.noCollaboration' })
  return { visibleToCollaborationId }
}

/** Gives a colleague a role in the project. Giving it twice changes nothing. Refuses those who may not give that role. */
export function addMember(actor: Actor, input: MemberInput): Promise<void> {
  return transaction(actor, async (tx) => {
    const { project, staff } = await projectToRun(tx, actor, input.projectId)
    refuseUnless(mayGiveRole(actor, project, input.role), 'forbidden', { role: 'errors.mayNotGiveRole' })
    const person = await tx.person.findFirst({
      where: { id: input.personId, municipalityId: project.municipalityId, status: 'active', homePersonId: null },
      select: { name: true },
    })
    refuseUnless(person, 'not-found', { personId: 'errors.unknown' })
    const { count } = await tx.projectMember.createMany({
      data: [{ municipalityId: project.municipalityId, projectId: project.id, personId: input.personId, role: input.role }],
      skipDuplicates: true,
    })
    if (count === 1) await auditMember(tx, staff, project.id, 'project.add-member', person.name, input)
  })
}

/** Takes a role from a colleague. Refuses with `conflict` to leave the project without a manager. */
export function removeMember(actor: Actor, input: MemberInput): Promise<void> {
  return transaction(actor, async (tx) => {
    const { project, staff } = await projectToRun(tx, actor, input.projectId)
    refuseUnless(mayGiveRole(actor, project, input.role), 'forbidden', { role: 'errors.mayNotGiveRole' })
    const isLastManager =
      input.role === 'project_manager' && project.members.filter(({ role }) => role === 'project_manager').length === 1
    refuseUnless(!isLastManager, 'conflict', { role: 'errors.lastManager' })
    const person = await tx.person.findFirst({ where: { id: input.personId }, select: { name: true } })
    const { count } = await tx.projectMember.deleteMany({
      where: { projectId: project.id, personId: input.personId, role: input.role },
    })
    if (count === 1) await auditMember(tx, staff, project.id, 'project.remove-member', person?.name ?? '', input)
  })
}

function auditMember(tx: Tx, actor: Staff, projectId: string, action: string, title: string, input: MemberInput) {
  return audit(tx, actor, {
    action,
    subjectType: 'person',
    subjectId: input.personId,
    projectId,
    detail: { title, role: input.role },
  })
}
