'use server'
import { redirect } from 'next/navigation'
import { command } from '@/lib/platform/command'
import { putBackProject } from '@/lib/projects/removal/commands'
import { putBackInput } from '@/lib/projects/removal/input'

export const putBack = command(putBackInput, putBackProject, (_, { projectId }) =>
  redirect(`/prosjekter/${projectId}?ok=gjenopprettet`),
)
