'use server'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { approveConnection, closeConnection, reopenConnection, returnConnection } from '@/lib/connections/approval/commands'
import { connectionForm, returnForm } from '@/lib/connections/input'
import { tryLetterAgain } from '@/lib/letters/delivery/commands'
import { letterAt } from '@/lib/letters/input'
import { joinMunicipality } from '@/lib/operation/commands'
import { joinForm } from '@/lib/operation/input'
import { command, freshCommand } from '@/lib/platform/command'

/** Back to the connection, drawn anew also where the address is the same. */
const back = (_: unknown, { connectionId }: { connectionId: string }) => {
  revalidatePath(`/drift/tilkoblinger/${connectionId}`)
  redirect(`/drift/tilkoblinger/${connectionId}?ok=saved`)
}

export const approve = freshCommand(connectionForm, approveConnection, back)
export const sendBack = command(returnForm, returnConnection, () => redirect('/drift?ok=returned'))
export const close = freshCommand(connectionForm, closeConnection, back)
export const reopen = freshCommand(connectionForm, reopenConnection, back)
export const join = command(joinForm, joinMunicipality, () => redirect('/drift/kommuner?ok=joined'))
export const tryAgain = command(letterAt, tryLetterAgain, () => redirect('/drift/brev?ok=igjen'))
