'use server'
import { revalidatePath } from 'next/cache'
import { answerFit } from '@/lib/fit/commands'
import { fitAnswerInput } from '@/lib/fit/input'
import { command } from '@/lib/platform/command'

export const answer = command(fitAnswerInput, answerFit, (_, { slug }) => revalidatePath(`/erfaringer/${slug}/passer`))
