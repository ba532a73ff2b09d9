'use server'
import { redirect } from 'next/navigation'
import { command } from '@/lib/platform/command'
import { newProjectInput } from '@/lib/templates/input'
import { startProject } from '@/lib/templates/start/commands'

export const start = command(newProjectInput, startProject, ({ projectId }) => redirect(`/prosjekter/${projectId}`))
