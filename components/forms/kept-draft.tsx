'use client'
import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { filledEvent, keptEvent } from '@/lib/platform/form'
import { useDraftOwner } from './draft-owner'
import { type Draft, draftKey, forgetDraft, keepDraft, storedDraft } from './draft-store'
import { useRefusal } from './form-context'
import { fillForm, isTextBearing, placeOf, valuesOf, versionOf } from './form-values'

interface Props {
  /** Tells this form from all others; without one, the page and what the form is about do. */
  name?: string
}

/**
 * Keeps what is being typed in the browser, so that it survives a closed tab and a session that ran out, and offers it when the form is
 * opened again. Nothing is put back unasked. Forms where little is typed keep nothing, unless they have a name.
 */
export function KeptDraft({ name }: Props) {
  const t = useTranslations('form')
  const owner = useDraftOwner()
  const [found, setFound] = useState<Draft | null>(null)
  const here = useRef<HTMLDivElement>(null)
  const refusal = useRefusal()
  const keyOf = (form: HTMLFormElement) => draftKey(owner, name ?? placeOf(form))
  useEffect(() => {
    const form = here.current?.closest('form')
    if (!form || (name === undefined && !isTextBearing(form))) return
    const key = draftKey(owner, name ?? placeOf(form))
    const draft = storedDraft(key)
    if (draft && (draft.sentAt !== null || JSON.stringify(valuesOf(form)) === JSON.stringify(draft.values))) forgetDraft(key)
    else setFound(draft)
    const keep = (sentAt: number | null) => keepDraft(key, { version: versionOf(form), sentAt, values: valuesOf(form) })
    const typed = () => keep(null)
    const sent = () => keep(Date.now())
    const kept = () => forgetDraft(key)
    form.addEventListener('input', typed)
    form.addEventListener('submit', sent)
    form.addEventListener(keptEvent, kept)
    return () => {
      form.removeEventListener('input', typed)
      form.removeEventListener('submit', sent)
      form.removeEventListener(keptEvent, kept)
    }
  }, [name, owner])
  useEffect(() => {
    const form = here.current?.closest('form')
    if (!refusal || !form || (name === undefined && !isTextBearing(form))) return
    const key = draftKey(owner, name ?? placeOf(form))
    // As it was sent, though a newer version may be shown by now.
    const version = storedDraft(key)?.version ?? versionOf(form)
    keepDraft(key, { version, sentAt: null, values: valuesOf(form) })
  }, [refusal, name, owner])
  const withForm = (run: (form: HTMLFormElement) => void) => () => {
    const form = here.current?.closest('form')
    if (form) run(form)
    setFound(null)
  }
  return (
    <div ref={here} role="status" className="empty:hidden">
      {found && (
        <div className="panel-tinted mb-6 flex flex-wrap items-center gap-3">
          <p className="grow">{t('draftFound')}</p>
          <button
            type="button"
            className="ds-button"
            data-variant="secondary"
            data-size="sm"
            onClick={withForm((form) => bringBack(form, found))}
          >
            {t('bringBack')}
          </button>
          <button
            type="button"
            className="ds-button"
            data-variant="tertiary"
            data-size="sm"
            onClick={withForm((form) => forgetDraft(keyOf(form)))}
          >
            {t('throwAway')}
          </button>
        </div>
      )}
    </div>
  )
}

function bringBack(form: HTMLFormElement, draft: Draft): void {
  fillForm(form, draft.values)
  // Typed into an older version: sent as that, so that both versions are shown and nothing is overwritten.
  const opened = form.querySelector<HTMLInputElement>('input[type="hidden"][name$="version"]')
  if (opened && draft.version < Number(opened.value)) opened.value = String(draft.version)
  form.dispatchEvent(new Event(filledEvent))
}
