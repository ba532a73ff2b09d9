'use server'
import { redirect } from 'next/navigation'
import { answerAdvice } from '@/lib/advice/commands'
import { answerInput } from '@/lib/advice/input'
import { projectCommand } from '@/lib/platform/command'

export const answer = projectCommand(answerInput, answerAdvice, (_, { projectId }) =>
  redirect(`/prosjekter/${projectId}/rad?ok=lagret`),
)
