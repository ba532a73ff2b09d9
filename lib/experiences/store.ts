import type { SectionKind, Visibility } from '@/generated/prisma/enums'
import type { DraftInput } from './input'
import { isNarrowerOrEqual } from './rules'
import type { SectionContent } from './sections'

type Written = Exclude<SectionKind, 'municipality'>

/** The contents of the sections a person writes, from what was sent. `municipality` is filled in by the system. */
export function writtenSections(input: DraftInput): { [Kind in Written]: SectionContent[Kind] } {
  return {
    background: { need: input.need, affected: input.affected, alternatives: input.alternatives },
    solution: { version: input.solutionVersion, standards: input.standards, steps: input.steps },
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

/** The audience of a section: null is that of the report, which it is never wider than. A collaboration is the one the project is run by. */
export function sectionAudienceOf(
  input: DraftInput,
  kind: SectionKind,
  collaborationId: string | null,
): { visibility: Visibility | null; visibleToCollaborationId: string | null } {
  const chosen = input.audiences[kind] ?? 'same'
  if (chosen === 'same' || isNarrowerOrEqual(input.visibility, chosen))
    return { visibility: null, visibleToCollaborationId: null }
  // Without a collaboration there is nobody between one's own and all: the narrower is the safe reading.
  if (chosen === 'collaboration' && !collaborationId) return { visibility: 'municipality', visibleToCollaborationId: null }
  return { visibility: chosen, visibleToCollaborationId: chosen === 'collaboration' ? collaborationId : null }
}
