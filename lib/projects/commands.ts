import 'server-only'
import type { Staff } from '@/lib/platform/actor'
import { dateOf, type IsoDate } from '@/lib/platform/dates'
import type { Tx } from '@/lib/platform/db'
import { indexDocument } from '@/lib/search/commands'
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

type PlannedPhases = Map<string, { plannedStartOn: IsoDate | null; plannedEndOn: IsoDate | null }>

/**
 * Adds a project to the actor's municipality inside the caller's transaction: next number, the national phase model, in its first
 * phase, with the actor as manager. Gives the new id and the phases by code.
 */
export async function insertProject(
  tx: Tx,
  actor: Staff,
  project: NewProject,
  planned: PlannedPhases,
): Promise<{ projectId: string; phaseIds: Map<string, string> }> {
  const municipalityId = actor.municipality.id
  const model = await tx.phaseModel.findFirstOrThrow({
    where: { municipalityId: null, code: 'prosjektveiviseren' },
    select: { id: true, phases: { orderBy: { position: 'asc' }, select: { id: true, code: true, position: true } } },
  })
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
    data: model.phases.map(({ id, code, position }) => {
      const plan = planned.get(code)
      const plannedStartOn = plan?.plannedStartOn ?? (position === 1 ? project.startOn : null)
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
  await indexProject(tx, actor, projectId, project)
  return { projectId, phaseIds: new Map(model.phases.map(({ code }, index) => [code, phases[index]?.id ?? ''])) }
}

/** Two who start a project at once wait for each other, so that each gets a number of its own. */
async function takeNumber(tx: Tx, municipalityId: string, startOn: IsoDate): Promise<string> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`project-number:${municipalityId}`}, 0))`
  const year = Number(startOn.slice(0, 4))
  const taken = await tx.project.findMany({
    where: { municipalityId, number: { startsWith: `${year}-` } },
    select: { number: true },
  })
  return nextProjectNumber(
    year,
    taken.map((row) => row.number),
  )
}

async function indexProject(tx: Tx, actor: Staff, projectId: string, project: NewProject): Promise<void> {
  await indexDocument(tx, {
    kind: 'project',
    municipalityId: actor.municipality.id,
    subjectId: projectId,
    title: project.title,
    lead: project.goal,
    names: [actor.municipality.name, ...project.technologies],
    body: project.background ?? '',
    themeCode: project.themeCode,
    technologies: project.technologies,
    datedOn: dateOf(project.startOn),
  })
}
