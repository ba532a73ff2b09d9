import type { Prisma } from '@/generated/prisma/client'
import type { ChecklistStatus } from '@/generated/prisma/enums'
import { newId } from '@/lib/platform/ids'
import type { DemoProject } from '../../demo/content'
import type { ProjectedPhase } from './phases'

export interface ProjectedCheck {
  id: string
  phase: ProjectedPhase
  position: number
  text: string
  status: ChecklistStatus
  reason: string | null
  isMandatory: boolean
}

/** The checklist of a project: what the phase model asks for, in the municipality's written norm, then the project's own. */
export function projectChecklist(project: DemoProject, phases: ProjectedPhase[], writtenNorm: string): ProjectedCheck[] {
  const isNynorsk = writtenNorm === 'nynorsk'
  return phases.flatMap((phase) => {
    const model = phase.model.checklist.map((item, index) => {
      const skipped = reasonToSkip(project, phase.model.code, index + 1)
      const reason = skipped && phase.state !== 'upcoming' ? skipped[isNynorsk ? 'nn' : 'nb'] : null
      const status: ChecklistStatus = reason ? 'not_relevant' : modelStatus(project, phase, index)
      return { text: isNynorsk ? item.textNn : item.textNb, status, reason, isMandatory: item.isMandatory }
    })
    const own = project.checklist
      .filter((item) => item.phase === phase.model.code)
      .map((item) => ({ text: item.text, status: item.status, reason: item.reason ?? null, isMandatory: false }))
    return [...model, ...own].map((item, index) => ({ ...item, id: newId(), phase, position: index + 1 }))
  })
}

/** What is behind is done; how much of the current phase differs from project to project, and the title is as good a dice as any. */
function modelStatus(project: DemoProject, phase: ProjectedPhase, index: number): ChecklistStatus {
  if (phase.state === 'done') return 'done'
  if (phase.state === 'upcoming') return 'open'
  return index < 1 + (project.title.length % 4) ? 'done' : 'open'
}

interface Reason {
  nb: string
  nn: string
}

/** Items of the model that a project has a visible reason to skip. Keyed by phase and position in `prisma/register/phase-models.ts`. */
function reasonToSkip(project: DemoProject, phase: string, position: number): Reason | null {
  if (phase === 'planning' && position === 5 && project.suppliers.length === 0)
    return { nb: 'Vi kjøper ikke noe i dette prosjektet.', nn: 'Vi kjøper ikkje noko i dette prosjektet.' }
  if (phase === 'concept' && position === 6 && project.type === 'organisation' && !project.collaboration)
    return { nb: 'Gjelder bare vår egen organisering.', nn: 'Gjeld berre vår eiga organisering.' }
  if (phase === 'execution' && position === 5 && (project.technologies.length === 0 || project.theme === 'ikt-infrastruktur'))
    return {
      nb: 'Ingen nye skjermbilder for innbyggere eller ansatte.',
      nn: 'Ingen nye skjermbilete for innbyggjarar eller tilsette.',
    }
  return null
}

export function checklistRows(
  items: ProjectedCheck[],
  municipalityId: string,
  projectId: string,
): Prisma.ChecklistItemCreateManyInput[] {
  return items.map(({ phase, ...item }) => ({ ...item, municipalityId, projectId, projectPhaseId: phase.id }))
}
