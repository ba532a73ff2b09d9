'use server'
import { redirect } from 'next/navigation'
import { inviteGuest, setCollaboration, withdrawInvitation } from '@/lib/guests/commands'
import { collaborationInput, inviteInput, withdrawInput } from '@/lib/guests/input'
import { projectCommand } from '@/lib/platform/command'

const home = (projectId: string) => `/prosjekter/${projectId}/gjester?ok=lagret`

export const setBehind = projectCommand(collaborationInput, setCollaboration, (_, { projectId }) => redirect(home(projectId)))
export const invite = projectCommand(inviteInput, inviteGuest, (_, { projectId }) => redirect(home(projectId)))
export const withdraw = projectCommand(withdrawInput, withdrawInvitation, (_, { projectId }) => redirect(home(projectId)))
