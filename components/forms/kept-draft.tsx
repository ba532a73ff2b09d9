'use client'
import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { filledEvent, keptEvent } from '@/lib/platform/form'
import { useRefusal } from './action-form'

interface Props {
  /** Tells this form, and who fills it in, from all others. */
  name: string
  /** Counts the saves of what the form changes. */
  version: number
}

interface Draft {
  version: number
  sentAt: number | null
  values: [string, string][]
}

const isKept = (field: Element): field is HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement =>
  'name' in field &&
  'value' in field &&
  !['hidden', 'submit', 'button', 'file', 'password'].includes((field as HTMLInputElement).type)

/**
 * Keeps what is being typed in the browser, so that it survives a closed tab, and offers it when the form is opened again.
 * Nothing is put back unasked.
 */
export function KeptDraft({ name, version }: Props) {
  const t = useTranslations('form')
  const [found, setFound] = useState<Draft | null>(null)
  const here = useRef<HTMLDivElement>(null)
  const refusal = useRefusal()
  const key = `delt:kladd:${name}`
  useEffect(() => {
    const form = here.current?.closest('form')
    if (!form) return
    const draft = stored(key)
    if (draft && (draft.sentAt !== null || isSame(form, draft))) localStorage.removeItem(key)
    else setFound(draft)
    const keep = () => write(key, { version: versionOf(form) ?? version, sentAt: null, values: valuesOf(form) })
    const sent = () => write(key, { version: versionOf(form) ?? version, sentAt: Date.now(), values: valuesOf(form) })
    const kept = () => localStorage.removeItem(key)
    form.addEventListener('input', keep)
    form.addEventListener('submit', sent)
    form.addEventListener(keptEvent, kept)
    return () => {
      form.removeEventListener('input', keep)
      form.removeEventListener('submit', sent)
      form.removeEventListener(keptEvent, kept)
    }
  }, [key, version])
  useEffect(() => {
    const form = here.current?.closest('form')
    if (refusal && form) write(key, { version, sentAt: null, values: valuesOf(form) })
  }, [refusal, key, version])
  const forget = () => {
    localStorage.removeItem(key)
    setFound(null)
  }
  const bringBack = () => {
    const form = here.current?.closest('form')
    if (form && found) fill(form, found)
    // Typed into an older version: sent as that, so that both versions are shown and nothing is overwritten.
    const opened = form?.querySelector<HTMLInputElement>('input[type="hidden"][name$="version"]')
    if (opened && found && found.version < version) opened.value = String(found.version)
    form?.dispatchEvent(new Event(filledEvent))
    setFound(null)
  }
  return (
    <div ref={here} role="status" className="empty:hidden">
      {found && (
        <div className="panel-tinted mb-6 flex flex-wrap items-center gap-3">
          <p className="grow">{t('draftFound')}</p>
          <button type="button" className="ds-button" data-variant="secondary" data-size="sm" onClick={bringBack}>
            {t('bringBack')}
          </button>
          <button type="button" className="ds-button" data-variant="tertiary" data-size="sm" onClick={forget}>
            {t('throwAway')}
          </button>
        </div>
      )}
    </div>
  )
}

function valuesOf(form: HTMLFormElement): [string, string][] {
  const fields = [...form.elements].filter(isKept)
  return fields
    .filter((field) => !('checked' in field && ['checkbox', 'radio'].includes(field.type)) || field.checked)
    .map((field) => [field.name, field.value])
}

/** The version the form would be sent as now: a form that is saved while it is open counts on. */
function versionOf(form: HTMLFormElement): number | null {
  const field = form.querySelector<HTMLInputElement>('input[type="hidden"][name$="version"]')
  return field ? Number(field.value) : null
}

const isSame = (form: HTMLFormElement, draft: Draft) => JSON.stringify(valuesOf(form)) === JSON.stringify(draft.values)

function fill(form: HTMLFormElement, draft: Draft): void {
  const wanted = new Map<string, string[]>()
  for (const [name, value] of draft.values) wanted.set(name, [...(wanted.get(name) ?? []), value])
  for (const field of [...form.elements].filter(isKept)) {
    const values = wanted.get(field.name) ?? []
    if ('checked' in field && ['checkbox', 'radio'].includes(field.type)) field.checked = values.includes(field.value)
    else if (values[0] !== undefined) field.value = values[0]
  }
}

/** A browser that keeps nothing, or is full, simply has no draft. */
function stored(key: string): Draft | null {
  const text = globalThis.localStorage?.getItem(key)
  return text ? (JSON.parse(text) as Draft) : null
}

function write(key: string, draft: Draft): void {
  globalThis.localStorage?.setItem(key, JSON.stringify(draft))
}
