'use server'
import { redirect } from 'next/navigation'
import { withdrawReport } from '@/lib/experiences/commands'
import { withdrawForm } from '@/lib/experiences/input'
import { command } from '@/lib/platform/command'

export const withdraw = command(withdrawForm, withdrawReport, (_, { projectId }) =>
  redirect(`/prosjekter/${projectId}/erfaringsrapport`),
)
