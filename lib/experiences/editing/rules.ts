import { z } from 'zod'
import {
  Licence,
  PartKind,
  PrerequisiteKind,
  ReportDocumentKind,
  ReportOutcome,
  type ReportStatus,
  SectionKind,
  Visibility,
} from '@/generated/prisma/enums'
import { readPrerequisite } from '@/lib/fit/prerequisite/rules'
import { typedCosts, typedEffects } from '../form/input'
import type { DraftReport } from '../rules'
import { sectionContent } from '../sections'

export interface SavedReport {
  id: string
  /** Counts the saves: what is sent with an older one meets a conflict. */
  version: number
  status: ReportStatus
  slug: string
  /** Whether something is written that is not published. */
  isRevised: boolean
}

const text = z.string().default('')
const document = z.object({
  documentId: z.string(),
  number: z.number().int(),
  kind: z.enum(ReportDocumentKind),
  licence: z.enum(Licence),
  visibility: z.enum(Visibility).nullable(),
})

// What was saved before lines had a kind is the words alone.
const prerequisite = z.union([
  z.string().transform((line) => readPrerequisite(line)),
  z.object({ text: z.string(), kind: z.enum(PrerequisiteKind), value: z.string() }),
])

const orEmpty = <Schema extends z.ZodType>(schema: Schema) => z.preprocess((content) => content ?? {}, schema)

/** A draft as it is stored, read as strictly as what is published. What it says nothing of is empty. */
const draft = z.object({
  title: text,
  summary: text,
  outcome: z.enum(ReportOutcome).nullable().default(null),
  themeCode: text,
  background: orEmpty(sectionContent.background),
  solution: orEmpty(sectionContent.solution),
  costs: typedCosts,
  cost: orEmpty(sectionContent.cost),
  effects: typedEffects,
  effect: orEmpty(sectionContent.effect),
  lessons: orEmpty(sectionContent.lessons),
  prerequisites: z.array(prerequisite).default([]),
  advice: orEmpty(sectionContent.advice),
  parts: z.array(z.enum(PartKind)).default([]),
  documents: z.array(document).default([]),
  partsComment: text,
  people: orEmpty(sectionContent.people),
  visibility: z.enum(Visibility).default('municipality'),
  audiences: z.partialRecord(z.enum(SectionKind), z.enum(Visibility)).default({}),
})

export const storedDraft = (content: unknown): DraftReport => draft.parse(content)
