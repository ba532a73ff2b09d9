'use server'
import { redirect } from 'next/navigation'
import {
  answerCollaboration,
  askInto,
  foundCollaboration,
  leaveCollaboration,
  takeBackInvitation,
} from '@/lib/collaborations/commands'
import { answerForm, askForm, foundForm, leaveForm, withdrawForm } from '@/lib/collaborations/input'
import { command } from '@/lib/platform/command'

const back = (ok: string) => () => redirect(`/admin/samarbeid?ok=${ok}`)

export const found = command(foundForm, foundCollaboration, back('made'))
export const ask = command(askForm, askInto, back('asked'))
export const takeBack = command(withdrawForm, takeBackInvitation, back('saved'))
export const answer = command(answerForm, answerCollaboration, (_, { answer }) =>
  redirect(`/admin/samarbeid?ok=${answer === 'accept' ? 'joined' : 'saved'}`),
)
export const leave = command(leaveForm, leaveCollaboration, back('left'))
