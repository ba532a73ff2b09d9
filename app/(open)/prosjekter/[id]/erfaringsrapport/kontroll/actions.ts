'use server'
import { redirect } from 'next/navigation'
import { approvePublication, finishDraft, returnPublication, takeBackRequest } from '@/lib/experiences/approval/commands'
import { approveForm, returnForm } from '@/lib/experiences/approval/input'
import { confirmForm } from '@/lib/experiences/input'
import { command } from '@/lib/platform/command'

const back = (projectId: string, ok: string) => redirect(`/prosjekter/${projectId}/erfaringsrapport/kontroll?ok=${ok}`)

export const confirm = command(confirmForm, finishDraft, (published, { projectId }) =>
  published ? redirect(`/erfaringer/${published.slug}`) : back(projectId, 'sent'),
)
export const approve = command(approveForm, approvePublication, ({ slug }) => redirect(`/erfaringer/${slug}`))
export const sendBack = command(returnForm, returnPublication, (_, { projectId }) => back(projectId, 'returned'))
export const takeBack = command(approveForm, takeBackRequest, (_, { projectId }) => back(projectId, 'taken'))
