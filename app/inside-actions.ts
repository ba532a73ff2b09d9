'use server'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { grantForm } from '@/lib/grants/input'
import { mayGoIn } from '@/lib/grants/policy'
import { goIn, goOut } from '@/lib/platform/auth/inside'
import { sessionToken } from '@/lib/platform/auth/session'
import { selfCommand } from '@/lib/platform/command'
import { refuseUnless } from '@/lib/platform/refusal'

/** An advisor goes in where they have leave; what they see and may from then on is that of the municipality. */
export const enter = selfCommand(
  grantForm,
  async (actor, { grantId }) => {
    refuseUnless(mayGoIn(actor), 'forbidden')
    const token = await sessionToken()
    refuseUnless(token && (await goIn(token, grantId)), 'not-found')
  },
  () => {
    // What stands around the page tells where one is.
    revalidatePath('/', 'layout')
    redirect('/portefolje')
  },
)

export const leave = selfCommand(
  z.object({}),
  async () => {
    const token = await sessionToken()
    if (token) await goOut(token)
  },
  () => {
    revalidatePath('/', 'layout')
    redirect('/kuratering?ok=out#kommuner')
  },
)
