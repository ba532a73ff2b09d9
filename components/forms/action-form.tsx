'use client'
import { useActionState, useContext } from 'react'
import { type FormState, untouchedForm } from '@/lib/platform/form'
import { FormContext } from './form-context'
import { KeptDraft } from './kept-draft'
import { Problems } from './problems'

type Action = (state: FormState, form: FormData) => Promise<FormState>

/** What was typed in a field the last time the form was sent, and what was wrong with it. */
export function useField(
  name: string,
  initial: string | readonly string[] = '',
): { value: string | readonly string[]; error?: string } {
  const { values, errors } = useContext(FormContext)
  const wasSent = Object.keys(values).length > 0
  return { value: wasSent ? (values[name] ?? (name.endsWith('[]') ? [] : '')) : initial, error: errors[name] }
}

/** The version that was opened; after a clash, the one that was shown beside what was typed. */
export function VersionField({ name, version }: { name: string; version: number }) {
  const { meanwhile, values } = useContext(FormContext)
  const current = meanwhile?.version ?? values[name]?.toString() ?? version
  return <input key={current} type="hidden" name={name} defaultValue={current} />
}

interface Props {
  action: Action
  /** Field name to its label, in the order of the form, for the summary of errors. */
  labels?: Record<string, string>
  /** The words for what can be chosen, by field, to show both versions where two have changed the same. */
  words?: Record<string, Record<string, string>>
  /** Where in the page a field is, if not at its name. */
  anchors?: Record<string, string>
  /** Tells what is typed here from all other forms, where the page and what it is about do not. */
  draft?: string
  className?: string
  children: React.ReactNode
}

/** A form that posts to a server action, works before JavaScript has loaded, and keeps what was typed. */
export function ActionForm({ action, labels, words, anchors, draft, className, children }: Props) {
  const [state, formAction, isPending] = useActionState(action, untouchedForm)
  return (
    <FormContext value={state}>
      <form action={formAction} noValidate className={className} aria-busy={isPending}>
        <Problems state={state} labels={labels ?? {}} words={words ?? {}} anchors={anchors ?? {}} />
        <KeptDraft name={draft} />
        {children}
      </form>
    </FormContext>
  )
}
