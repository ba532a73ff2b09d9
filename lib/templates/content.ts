import { z } from 'zod'
import { DocumentType, type StakeholderGroup } from '@/generated/prisma/enums'
import { daysBetween, type IsoDate } from '@/lib/platform/dates'
import { type ProjectPlan, partContent, partsOf } from '@/lib/sharing/parts'

/** A file that a template keeps the bytes of, under an id of its own. */
const templateFile = z.object({
  storedId: z.uuid(),
  fileName: z.string().min(1),
  contentType: z.string().min(1),
  sizeBytes: z.number().int().positive(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})
export type TemplateFile = z.output<typeof templateFile>

const benefit = partContent.benefits.element
const indicator = benefit.shape.indicator.unwrap()

/**
 * What a template may hold, kind by kind, in the order people meet it. Dates are days from the start of the project; there is no place
 * for people, decisions, actual figures or measurements.
 */
const kinds = {
  phases: partContent.phases,
  checklist: partContent.checklist,
  tasks: partContent.tasks,
  milestones: partContent.milestones,
  deliverables: partContent.deliverables,
  uncertainties: partContent.uncertainties,
  benefits: z.array(benefit.omit({ indicator: true }).extend({ indicators: z.array(indicator) })),
  stakeholders: partContent.stakeholders,
  communication: partContent.communication,
  // A document that is expected, with the file to begin with where there is one.
  documents: z.array(
    z.object({
      title: z.string(),
      type: z.enum(DocumentType),
      phase: z.string().nullable(),
      isArchivable: z.boolean(),
      file: templateFile.nullable(),
    }),
  ),
}

const templateParts = z.object({
  phases: kinds.phases.default([]),
  checklist: kinds.checklist.default([]),
  tasks: kinds.tasks.default([]),
  milestones: kinds.milestones.default([]),
  deliverables: kinds.deliverables.default([]),
  uncertainties: kinds.uncertainties.default([]),
  benefits: kinds.benefits.default([]),
  stakeholders: kinds.stakeholders.default([]),
  communication: kinds.communication.default([]),
  documents: kinds.documents.default([]),
})

export type TemplateParts = z.output<typeof templateParts>
export type TemplateKind = keyof TemplateParts
export const templateKinds = Object.keys(kinds) as [TemplateKind, ...TemplateKind[]]

/** One published version of a template: the phase model it follows, by code, and its parts. Older versions lack what was added later. */
export const templateContent = z.object({ phaseModel: z.string().min(1), parts: templateParts })
export type TemplateContent = z.output<typeof templateContent>

/** A project in the shape its template is taken from. */
export interface TemplateSource {
  phaseModel: string
  plan: Omit<ProjectPlan, 'benefits' | 'tasks' | 'stakeholders' | 'communication'>
  tasks: {
    title: string
    description: string
    phase: string | null
    dueOn: IsoDate | null
    labels: string[]
    steps: { text: string }[]
  }[]
  benefits: TemplateParts['benefits']
  stakeholders: TemplateParts['stakeholders']
  communication: { title: string; audience: StakeholderGroup[]; channel: string; plannedOn: IsoDate | null }[]
  documents: TemplateParts['documents']
}

/** The chosen parts of a project as a template. Parsing strips whatever else the rows hold. */
export function contentOf(source: TemplateSource, chosen: readonly TemplateKind[]): TemplateContent {
  const days = (on: IsoDate | null) => (on === null ? null : daysBetween(source.plan.startOn, on))
  const {
    phases,
    benefits: _,
    ...plan
  } = partsOf({ ...source.plan, benefits: [], tasks: [], stakeholders: [], communication: [] })
  const parts: Record<TemplateKind, unknown[]> = {
    ...plan,
    phases: phases.filter((phase) => phase.startOffsetDays !== null || phase.endOffsetDays !== null),
    tasks: source.tasks.map((task) => ({
      ...task,
      dueOffsetDays: days(task.dueOn),
      steps: task.steps.map((step) => step.text),
    })),
    benefits: source.benefits,
    stakeholders: source.stakeholders,
    communication: source.communication.map((one) => ({ ...one, plannedOffsetDays: days(one.plannedOn) })),
    documents: source.documents,
  }
  const taken = Object.fromEntries(chosen.map((kind) => [kind, parts[kind]]))
  return templateContent.parse({ phaseModel: source.phaseModel, parts: taken })
}

/** The kinds that have something in them. */
export function filledKinds(parts: TemplateParts): TemplateKind[] {
  return templateKinds.filter((kind) => parts[kind].length > 0)
}
