'use server'
import { redirect } from 'next/navigation'
import { addLink, movePlan, removeLink } from '@/lib/plan/commands'
import { linkInput, moveInput, unlinkInput } from '@/lib/plan/input'
import { projectCommand } from '@/lib/platform/command'

const home = (projectId: string) => `/prosjekter/${projectId}/plan?ok=lagret`

export const move = projectCommand(moveInput, movePlan, (_, { projectId }) => redirect(home(projectId)))
export const link = projectCommand(linkInput, addLink, (_, { projectId }) => redirect(home(projectId)))
export const unlink = projectCommand(unlinkInput, removeLink, (_, { projectId }) => redirect(home(projectId)))
