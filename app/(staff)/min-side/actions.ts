'use server'
import { redirect } from 'next/navigation'
import { answerInvitation } from '@/lib/guests/commands'
import { answerInput } from '@/lib/guests/input'
import { command } from '@/lib/platform/command'

export const answer = command(answerInput, answerInvitation, ({ projectId }) =>
  redirect(projectId ? `/prosjekter/${projectId}` : '/min-side'),
)
