'use server'
import { redirect } from 'next/navigation'
import { changeIdea, decideIdea, makeProjectOf, registerIdea, scoreIdea } from '@/lib/ideas/commands'
import { decisionInput, ideaInput, ideaProjectInput, newIdeaInput, scoreInput } from '@/lib/ideas/input'
import type { Actor } from '@/lib/platform/actor'
import { municipalityOf } from '@/lib/platform/actor'
import { command } from '@/lib/platform/command'
import { localeFor } from '@/lib/platform/locale'
import { translatorFor } from '@/lib/platform/translator'

const backToIdea = (_: unknown, { ideaId }: { ideaId: string }) => redirect(`/ideer/${ideaId}?ok=lagret`)

/** What the texts of an idea are called in the written norm of the municipality, whatever language one reads in. */
function headingsOf(actor: Actor) {
  const t = translatorFor(localeFor(undefined, municipalityOf(actor)?.writtenNorm))
  return {
    background: t('ideas.fields.background'),
    problem: t('ideas.fields.problem'),
    benefits: t('ideas.fields.benefits'),
    proposal: t('ideas.fields.proposal'),
  }
}

export const register = command(newIdeaInput, registerIdea, ({ ideaId }) => redirect(`/ideer/${ideaId}?ok=registrert`))
export const change = command(ideaInput, changeIdea, backToIdea)
export const score = command(scoreInput, scoreIdea, backToIdea)
export const decide = command(decisionInput, decideIdea, backToIdea)
export const makeProject = command(
  ideaProjectInput,
  (actor, input) => makeProjectOf(actor, input, headingsOf(actor)),
  ({ projectId }) => redirect(`/prosjekter/${projectId}`),
)
