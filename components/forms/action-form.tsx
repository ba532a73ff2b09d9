'use client'
import { createContext, useActionState, useContext, useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { type FormState, untouchedForm } from '@/lib/platform/form'
import { Conflict } from './conflict'

type Action = (state: FormState, form: FormData) => Promise<FormState>

const FormContext = createContext<FormState>(untouchedForm)

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

/** What the form was answered with when it was sent and not accepted: what stands in it is saved nowhere yet. A new one each time. */
export function useRefusal(): FormState | null {
  const state = useContext(FormContext)
  return state.problem !== undefined || Object.keys(state.errors).length > 0 ? state : null
}

interface Props {
  action: Action
  /** Field name to its label, in the order of the form, for the summary of errors. */
  labels?: Record<string, string>
  /** The words for what can be chosen, by field, to show both versions where two have changed the same. */
  words?: Record<string, Record<string, string>>
  className?: string
  children: React.ReactNode
}

/** A form that posts to a server action, works before JavaScript has loaded, and keeps what was typed. */
export function ActionForm({ action, labels, words, className, children }: Props) {
  const [state, formAction, isPending] = useActionState(action, untouchedForm)
  return (
    <FormContext value={state}>
      <form action={formAction} noValidate className={className} aria-busy={isPending}>
        <Problems state={state} labels={labels ?? {}} words={words ?? {}} />
        {children}
      </form>
    </FormContext>
  )
}

function Problems({ state, labels, words }: { state: FormState } & Required<Pick<Props, 'labels' | 'words'>>) {
  const t = useTranslations()
  const summary = useRef<HTMLDivElement>(null)
  const entries = Object.entries(state.errors)
  const hasProblem = entries.length > 0 || state.problem !== undefined
  useEffect(() => {
    if (hasProblem && state) summary.current?.focus()
  }, [hasProblem, state])
  if (!hasProblem) return null
  return (
    <div ref={summary} tabIndex={-1} className="ds-error-summary mb-6" role="alert" data-color="danger">
      {state.problem && (
        <p className="font-semibold">
          {t(state.meanwhile ? 'errors.superseded' : `errors.${state.problem.key}`, { reference: state.problem.reference ?? '' })}
        </p>
      )}
      <Conflict state={state} labels={labels} words={words} />
      {entries.length > 0 && (
        <>
          <h2 className="mb-2 text-lg">{t('errors.summaryTitle')}</h2>
          <ul className="grid list-disc gap-1 pl-5">
            {entries.map(([name, key]) => (
              <li key={name}>
                <a href={`#${name}`} className="underline">
                  {[labels[name] ?? labels[name.replace(/\.\d+\./, '.')], t(key)].filter(Boolean).join(': ')}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
