import { z } from 'zod'
import { SectionKind } from '@/generated/prisma/enums'
import { isRichText, plainText, richText } from './text/rules'

/** What somebody at the source wishes of those who read. */
export const wishes = ['share', 'talk', 'procure'] as const

const text = z.string().default('')

/** The long answers, which have headings, lists, links and tables. The others are plain. */
export const richFields = [
  'need',
  'alternatives',
  'steps',
  'wouldChange',
  'worked',
  'didNotWork',
  'mustAdapt',
  'leastResources',
] as const
export type RichField = (typeof richFields)[number]

/** The fields of each section, beside the rows that belong to it (costs, effects, prerequisites, parts). */
export const sectionContent = {
  background: z.object({ need: richText, affected: text, alternatives: richText }),
  solution: z.object({
    technologies: z.array(z.string()).default([]),
    suppliers: z.array(z.string()).default([]),
    version: text,
    standards: text,
    steps: richText,
  }),
  municipality: z.object({
    population: z.number().int(),
    populationYear: z.number().int(),
    centralityClass: z.number().int(),
    kostraGroup: z.string(),
    collaborations: z.array(z.string()).default([]),
  }),
  cost: z.object({ comment: text }),
  effect: z.object({ unintended: text }),
  lessons: z.object({ worked: richText, didNotWork: richText, wouldChange: richText }),
  advice: z.object({
    mustAdapt: richText,
    maySkip: text,
    firstSteps: z.array(z.string()).default([]),
    leastResources: richText,
  }),
  parts: z.object({ comment: text }),
  people: z.object({ role: text, standIn: text, contact: text, askAbout: text, wants: z.array(z.enum(wishes)).default([]) }),
} satisfies Record<SectionKind, z.ZodType>

export type SectionContent = { [Kind in SectionKind]: z.infer<(typeof sectionContent)[Kind]> }

/** Sections 2 to 10 in reading order. */
export const sectionKinds = Object.values(SectionKind)

/** Reads stored content; what is not of the section's shape is our fault and throws. */
export function parseSection<Kind extends SectionKind>(kind: Kind, content: unknown): SectionContent[Kind] {
  return sectionContent[kind].parse(content) as SectionContent[Kind]
}

/** All that is written in a section or a field of one, as plain words: for the search, for comparing and for copying. */
export function textsOf(content: unknown): string[] {
  if (typeof content === 'string') return [content]
  if (isRichText(content)) return [plainText(content)]
  if (typeof content === 'object' && content !== null) return Object.values(content).flatMap(textsOf)
  return []
}
