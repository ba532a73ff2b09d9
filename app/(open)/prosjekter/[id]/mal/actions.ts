'use server'
import { redirect } from 'next/navigation'
import { command } from '@/lib/platform/command'
import { takeInput } from '@/lib/templates/input'
import { takeParts } from '@/lib/templates/take/commands'

export const take = command(takeInput, takeParts, (_, { projectId }) => redirect(`/prosjekter/${projectId}?ok=lagret`))
