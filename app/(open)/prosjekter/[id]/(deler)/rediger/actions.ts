'use server'
import { redirect } from 'next/navigation'
import { projectCommand } from '@/lib/platform/command'
import { addMember, removeMember, updateProject } from '@/lib/projects/editing/commands'
import { memberInput, projectInput } from '@/lib/projects/editing/input'

export const save = projectCommand(projectInput, updateProject, (_, { projectId, block }) =>
  redirect(`/prosjekter/${projectId}?ok=lagret${block === 'all' ? '' : `#endre-${block}`}`),
)

const people = (projectId: string) => `/prosjekter/${projectId}/rediger?ok=lagret#folk`
export const add = projectCommand(memberInput, addMember, (_, { projectId }) => redirect(people(projectId)))
export const remove = projectCommand(memberInput, removeMember, (_, { projectId }) => redirect(people(projectId)))
