'use server'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import {
  admitPerson,
  deactivatePerson,
  endTheirSession,
  inviteAgain,
  invitePerson,
  moveSignIn,
  namePerson,
  setRoles,
} from '@/lib/people/administration/commands'
import { endForm, inviteForm, nameForm, personForm, rolesForm } from '@/lib/people/administration/input'
import { handOverDuties } from '@/lib/people/handover/commands'
import { handOverForm } from '@/lib/people/handover/input'
import { erasePerson } from '@/lib/people/privacy/commands'
import { command, freshCommand } from '@/lib/platform/command'

/** Back to the person, drawn anew also where the address is the same. */
const back = (_: unknown, { personId }: { personId: string }) => {
  revalidatePath(`/admin/personer/${personId}`)
  redirect(`/admin/personer/${personId}?ok=saved`)
}

export const invite = freshCommand(inviteForm, invitePerson, (id) => redirect(`/admin/personer/${id}?ok=invited`))
export const again = freshCommand(personForm, inviteAgain, back)
export const give = freshCommand(rolesForm, setRoles, back)
export const admit = freshCommand(personForm, admitPerson, back)
export const move = freshCommand(personForm, moveSignIn, back)
export const rename = command(nameForm, namePerson, back)
export const deactivate = command(personForm, deactivatePerson, back)
export const erase = freshCommand(personForm, erasePerson, back)
export const end = command(endForm, endTheirSession, back)
export const handOver = command(handOverForm, handOverDuties, (_, { personId }) =>
  redirect(`/admin/personer/${personId}?ok=handed`),
)
