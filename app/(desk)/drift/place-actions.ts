'use server'
import { redirect } from 'next/navigation'
import { closeMunicipality, joinMunicipality, reopenMunicipality } from '@/lib/operation/commands'
import { endSetup, inviteFounder, inviteFounderAgain } from '@/lib/operation/founders/commands'
import { founderForm, setupForm } from '@/lib/operation/founders/input'
import { placePage } from '@/lib/operation/founders/rules'
import { closeForm, joinForm } from '@/lib/operation/input'
import { keepSealed } from '@/lib/platform/auth/cookies'
import { freshCommand } from '@/lib/platform/command'

/** Shows the link on the page it was made on: for a minute, in this browser alone, and never in an address. */
async function show(link: string, { number }: { number: string }): Promise<never> {
  await keepSealed('setup-link', link, 60)
  redirect(`${placePage(number)}#forste`)
}

const back =
  (ok: string) =>
  (_: unknown, { number }: { number: string }) =>
    redirect(`${placePage(number)}?ok=${ok}`)

export const invite = freshCommand(founderForm, inviteFounder, show)
export const inviteAgain = freshCommand(setupForm, inviteFounderAgain, show)
export const endLink = freshCommand(setupForm, endSetup, back('ended'))
export const joinPlace = freshCommand(joinForm, joinMunicipality, back('joined'))
export const closePlace = freshCommand(closeForm, closeMunicipality, back('closed'))
export const reopenPlace = freshCommand(joinForm, reopenMunicipality, back('reopened'))
