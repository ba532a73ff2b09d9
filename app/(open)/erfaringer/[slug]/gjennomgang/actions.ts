'use server'
import { redirect } from 'next/navigation'
import { command } from '@/lib/platform/command'
import { replyToReview } from '@/lib/reviews/commands'
import { replyInput } from '@/lib/reviews/input'

export const reply = command(replyInput, replyToReview, (_, { slug }) => redirect(`/erfaringer/${slug}/gjennomgang?ok=lagret`))
