'use server'
import { redirect } from 'next/navigation'
import { takeFromProject } from '@/lib/experiences/renewal/commands'
import { renewalForm } from '@/lib/experiences/renewal/input'
import { command } from '@/lib/platform/command'

export const take = command(renewalForm, takeFromProject, (_, { projectId, version }) =>
  redirect(`/prosjekter/${projectId}/erfaringsrapport?lagret=${version + 1}`),
)
