import { type Actor, isSelf, type Staff } from '@/lib/platform/actor'
import { may } from '@/lib/platform/law'

/** The portfolio manager and the administrator make programmes. */
export function mayMakeProgramme(actor: Actor): actor is Staff {
  return may(actor, 'programme.make')
}

/** They change them too; so does the manager of the programme. */
export function mayChangeProgramme(
  actor: Actor,
  { municipalityId, managerId }: { municipalityId: string; managerId: string | null },
): actor is Staff {
  const isManager = isSelf(actor, managerId)
  return may(actor, 'programme.change', { municipalityId, as: isManager ? ['programme_manager'] : [] })
}
