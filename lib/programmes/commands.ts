import 'server-only'
import type { Actor, Staff } from '@/lib/platform/actor'
import { audit } from '@/lib/platform/audit'
import { dateOf, isoDateOrNull } from '@/lib/platform/dates'
import { type Tx, transaction } from '@/lib/platform/db'
import { refuseUnless, Superseded } from '@/lib/platform/refusal'
import type { NewProgrammeInput, ProgrammeInput, ProgrammeProjectInput } from './input'
import { mayChangeProgramme, mayMakeProgramme } from './policy'

/** Makes a programme. Refuses with `forbidden` those who may not. */
export function makeProgramme(actor: Actor, input: NewProgrammeInput): Promise<{ programmeId: string }> {
  return transaction(actor, (tx) => makeProgrammeIn(tx, actor, input))
}

/** As `makeProgramme`, in a transaction that does more. */
export async function makeProgrammeIn(tx: Tx, actor: Actor, input: NewProgrammeInput): Promise<{ programmeId: string }> {
  refuseUnless(mayMakeProgramme(actor), 'forbidden')
  await requireColleague(tx, actor, input.managerId)
  const { id } = await tx.programme.create({
    select: { id: true },
    data: { municipalityId: actor.municipality.id, ...columns(input) },
  })
  await auditProgramme(tx, actor, 'programme.create', id, input.title)
  return { programmeId: id }
}

/** Changes a programme. Refuses with both versions where somebody else saved in the meantime. */
export function changeProgramme(actor: Actor, input: ProgrammeInput): Promise<void> {
  return transaction(actor, async (tx) => {
    const { programme, staff } = await programmeToChange(tx, actor, input.programmeId)
    if (programme.version !== input.version) {
      const values = {
        title: programme.title,
        goal: programme.goal,
        managerId: programme.managerId ?? '',
        startOn: isoDateOrNull(programme.startOn) ?? '',
        endOn: isoDateOrNull(programme.endOn) ?? '',
      }
      throw new Superseded({ version: programme.version, values, by: null, at: null })
    }
    await requireColleague(tx, staff, input.managerId)
    const { count } = await tx.programme.updateMany({
      where: { id: programme.id, version: input.version },
      data: { ...columns(input), version: { increment: 1 } },
    })
    refuseUnless(count === 1, 'conflict')
    await auditProgramme(tx, staff, 'programme.change', programme.id, input.title)
  })
}

/** Puts a project into a programme: an own one, or one that another municipality shares with the actor's. Twice changes nothing. */
export function addProject(actor: Actor, input: ProgrammeProjectInput): Promise<void> {
  return transaction(actor, (tx) => addProjectIn(tx, actor, input))
}

/** As `addProject`, in a transaction that does more. */
export async function addProjectIn(tx: Tx, actor: Actor, input: ProgrammeProjectInput): Promise<void> {
  const { programme, staff } = await programmeToChange(tx, actor, input.programmeId)
  const project = await tx.project.findUnique({ where: { id: input.projectId }, select: { municipalityId: true, title: true } })
  refuseUnless(project, 'not-found', { projectId: 'errors.unknown' })
  await tx.programmeProject.createMany({
    data: [
      {
        municipalityId: staff.municipality.id,
        programmeId: programme.id,
        projectMunicipalityId: project.municipalityId,
        projectId: input.projectId,
      },
    ],
    skipDuplicates: true,
  })
  await auditProgramme(tx, staff, 'programme.add-project', programme.id, project.title)
}

/** Takes a project out of a programme; the project itself is left alone. */
export function removeProject(actor: Actor, input: ProgrammeProjectInput): Promise<void> {
  return transaction(actor, async (tx) => {
    const { programme, staff } = await programmeToChange(tx, actor, input.programmeId)
    const { count } = await tx.programmeProject.deleteMany({ where: { programmeId: programme.id, projectId: input.projectId } })
    refuseUnless(count === 1, 'not-found')
    await auditProgramme(tx, staff, 'programme.remove-project', programme.id, programme.title)
  })
}

async function programmeToChange(tx: Tx, actor: Actor, id: string) {
  const programme = await tx.programme.findUnique({ where: { id } })
  refuseUnless(programme, 'not-found')
  refuseUnless(mayChangeProgramme(actor, programme), 'forbidden')
  return { programme, staff: actor as Staff }
}

async function requireColleague(tx: Tx, actor: Staff, personId: string | null): Promise<void> {
  if (personId === null) return
  const found = await tx.person.count({
    where: { id: personId, municipalityId: actor.municipality.id, status: 'active', homePersonId: null },
  })
  refuseUnless(found === 1, 'not-found', { managerId: 'errors.unknown' })
}

function columns({ title, goal, managerId, startOn, endOn }: NewProgrammeInput) {
  return { title, goal, managerId, startOn: startOn && dateOf(startOn), endOn: endOn && dateOf(endOn) }
}

function auditProgramme(tx: Tx, actor: Staff, action: string, subjectId: string, title: string) {
  return audit(tx, actor, { action, subjectType: 'programme', subjectId, detail: { title } })
}
