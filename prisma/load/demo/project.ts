import { dateOf, type IsoDate } from '@/lib/platform/dates'
import { newId } from '@/lib/platform/ids'
import type { DemoLesson, DemoProject } from '../../demo/content'
import { type Audience, audience } from './audience'
import { checklistRows, type ProjectedCheck, projectChecklist } from './checklist'
import { found, type Reference, type RegisteredMunicipality, toldOn } from './context'
import { decisionRows } from './decisions'
import { type ProjectedPhase, phaseRows, projectPhases } from './phases'
import { benefitRows, planRows, uncertaintyRows } from './plan'
import type { Rows } from './rows'
import { statusRows } from './status'

/** A project ready to be inserted, with what its report is made of. */
export interface LoadedProject {
  id: string
  municipality: RegisteredMunicipality
  content: DemoProject
  phases: ProjectedPhase[]
  checklist: ProjectedCheck[]
  collaborationId: string | null
  lessons: { id: string; content: DemoLesson; learntOn: IsoDate }[]
  rows: Rows
}

/** Where a project comes in: whose it is, and the ids of that municipality's people by key. */
export interface Home {
  municipality: RegisteredMunicipality
  people: Map<string, string>
}

/** All rows of one project, its report aside. */
export function projectRows(content: DemoProject, home: Home, reference: Omit<Reference, 'municipality'>): LoadedProject {
  const { municipality } = home
  const own = { municipalityId: municipality.id, projectId: newId() }
  const phases = projectPhases(content, reference.phaseModel.phases)
  const checklist = projectChecklist(content, phases, municipality.writtenNorm)
  const readers = audience(content.visibility, content.collaboration, municipality, reference)
  const lessons = content.lessons.map((lesson) => ({ id: newId(), content: lesson, learntOn: learntOn(lesson, content, phases) }))
  const managerId = found(home.people.get(content.manager), `${municipality.displayName}: ${content.manager}`)
  return {
    id: own.projectId,
    municipality,
    content,
    phases,
    checklist,
    collaborationId: content.collaboration ? reference.collaborationId(content.collaboration) : null,
    lessons,
    rows: {
      project: [projectRow(content, own, phases, municipality, reference)],
      projectPhase: phaseRows(phases, own.municipalityId, own.projectId),
      projectMember: memberRows(content, own, home),
      checklistItem: checklistRows(checklist, own.municipalityId, own.projectId),
      ...decisionRows(content, phases, checklist, own),
      ...planRows(content, own),
      ...uncertaintyRows(content, own),
      ...benefitRows(content, own),
      ...statusRows(content, own, managerId),
      logEntry: content.log.map(({ on, ...entry }) => ({ ...own, ...entry, loggedOn: dateOf(on) })),
      lesson: lessons.map((lesson) => lessonRow(lesson, content, phases, { ...own, ...readers })),
    },
  }
}

type Own = { municipalityId: string; projectId: string }

function projectRow(
  content: DemoProject,
  own: Own,
  phases: ProjectedPhase[],
  municipality: RegisteredMunicipality,
  reference: Omit<Reference, 'municipality'>,
) {
  const { number, title, goal, background, type, lifecycle, unGoals, technologies, suppliers, methods } = content
  return {
    ...{ number, title, goal, background, type, lifecycle, unGoals, technologies, suppliers, methods },
    ...audience(content.visibility, content.collaboration, municipality, reference),
    id: own.projectId,
    municipalityId: own.municipalityId,
    themeCode: content.theme,
    phaseModelId: reference.phaseModel.id,
    currentPhaseId: found(
      phases.find((phase) => phase.model.code === content.phase),
      `${title}: phase ${content.phase}`,
    ).id,
    startOn: dateOf(content.startOn),
    endOn: dateOf(content.endOn),
    collaborationId: content.collaboration ? reference.collaborationId(content.collaboration) : null,
    createdAt: instant(content.startOn),
    updatedAt: instant(lastTouchedOn(content)),
  }
}

const instant = (on: IsoDate) => new Date(`${on}T09:00:00Z`)

/** The last day something was written down about the project. */
function lastTouchedOn(content: DemoProject): IsoDate {
  const days = [
    content.startOn,
    ...content.decisions.map((d) => d.on),
    ...content.statusReports.map((r) => r.periodEndOn),
    ...content.log.map((entry) => entry.on),
    ...content.benefits.flatMap((b) => b.indicator?.measurements.map((m) => m.on) ?? []),
  ].filter((on) => on <= toldOn)
  return days.sort().at(-1) ?? toldOn
}

function memberRows(content: DemoProject, own: Own, home: Home) {
  const roles = [
    { key: content.manager, role: 'project_manager' as const },
    { key: content.owner, role: 'project_owner' as const },
    ...(content.benefitOwner ? [{ key: content.benefitOwner, role: 'benefit_owner' as const }] : []),
  ]
  return roles.map(({ key, role }) => ({
    ...own,
    role,
    personId: found(home.people.get(key), `${home.municipality.displayName}: ${key}`),
  }))
}

/** Learnt at the end of its phase, or by the last day something was written down. */
function learntOn(lesson: DemoLesson, content: DemoProject, phases: ProjectedPhase[]): IsoDate {
  const phase = phases.find((p) => p.model.code === lesson.phase)
  return [phase?.actualEndOn, phase?.plannedEndOn].find((on) => on && on <= toldOn) ?? lastTouchedOn(content)
}

/** Lessons are read by those who may read the project. */
function lessonRow(
  lesson: LoadedProject['lessons'][number],
  content: DemoProject,
  phases: ProjectedPhase[],
  own: Own & Audience,
) {
  const { phase: code, ...rest } = lesson.content
  const projectPhaseId = phases.find((p) => p.model.code === code)?.id
  return { ...own, ...rest, id: lesson.id, projectPhaseId, themeCode: content.theme, createdAt: instant(lesson.learntOn) }
}
