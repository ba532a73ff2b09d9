'use server'
import { redirect } from 'next/navigation'
import { command } from '@/lib/platform/command'
import { enterEvaluation, withdrawEvaluation } from '@/lib/upkeep/commands'
import { evaluationAddress, evaluationInput } from '@/lib/upkeep/input'

export const enter = command(evaluationInput, enterEvaluation, (_, { slug }) => redirect(`/erfaringer/${slug}?ok=evaluert`))
export const withdraw = command(evaluationAddress, withdrawEvaluation, ({ slug }) => redirect(`/erfaringer/${slug}/evaluering`))
