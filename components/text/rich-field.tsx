'use client'
import dynamic from 'next/dynamic'
import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useField } from '@/components/forms/action-form'
import { fromPlain, hasFormatting, parseText, plainText, type RichText } from '@/lib/experiences/text/rules'
import { filledEvent } from '@/lib/platform/form'

const RichEditor = dynamic(() => import('./rich-editor'), { ssr: false })

interface Props {
  name: string
  label: string
  hint?: React.ReactNode
  text: RichText
  isRequired?: boolean
  rows?: number
}

/**
 * A long answer: an editor once it has come, and until then a plain box that loses nothing: the nodes are sent beside the words, and count
 * for as long as the words are the same.
 */
export function RichField({ name, label, hint, text, isRequired = false, rows = 5 }: Props) {
  const t = useTranslations()
  const { value: plain, error } = useField(name, plainText(text))
  const { value: nodes } = useField(`rich.${name}`, JSON.stringify(text))
  const [isReady, setReady] = useState(false)
  const [isMounted, setMounted] = useState(false)
  const words = useRef<HTMLTextAreaElement>(null)
  const stored = useRef<HTMLTextAreaElement>(null)
  const show = useRef<((text: RichText) => void) | null>(null)
  useEffect(() => setMounted(true), [])
  useEffect(() => {
    const form = words.current?.form
    // What is brought back or taken over is put into the boxes; the editor shows it.
    const filled = () => show.current?.(current(words.current?.value ?? '', stored.current?.value ?? ''))
    form?.addEventListener(filledEvent, filled)
    return () => form?.removeEventListener(filledEvent, filled)
  }, [])
  const change = (changed: RichText) => {
    if (!words.current || !stored.current) return
    words.current.value = plainText(changed)
    stored.current.value = JSON.stringify(changed)
    stored.current.dispatchEvent(new Event('input', { bubbles: true }))
  }
  const describedBy = [hint ? `${name}-hint` : '', error ? `${name}-error` : ''].filter(Boolean).join(' ') || undefined
  const box = isReady ? `${name}-plain` : name
  return (
    <div className="ds-field">
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the editor is no form field, so a press on its label is passed on by hand; the keyboard comes by Tab */}
      <label
        id={`${name}-label`}
        className="ds-label"
        htmlFor={isReady ? undefined : box}
        onClick={() => isReady && document.getElementById(name)?.focus()}
      >
        {label} {isRequired && <abbr title={t('common.required')}>★</abbr>}
      </label>
      {hint && (
        <div id={`${name}-hint`} data-field="description" className="text-sm muted">
          {hint}
        </div>
      )}
      {!isReady && hasFormatting(text) && <p className="text-sm">{t('editor.plainNotice')}</p>}
      <textarea
        ref={words}
        id={box}
        name={name}
        rows={rows}
        defaultValue={String(plain)}
        required={isRequired}
        hidden={isReady}
        className="ds-input"
        aria-describedby={describedBy}
        aria-invalid={error ? true : undefined}
      />
      <textarea ref={stored} name={`rich.${name}`} defaultValue={String(nodes)} hidden readOnly />
      {isMounted && (
        <RichEditor
          id={name}
          text={current(String(plain), String(nodes))}
          labelledBy={`${name}-label`}
          describedBy={describedBy}
          isInvalid={error !== undefined}
          isRequired={isRequired}
          onChange={change}
          onReady={(put) => {
            show.current = put
            // What was typed in the box before the editor came is taken along.
            if (words.current && bare(words.current.value) !== bare(String(plain))) put(fromPlain(words.current.value))
            setReady(true)
          }}
        />
      )}
      {error && (
        <p id={`${name}-error`} className="ds-validation-message" data-color="danger">
          {t(error)}
        </p>
      )}
    </div>
  )
}

const bare = (text: string) => text.replace(/\s+/g, ' ').trim()

/** The nodes where they hold the words; else the words, which were changed by themselves. */
function current(plain: string, nodes: string): RichText {
  const parsed = parseText(nodes)
  return parsed.success && bare(plainText(parsed.data)) === bare(plain) ? parsed.data : fromPlain(plain)
}
