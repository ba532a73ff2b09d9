'use server'
import { redirect } from 'next/navigation'
import { command } from '@/lib/platform/command'
import { addProject, changeProgramme, makeProgramme, removeProject } from '@/lib/programmes/commands'
import { newProgrammeInput, programmeInput, programmeProjectInput } from '@/lib/programmes/input'

const home = (id: string) => `/programmer/${id}?ok=lagret`

export const make = command(newProgrammeInput, makeProgramme, ({ programmeId }) => redirect(home(programmeId)))
export const change = command(programmeInput, changeProgramme, (_, { programmeId }) => redirect(home(programmeId)))
export const add = command(programmeProjectInput, addProject, (_, { programmeId }) => redirect(home(programmeId)))
export const remove = command(programmeProjectInput, removeProject, (_, { programmeId }) => redirect(home(programmeId)))
