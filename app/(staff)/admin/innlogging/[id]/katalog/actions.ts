'use server'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { command, freshCommand } from '@/lib/platform/command'
import type { FormState } from '@/lib/platform/form'
import { makeToken, revokeToken } from '@/lib/scim/tokens/commands'
import { makeTokenForm, revokeTokenForm } from '@/lib/scim/tokens/input'

/** Hands the key to the page that asked, this once: it stands in no address. */
export async function make(state: FormState, form: FormData): Promise<FormState> {
  let made = ''
  const run = freshCommand(makeTokenForm, makeToken, (key, { connectionId }) => {
    made = key
    revalidatePath(`/admin/innlogging/${connectionId}/katalog`)
  })
  const after = await run(state, form)
  return made === '' ? after : { ...after, values: { key: made } }
}

export const revoke = command(revokeTokenForm, revokeToken, (_, { connectionId }) =>
  redirect(`/admin/innlogging/${connectionId}/katalog?ok=revoked`),
)
