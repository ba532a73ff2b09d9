'use server'
import { redirect } from 'next/navigation'
import { mayUseDesk } from '@/lib/municipalities/policy'
import type { Actor } from '@/lib/platform/actor'
import { command } from '@/lib/platform/command'
import { refuseUnless } from '@/lib/platform/refusal'
import { copyProject } from '@/lib/sharing/commands'
import { type CopyInput, copyInput } from '@/lib/sharing/input'

async function copyAsStaff(actor: Actor, input: CopyInput) {
  refuseUnless(mayUseDesk(actor), 'forbidden')
  return copyProject(actor, input)
}

export const copy = command(copyInput, copyAsStaff, ({ projectId, skipped }) =>
  redirect(`/prosjekter/${projectId}?ok=${skipped > 0 ? 'kopiertresten' : 'kopiert'}`),
)
