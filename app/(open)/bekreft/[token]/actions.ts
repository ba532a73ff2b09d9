'use server'
import { redirect } from 'next/navigation'
import type { Actor } from '@/lib/platform/actor'
import { command } from '@/lib/platform/command'
import { Refusal } from '@/lib/platform/refusal'
import { answerFollowUpLink, answerLink } from '@/lib/upkeep/commands'
import { type LinkedFollowUpInput, linkedFollowUpInput, linkInput } from '@/lib/upkeep/input'

/** A link that has been used is no fault of the one who follows it again. */
const once =
  <Input>(work: (input: Input) => Promise<unknown>) =>
  async (_actor: Actor, input: Input): Promise<'bekreftet' | 'svart'> => {
    try {
      await work(input)
      return 'bekreftet'
    } catch (error) {
      if (error instanceof Refusal && error.reason === 'conflict') return 'svart'
      throw error
    }
  }

export const answer = command(linkInput, once(answerLink), (ok, { token }) => redirect(`/bekreft/${token}?ok=${ok}`))

export const answerEffects = command(linkedFollowUpInput, once<LinkedFollowUpInput>(answerFollowUpLink), (ok, { token }) =>
  redirect(`/bekreft/${token}?ok=${ok}`),
)
