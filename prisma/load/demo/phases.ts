import type { Prisma } from '@/generated/prisma/client'
import { addDays, dateOf, type IsoDate } from '@/lib/platform/dates'
import { newId } from '@/lib/platform/ids'
import type { DemoProject } from '../../demo/content'
import type { ModelPhase } from './context'

/** A phase of a demo project: planned and actual dates follow each other from the start of the project. */
export interface ProjectedPhase {
  id: string
  model: ModelPhase
  plannedStartOn: IsoDate | null
  plannedEndOn: IsoDate | null
  actualStartOn: IsoDate | null
  actualEndOn: IsoDate | null
  state: 'done' | 'current' | 'upcoming'
}

/** The phases of a project. A phase begins the day after the one before it ended; the current one has begun. */
export function projectPhases(project: DemoProject, models: ModelPhase[]): ProjectedPhase[] {
  const currentIndex = models.findIndex((model) => model.code === project.phase)
  let planned: IsoDate | null = project.startOn
  let actual: IsoDate | null = project.startOn
  return models.map((model, index) => {
    const content = project.phases.find((phase) => phase.code === model.code)
    const plannedEndOn: IsoDate | null = content?.plannedEndOn ?? null
    const actualEndOn: IsoDate | null = content?.actualEndOn ?? null
    // A stopped project left its last phase without finishing it.
    const isOver = index < currentIndex || (actualEndOn !== null && project.lifecycle !== 'stopped')
    const phase: ProjectedPhase = {
      id: newId(),
      model,
      plannedStartOn: earliest(planned, plannedEndOn),
      plannedEndOn,
      actualStartOn: index <= currentIndex ? earliest(actual, actualEndOn) : null,
      actualEndOn,
      state: isOver ? 'done' : index === currentIndex ? 'current' : 'upcoming',
    }
    planned = plannedEndOn && addDays(plannedEndOn, 1)
    actual = actualEndOn && addDays(actualEndOn, 1)
    return phase
  })
}

/** Two phases may end on the same day; then the later one neither starts after it ends. */
function earliest(startOn: IsoDate | null, endOn: IsoDate | null): IsoDate | null {
  return startOn && endOn && startOn > endOn ? endOn : startOn
}

export function phaseRows(
  phases: ProjectedPhase[],
  municipalityId: string,
  projectId: string,
): Prisma.ProjectPhaseCreateManyInput[] {
  return phases.map((phase) => ({
    id: phase.id,
    municipalityId,
    projectId,
    phaseModelPhaseId: phase.model.id,
    position: phase.model.position,
    plannedStartOn: phase.plannedStartOn && dateOf(phase.plannedStartOn),
    plannedEndOn: phase.plannedEndOn && dateOf(phase.plannedEndOn),
    actualStartOn: phase.actualStartOn && dateOf(phase.actualStartOn),
    actualEndOn: phase.actualEndOn && dateOf(phase.actualEndOn),
  }))
}
