'use server'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { sessionLeft } from '@/lib/platform/auth/liveness'
import { sessionToken } from '@/lib/platform/auth/session'
import { selfCommand } from '@/lib/platform/command'
import { refuseUnless } from '@/lib/platform/refusal'
import { endOtherSessions, endOwnSession } from '@/lib/sessions/commands'
import { sessionForm } from '@/lib/sessions/input'

export const end = selfCommand(sessionForm, endOwnSession, () => {
  revalidatePath('/innlogginger')
  redirect('/innlogginger?ok=ended')
})

export const endOthers = selfCommand(
  z.object({}),
  async (actor) => {
    const token = await sessionToken()
    const current = token ? await sessionLeft(token) : null
    refuseUnless(current, 'forbidden')
    return endOtherSessions(actor, current.id)
  },
  () => {
    revalidatePath('/innlogginger')
    redirect('/innlogginger?ok=othersEnded')
  },
)
