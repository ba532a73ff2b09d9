import type { Visibility } from '@/generated/prisma/enums'
import { found, type Reference, type RegisteredMunicipality } from './context'

export interface Audience {
  visibility: Visibility
  visibleToCollaborationId: string | null
}

/** Who may read: a collaboration is the one that runs the project, else the one the municipality is a member of. */
export function audience(
  visibility: Visibility,
  collaboration: string | undefined,
  municipality: RegisteredMunicipality,
  reference: Pick<Reference, 'collaborationId'>,
): Audience {
  if (visibility !== 'collaboration') return { visibility, visibleToCollaborationId: null }
  const slug = found(collaboration ?? municipality.collaborations[0], `a collaboration of ${municipality.displayName}`)
  return { visibility, visibleToCollaborationId: reference.collaborationId(slug) }
}
