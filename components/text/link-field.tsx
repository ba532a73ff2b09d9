'use client'
import type { Editor } from '@tiptap/react'
import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { safeHref } from '@/lib/experiences/text/rules'

interface Props {
  editor: Editor
  name: string
  onDone: () => void
}

/** Where the chosen words lead. What is typed without a protocol is a page or an e-mail address. */
export function LinkField({ editor, name, onDone }: Props) {
  const t = useTranslations('editor')
  const current = String(editor.getAttributes('link').href ?? '')
  const [typed, setTyped] = useState(current)
  const [isWrong, setWrong] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const leave = () => {
    onDone()
    editor.commands.focus()
  }
  const apply = () => {
    const href = hrefOf(typed)
    if (href === null) {
      setWrong(true)
      field.current?.focus()
      return
    }
    const words = editor.chain().focus().extendMarkRange('link')
    if (editor.state.selection.empty && current === '')
      words.insertContent({ type: 'text', text: typed.trim(), marks: [{ type: 'link', attrs: { href } }] }).run()
    else words.setLink({ href }).run()
    onDone()
  }
  return (
    <fieldset className="rich-link">
      <legend className="sr-only">{t('link')}</legend>
      <label htmlFor={`${name}-link`} className="text-sm">
        {t('address')}
      </label>
      <input
        ref={field}
        id={`${name}-link`}
        className="ds-input"
        data-size="sm"
        value={typed}
        aria-invalid={isWrong || undefined}
        aria-describedby={isWrong ? `${name}-link-error` : undefined}
        onChange={(event) => {
          // What is typed here is not yet part of the report.
          event.stopPropagation()
          setTyped(event.target.value)
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' || event.key === 'Escape') event.preventDefault()
          if (event.key === 'Enter') apply()
          if (event.key === 'Escape') leave()
        }}
      />
      <button type="button" className="ds-button" data-size="sm" onClick={apply}>
        {t('insertLink')}
      </button>
      {current !== '' && (
        <button
          type="button"
          className="ds-button"
          data-variant="secondary"
          data-size="sm"
          onClick={() => {
            editor.chain().focus().extendMarkRange('link').unsetLink().run()
            onDone()
          }}
        >
          {t('removeLink')}
        </button>
      )}
      <button type="button" className="ds-button" data-variant="tertiary" data-size="sm" onClick={leave}>
        {t('cancel')}
      </button>
      {isWrong && (
        <p id={`${name}-link-error`} className="ds-validation-message w-full" data-color="danger">
          {t('wrongAddress')}
        </p>
      )}
    </fieldset>
  )
}

function hrefOf(typed: string): string | null {
  const address = typed.trim()
  if (/^[^\s@/:]+@[^\s@/]+\.[^\s@/]+$/.test(address)) return safeHref(`mailto:${address}`)
  return safeHref(address) ?? (/^[^\s/:]+\.[^\s/:]+/.test(address) ? safeHref(`https://${address}`) : null)
}
