'use server'
import { redirect } from 'next/navigation'
import { command } from '@/lib/platform/command'
import { recommend, replyToRecommendation, withdrawRecommendation, withdrawReply } from '@/lib/upkeep/recommendations/commands'
import { recommendationAt, recommendInput, replyAt, replyInput } from '@/lib/upkeep/recommendations/input'

const back =
  (ok: 'sagt' | 'svart' | 'tatt') =>
  ({ slug }: { slug: string }) =>
    redirect(`/erfaringer/${slug}/anbefalinger?ok=${ok}`)

export const say = command(recommendInput, recommend, (_, { slug }) => redirect(`/erfaringer/${slug}/anbefalinger?ok=sagt`))

export const reply = command(replyInput, replyToRecommendation, back('svart'))

export const takeBack = command(recommendationAt, withdrawRecommendation, back('tatt'))

export const takeBackReply = command(replyAt, withdrawReply, back('tatt'))
