'use client'
import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { FormState } from '@/lib/platform/form'
import { Conflict } from './conflict'

interface Props {
  state: FormState
  labels: Record<string, string>
  words: Record<string, Record<string, string>>
  anchors: Record<string, string>
}

/** Why a form was not accepted, above it, with the way on. It takes the focus, so that it is heard. */
export function Problems({ state, labels, words, anchors }: Props) {
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
      {state.problem?.key === 'signed-out' && <WayOn to="/logg-inn" text={t('errors.signInAgain')} />}
      {state.problem?.key === 'unconfirmed' && <WayOn to="/bekreft-deg" text={t('errors.confirmYourself')} />}
      <Conflict state={state} labels={labels} words={words} />
      {entries.length > 0 && (
        <>
          <h2 className="mb-2 text-lg">{t('errors.summaryTitle')}</h2>
          <ul className="grid list-disc gap-1 pl-5">
            {entries.map(([name, key]) => (
              <li key={name}>
                <a href={`#${anchors[name] ?? name}`} className="underline">
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

/** Leads to where somebody says who they are, and back to this page, where what was typed is offered again. */
function WayOn({ to, text }: { to: string; text: string }) {
  const [here, setHere] = useState('')
  useEffect(() => setHere(`${location.pathname}${location.search}`), [])
  return (
    <p className="mt-3">
      <a href={`${to}?neste=${encodeURIComponent(here)}`} className="ds-button" data-variant="secondary">
        {text}
      </a>
    </p>
  )
}
