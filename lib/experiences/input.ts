import { z } from 'zod'
import { PartKind, ReportOutcome, SectionKind, Visibility } from '@/generated/prisma/enums'
import { version } from '@/lib/platform/input'
import { documentChoices } from './documents/input'
import { mostDocuments } from './documents/rules'
import { asks, costLines, effects, line, lines, names, prose, required, typedCosts, typedEffects } from './form/input'
import { richFields, wishes } from './sections'
import { isEmptyText, richText } from './text/rules'
import { textsAsSent } from './text/sent'

/** `same`: the audience of the report. */
export const sectionAudience = z.enum(['same', ...Object.values(Visibility)])

const body = {
  version: version.catch(0),
  themeCode: required(60),
  technologies: names,
  suppliers: names,
  need: richText,
  affected: prose,
  alternatives: richText,
  solutionVersion: line(200),
  standards: prose,
  steps: richText,
  costComment: prose,
  unintended: prose,
  worked: richText,
  didNotWork: richText,
  prerequisites: lines,
  asks,
  mustAdapt: richText,
  maySkip: prose,
  leastResources: richText,
  parts: z.array(z.enum(PartKind)).default([]),
  documents: documentChoices,
  partsComment: prose,
  standIn: line(200),
  askAbout: prose,
  wants: z.array(z.enum(wishes)).default([]),
  audiences: z.partialRecord(z.enum(SectionKind), sectionAudience).default({}),
}

const target = { projectId: z.uuid('errors.unknown') }

const draftFields = z.object({
  ...body,
  title: line(200),
  costs: typedCosts,
  effects: typedEffects,
  summary: line(2000),
  outcome: z.preprocess((typed) => typed || null, z.enum(ReportOutcome).nullable()),
  wouldChange: richText,
  firstSteps: lines,
  role: line(200),
  contact: line(300),
  visibility: z.enum(Visibility, { error: 'errors.required' }).default('municipalities'),
})

const publishFields = draftFields.extend({
  title: required(200),
  costs: costLines,
  effects,
  summary: required(2000),
  outcome: z.enum(ReportOutcome, { error: 'errors.required' }),
  wouldChange: richText.refine((text) => !isEmptyText(text), 'errors.required'),
  firstSteps: lines.refine((steps) => steps.length > 0, 'errors.required'),
  role: required(200),
  contact: required(300),
  visibility: z.enum(Visibility, { error: 'errors.required' }),
})

/** A draft may lack anything. */
export const draftInput = z.preprocess(textsAsSent(richFields), draftFields)
/** What must be there before others read it: the fields marked ★ in the form. */
export const publishInput = z.preprocess(textsAsSent(richFields), publishFields)
/** A draft as it is sent from the form of a project. */
export const draftForm = z.preprocess(textsAsSent(richFields), draftFields.extend(target))

/** A draft that could be published as it stands, kept as it was typed. What is wrong with it is told as it would be when publishing. */
export const finishedForm = z.unknown().transform((sent, context): DraftForm => {
  const { error } = publishInput.safeParse(sent)
  const draft = draftForm.safeParse(sent)
  const wrong = [...(error?.issues ?? []), ...(draft.error?.issues ?? [])]
  for (const { path, message } of wrong) context.addIssue({ code: 'custom', path: [...path], message })
  return draft.success && wrong.length === 0 ? draft.data : z.NEVER
})

export const discardForm = z.object(target)

export const withdrawForm = z.object({
  ...target,
  /** Why, for those who could read it. */
  reason: required(300),
  /** The reason that was asked about and may stand as it is. */
  keepReason: line(300).optional(),
})

/** What is confirmed on the step before publication: the draft that was looked over, and the findings that may stay. */
export const confirmForm = z.object({
  ...target,
  version: version.refine((number) => number > 0),
  keep: z.array(z.string().max(40)).max(5000).default([]),
  /** The documents that somebody has read through. */
  read: z.array(z.string().max(60)).max(mostDocuments).optional(),
  note: line(300),
  /** The note that was asked about and may stand as it is. */
  keepNote: line(300).optional(),
  hideEarlier: z.literal('on').optional(),
  /** All that is in it still holds: whoever thought it outdated is answered. */
  holds: z.literal('on').optional(),
})

type DraftForm = z.infer<typeof draftForm>
export type DraftInput = z.infer<typeof draftFields>
export type PublishInput = z.infer<typeof publishFields>
export type WithdrawInput = z.infer<typeof withdrawForm>
export type ConfirmInput = z.infer<typeof confirmForm>
