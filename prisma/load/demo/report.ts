import type { SectionContent } from '@/lib/experiences/sections'
import { sectionKinds } from '@/lib/experiences/sections'
import { fromPlain } from '@/lib/experiences/text/rules'
import { readPrerequisite } from '@/lib/fit/prerequisite/rules'
import { dateOf, type IsoDate } from '@/lib/platform/dates'
import { newId } from '@/lib/platform/ids'
import { type ProjectPlan, partKinds, partsOf } from '@/lib/sharing/parts'
import type { DemoReport } from '../../demo/content'
import { work } from '../../demo/work'
import { audience } from './audience'
import type { Reference } from './context'
import type { LoadedProject } from './project'
import type { Rows } from './rows'

export interface LoadedReport {
  id: string
  rows: Rows
}

/** All rows of a published report. `facts` is what the register says of the municipality. */
export function reportRows(
  report: DemoReport,
  project: LoadedProject,
  facts: SectionContent['municipality'],
  reference: Pick<Reference, 'collaborationId'>,
): LoadedReport {
  const own = { municipalityId: project.municipality.id, reportId: newId() }
  const contents = sections(report, project, facts)
  return {
    id: own.reportId,
    rows: {
      experienceReport: [headRow(report, project, own.reportId, reference)],
      reportSection: sectionKinds.map((kind) => ({ ...own, kind, content: contents[kind] })),
      reportCostLine: report.costs.map((line, index) => ({ ...own, ...line, position: index + 1 })),
      reportEffect: report.effects.map(({ before, after, ...effect }, index) => ({
        ...own,
        quality: 'measured' as const,
        ...effect,
        position: index + 1,
        valueBefore: before,
        valueAfter: after,
      })),
      reportPrerequisite: report.prerequisites.map((line, index) => ({
        ...own,
        position: index + 1,
        ...(typeof line === 'string' ? readPrerequisite(line, project.content.technologies) : line),
      })),
      reportPart: partRows(report, project, own),
    },
  }
}

function headRow(report: DemoReport, project: LoadedProject, id: string, reference: Pick<Reference, 'collaborationId'>) {
  const { content, municipality } = project
  const publishedAt = new Date(`${report.publishedOn}T10:00:00Z`)
  return {
    ...audience(report.visibility, content.collaboration, municipality, reference),
    id,
    municipalityId: municipality.id,
    projectId: project.id,
    collaborationId: project.collaborationId,
    slug: report.slug,
    title: report.title,
    summary: report.summary,
    outcome: report.outcome,
    themeCode: content.theme,
    language: report.language,
    status: 'published' as const,
    publishedAt,
    revisedAt: publishedAt,
    confirmedOn: dateOf(report.confirmedOn),
    createdAt: publishedAt,
    updatedAt: publishedAt,
  }
}

function sections(report: DemoReport, { content }: LoadedProject, facts: SectionContent['municipality']): SectionContent {
  return {
    background: { need: fromPlain(report.need), affected: report.affected, alternatives: fromPlain(report.alternatives) },
    solution: {
      ...{ technologies: content.technologies, suppliers: content.suppliers },
      ...{ version: report.version ?? '', standards: report.standards, steps: fromPlain(report.steps) },
    },
    municipality: facts,
    cost: { comment: '' },
    effect: { unintended: report.unintended },
    lessons: {
      worked: fromPlain(report.worked),
      didNotWork: fromPlain(report.didNotWork),
      wouldChange: fromPlain(report.wouldChange),
    },
    advice: {
      mustAdapt: fromPlain(report.mustAdapt),
      maySkip: report.maySkip,
      firstSteps: report.firstSteps,
      leastResources: fromPlain(report.leastResources),
    },
    parts: { comment: '' },
    people: report.steward,
  }
}

/** The parts on offer as they are now. The phases come along wherever there are parts, for dates mean little without them; so does the work. */
function partRows(report: DemoReport, project: LoadedProject, own: { municipalityId: string; reportId: string }) {
  const parts = partsOf(planOf(project))
  const offered = new Set<string>(
    report.parts.length > 0 ? ['phases', 'tasks', 'stakeholders', 'communication', ...report.parts] : [],
  )
  return partKinds
    .filter((kind) => offered.has(kind) && parts[kind].length > 0)
    .map((kind) => ({ ...own, kind, content: parts[kind] }))
}

/** The plan of the project in the shape that parts are taken from. */
function planOf(project: LoadedProject): ProjectPlan {
  const { content, phases, checklist, rows } = project
  // Each is told apart by its row, as when it is published.
  const keyed = <Item extends object>(items: Item[], stored: { id?: string }[] = []) =>
    items.map((item, index) => ({ ...item, id: stored[index]?.id }))
  return {
    startOn: content.startOn,
    phases: phases.map(({ model, plannedStartOn, plannedEndOn }) => ({ phase: model.code, plannedStartOn, plannedEndOn })),
    checklist: checklist.map(({ id, phase, text, isMandatory }) => ({ id, phase: phase.model.code, text, isMandatory })),
    uncertainties: keyed(content.uncertainties, rows.uncertainty),
    benefits: keyed(content.benefits, rows.benefit).map(({ indicator, ...benefit }) => ({
      ...benefit,
      indicator: indicator ?? null,
    })),
    milestones: keyed(content.milestones, rows.milestone).sort((a, b) => (a.plannedOn < b.plannedOn ? -1 : 1)),
    deliverables: keyed(content.deliverables, rows.deliverable),
    ...workOf(project),
  }
}

/** The tasks, stakeholders and messages of the project, where the demo has them. */
function workOf({ content, municipality }: LoadedProject): Pick<ProjectPlan, 'tasks' | 'stakeholders' | 'communication'> {
  const found = work.find((one) => one.number === municipality.number && one.project === content.key)
  return {
    tasks: (found?.tasks ?? []).map(({ title, phase, dueOn, labels, steps }) => ({
      ...{ title, phase, labels: labels ?? [], description: '', dueOn: dueOn ?? null },
      steps: (steps ?? []).map((text) => ({ text })),
    })),
    stakeholders: found?.stakeholders ?? [],
    communication: found?.communications ?? [],
  }
}

/** Reuse as its adopters say it: asked again every year, so the last answer is at most a year old on the given day. */
export function reuseRows(
  report: DemoReport,
  reportId: string,
  reference: Pick<Reference, 'municipality'>,
  today: IsoDate,
): Rows {
  return {
    reuse: (report.reusedBy ?? []).map(({ number, state, reason, since, costNok }) => ({
      municipalityId: reference.municipality(number).id,
      reportId,
      state,
      reason,
      costNok,
      sinceOn: dateOf(since),
      confirmedOn: dateOf(lastAnniversary(since, today)),
      // Those who run an openly shared case show it; plans stay among the municipalities.
      visibility: report.visibility === 'open' && state === 'in_operation' ? ('open' as const) : ('municipalities' as const),
    })),
  }
}

function lastAnniversary(since: IsoDate, today: IsoDate): IsoDate {
  const monthAndDay = since.slice(4) === '-02-29' ? '-02-28' : since.slice(4)
  const thisYear = `${today.slice(0, 4)}${monthAndDay}`
  const last = thisYear <= today ? thisYear : `${Number(today.slice(0, 4)) - 1}${monthAndDay}`
  return last > since ? last : since
}
