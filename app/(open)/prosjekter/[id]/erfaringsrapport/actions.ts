'use server'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { publishReport, saveReport, withdrawReport } from '@/lib/experiences/commands'
import { draftInput, publishInput } from '@/lib/experiences/input'
import { command } from '@/lib/platform/command'
import type { FormState } from '@/lib/platform/form'

const target = z.object({ projectId: z.uuid('errors.unknown') })

const save = command(draftInput.extend(target.shape), saveReport, (_, { projectId }) =>
  redirect(`/prosjekter/${projectId}/erfaringsrapport?lagret=1`),
)
const publish = command(publishInput.extend(target.shape), publishReport, ({ slug }) => redirect(`/erfaringer/${slug}`))

/** One form, two buttons: which of them was pressed says whether to keep or to publish. */
export async function submitReport(state: FormState, form: FormData): Promise<FormState> {
  return form.get('intent') === 'publish' ? publish(state, form) : save(state, form)
}

export const withdraw = command(target, withdrawReport, (_, { projectId }) =>
  redirect(`/prosjekter/${projectId}/erfaringsrapport`),
)
