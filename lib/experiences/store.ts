import type { SectionKind, Visibility } from '@/generated/prisma/enums'
import type { PublishInput } from './input'
import type { SectionContent } from './sections'

type Written = Exclude<SectionKind, 'municipality'>

/** The contents of the sections a person writes, from what was sent. `municipality` is filled in by the system. */
export function writtenSections(input: PublishInput): { [Kind in Written]: SectionContent[Kind] } {
  return {
    background: { need: input.need, affected: input.affected, alternatives: input.alternatives },
    solution: {
      ...{ technologies: input.technologies, suppliers: input.suppliers },
      ...{ version: input.solutionVersion, standards: input.standards, steps: input.steps },
    },
    cost: { comment: input.costComment },
    effect: { unintended: input.unintended },
    lessons: { worked: input.worked, didNotWork: input.didNotWork, wouldChange: input.wouldChange },
    advice: {
      mustAdapt: input.mustAdapt,
      maySkip: input.maySkip,
      firstSteps: input.firstSteps,
      leastResources: input.leastResources,
    },
    parts: { comment: input.partsComment },
    people: { role: input.role, standIn: input.standIn, contact: input.contact, askAbout: input.askAbout, wants: input.wants },
  }
}

/**
 * The audience of a section as it was chosen: null is that of the report. One who reads it must belong to both, so a choice as wide as that of
 * the report says nothing today, and holds when the report is opened later. A collaboration is the one the project is run by.
 */
export function sectionAudienceOf(
  input: Pick<PublishInput, 'audiences'>,
  kind: SectionKind,
  collaborationId: string | null,
): { visibility: Visibility | null; visibleToCollaborationId: string | null } {
  const chosen = input.audiences[kind] ?? 'same'
  if (chosen === 'same') return { visibility: null, visibleToCollaborationId: null }
  // Without a collaboration there is nobody between one's own and all: the narrower is the safe reading.
  if (chosen === 'collaboration' && !collaborationId) return { visibility: 'municipality', visibleToCollaborationId: null }
  return { visibility: chosen, visibleToCollaborationId: chosen === 'collaboration' ? collaborationId : null }
}
