'use server'
import { redirect } from 'next/navigation'
import { projectCommand } from '@/lib/platform/command'
import { deleteProject } from '@/lib/projects/removal/commands'
import { removalInput } from '@/lib/projects/removal/input'

export const remove = projectCommand(removalInput, deleteProject, () => redirect('/portefolje/slettede?ok=slettet'))
