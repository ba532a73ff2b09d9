'use server'
import { redirect } from 'next/navigation'
import { command } from '@/lib/platform/command'
import { hasRoom } from '@/lib/platform/rate-limit'
import { refuseUnless } from '@/lib/platform/refusal'
import { answerFlag, flagAsVisitor, flagOutdated } from '@/lib/upkeep/flags/commands'
import { flagAnswerInput, flagInput, type VisitorFlagInput, visitorFlagInput } from '@/lib/upkeep/flags/input'

const told = (_: unknown, { slug }: { slug: string }) => redirect(`/erfaringer/${slug}?ok=meldt`)

export const flag = command(flagInput, flagOutdated, told)

export const flagOpenly = command(
  visitorFlagInput,
  async (who, input: VisitorFlagInput) => {
    refuseUnless(await hasRoom('flag', who), 'conflict', { cause: 'errors.tooOften' })
    return flagAsVisitor(who, input)
  },
  told,
)

export const answer = command(flagAnswerInput, answerFlag, ({ slug }) => redirect(`/erfaringer/${slug}/utdatert?ok=svart`))
