'use server'
import { redirect } from 'next/navigation'
import { projectCommand } from '@/lib/platform/command'
import { answerOffer, answerSuggestions, offerImprovement } from '@/lib/sharing/improvements/commands'
import { answerInput, offerAnswerInput, offerInput } from '@/lib/sharing/improvements/input'

const back = (projectId: string): never => redirect(`/prosjekter/${projectId}/forbedringer?ok=lagret`)

export const answer = projectCommand(answerInput, answerSuggestions, (_, { projectId }) => back(projectId))
export const offer = projectCommand(offerInput, offerImprovement, (_, { projectId }) => back(projectId))
export const respond = projectCommand(offerAnswerInput, answerOffer, (_, { projectId }) => back(projectId))
