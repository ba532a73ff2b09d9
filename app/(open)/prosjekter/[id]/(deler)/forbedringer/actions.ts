'use server'
import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { projectCommand } from '@/lib/platform/command'
import type { FormState } from '@/lib/platform/form'
import { answerSuggestions, offerImprovement } from '@/lib/sharing/improvements/commands'
import { answerInput, offerAnswerInput, offerInput } from '@/lib/sharing/improvements/input'
import { answerOffer } from '@/lib/sharing/improvements/offers/commands'

const back = (projectId: string): never => redirect(`/prosjekter/${projectId}/forbedringer?ok=lagret`)

const answering = projectCommand(answerInput, answerSuggestions, (_, { projectId }) => back(projectId))
const offering = projectCommand(offerInput, offerImprovement, (_, { projectId }) => back(projectId))
const responding = projectCommand(offerAnswerInput, answerOffer, (_, { projectId }) => back(projectId))

export const answer = async (state: FormState, form: FormData) => withLatest(answering(state, form))
export const offer = async (state: FormState, form: FormData) => withLatest(offering(state, form))
export const respond = async (state: FormState, form: FormData) => withLatest(responding(state, form))

/** What is refused because something has changed is shown with what it has become. */
async function withLatest(answered: Promise<FormState>): Promise<FormState> {
  const state = await answered
  refresh()
  return state
}
