import 'server-only'
import type { Staff } from '@/lib/platform/actor'
import { dateOf, type IsoDate } from '@/lib/platform/dates'
import { type Tx, withDeleted } from '@/lib/platform/db'
import { refuseUnless } from '@/lib/platform/refusal'
import { indexProject } from './indexing/commands'
import { nextProjectNumber } from './rules'

export interface NewProject {
  title: string
  goal: string
  background?: string
  themeCode: string
  technologies: string[]
  methods: string[]
  startOn: IsoDate
}

export interface ProjectOptions {
  /** Prosjektveiviseren unless said otherwise. */
  phaseModelId?: string | null
  /** The caller adds the checklist: that of the phase model is left out. */
  hasOwnChecklist?: boolean
}

type PlannedPhases = ReadonlyMap<string, { plannedStartOn: IsoDate | null; plannedEndOn: IsoDate | null }>

/**
 * Adds a project to the actor's municipality inside the caller's transaction: next number, in the first phase of its model, with the
 * checklist of the model in the municipality's written norm and the actor as manager. Gives the new id and the phases by code.
 * Refuses a phase model that is neither national nor the municipality's own.
 */
export async function insertProject(
  tx: Tx,
  actor: Staff,
  project: NewProject,
  planned: PlannedPhases,
  { phaseModelId, hasOwnChecklist = false }: ProjectOptions = {},
): Promise<{ projectId: string; phaseIds: Map<string, string> }> {
  const municipalityId = actor.municipality.id
  const model = await tx.phaseModel.findFirst({
    where: phaseModelId
      ? { id: phaseModelId, OR: [{ municipalityId: null }, { municipalityId }] }
      : { municipalityId: null, code: 'prosjektveiviseren' },
    select: {
      id: true,
      phases: {
        orderBy: { position: 'asc' },
        select: {
          id: true,
          code: true,
          position: true,
          checklist: { orderBy: { position: 'asc' }, select: { position: true, textNb: true, textNn: true, isMandatory: true } },
        },
      },
    },
  })
  refuseUnless(model && model.phases.length > 0, 'not-found', { phaseModelId: 'errors.unknown' })
  const { id: projectId } = await tx.project.create({
    select: { id: true },
    data: {
      ...project,
      municipalityId,
      number: await takeNumber(tx, municipalityId, project.startOn),
      startOn: dateOf(project.startOn),
      phaseModelId: model.id,
    },
  })
  const phases = await tx.projectPhase.createManyAndReturn({
    select: { id: true },
    data: model.phases.map(({ id, code, position }, index) => {
      const plan = planned.get(code)
      const plannedStartOn = plan?.plannedStartOn ?? (index === 0 ? project.startOn : null)
      return {
        municipalityId,
        projectId,
        phaseModelPhaseId: id,
        position,
        plannedStartOn: plannedStartOn && dateOf(plannedStartOn),
        plannedEndOn: plan?.plannedEndOn && dateOf(plan.plannedEndOn),
      }
    }),
  })
  await tx.project.update({ where: { id: projectId }, data: { currentPhaseId: phases[0]?.id }, select: { id: true } })
  await tx.projectMember.create({ data: { municipalityId, projectId, personId: actor.personId, role: 'project_manager' } })
  if (!hasOwnChecklist) {
    const isNynorsk = actor.municipality.writtenNorm === 'nynorsk'
    await tx.checklistItem.createMany({
      data: model.phases.flatMap(({ checklist }, index) =>
        checklist.map(({ position, textNb, textNn, isMandatory }) => ({
          ...{ municipalityId, projectId, position, isMandatory },
          projectPhaseId: phases[index]?.id ?? '',
          text: isNynorsk ? textNn : textNb,
        })),
      ),
    })
  }
  await indexProject(tx, projectId)
  return { projectId, phaseIds: new Map(model.phases.map(({ code }, index) => [code, phases[index]?.id ?? ''])) }
}

/** Two who start a project at once wait for each other, so that each gets a number of its own. */
async function takeNumber(tx: Tx, municipalityId: string, startOn: IsoDate): Promise<string> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`project-number:${municipalityId}`}, 0))`
  const year = Number(startOn.slice(0, 4))
  // A deleted project keeps its number: it may be put back.
  const taken = await withDeleted(tx, () =>
    tx.project.findMany({ where: { municipalityId, number: { startsWith: `${year}-` } }, select: { number: true } }),
  )
  return nextProjectNumber(
    year,
    taken.map((row) => row.number),
  )
}
