'use server'
import { redirect } from 'next/navigation'
import { command } from '@/lib/platform/command'
import { addMember, removeMember, updateProject } from '@/lib/projects/editing/commands'
import { memberInput, projectInput } from '@/lib/projects/editing/input'

export const save = command(projectInput, updateProject, (_, { projectId }) => redirect(`/prosjekter/${projectId}?ok=lagret`))

const people = (projectId: string) => `/prosjekter/${projectId}/rediger?ok=lagret#folk`
export const add = command(memberInput, addMember, (_, { projectId }) => redirect(people(projectId)))
export const remove = command(memberInput, removeMember, (_, { projectId }) => redirect(people(projectId)))
