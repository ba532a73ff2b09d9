'use server'
import { redirect } from 'next/navigation'
import type { Kept } from '@/components/writing/writing-bar'
import { discardRevision, saveReport } from '@/lib/experiences/commands'
import { discardForm, draftForm, finishedForm } from '@/lib/experiences/input'
import { command } from '@/lib/platform/command'
import { type FormState, untouchedForm } from '@/lib/platform/form'

const save = command(
  draftForm,
  (actor, input) => saveReport(actor, input),
  ({ version }, { projectId }) => redirect(`/prosjekter/${projectId}/erfaringsrapport?lagret=${version}`),
)

/** Everything that must be there is asked for here; what must be looked at before others read it, on the next page. */
const goOn = command(
  finishedForm,
  (actor, input) => saveReport(actor, input),
  (_, { projectId }) => redirect(`/prosjekter/${projectId}/erfaringsrapport/kontroll`),
)

const preview = command(
  draftForm,
  (actor, input) => saveReport(actor, input),
  (_, { projectId }) => redirect(`/prosjekter/${projectId}/erfaringsrapport/forhandsvisning`),
)

/** One form, three buttons: which of them was pressed says whether to keep it, to see it as its readers will, or to go on towards publishing. */
export async function submitReport(state: FormState, form: FormData): Promise<FormState> {
  const intent = form.get('intent')
  if (intent === 'publish') return goOn(state, form)
  return intent === 'preview' ? preview(state, form) : save(state, form)
}

/** Keeps what is typed, between the keystrokes. The answer goes to the bar of the form, which says it in words. */
export async function keepReport(form: FormData): Promise<Kept> {
  let version = 0
  const keep = command(
    draftForm,
    (actor, input) => saveReport(actor, input, { isAutomatic: true }),
    (saved) => {
      version = saved.version
    },
  )
  const { errors, problem, meanwhile } = await keep(untouchedForm, form)
  if (problem?.key === 'conflict') return { kind: 'superseded', by: meanwhile?.by ?? null, at: meanwhile?.at ?? null }
  if (problem) return { kind: problem.key === 'signed-out' ? 'signed-out' : 'away' }
  return Object.keys(errors).length > 0 ? { kind: 'wrong', fields: Object.keys(errors) } : { kind: 'saved', version }
}

export const discard = command(discardForm, discardRevision, (_, { projectId }) =>
  redirect(`/prosjekter/${projectId}/erfaringsrapport?lagret=0`),
)
