'use client'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useField } from '@/components/forms/action-form'

export interface FileFieldProps {
  label: string
  hint: string
  /** Said where the form comes back: no browser keeps a chosen file. */
  chooseAgain: string
  /** Helps the one who chooses; what a file is, is decided by its bytes. */
  accept: string
  maxBytes: number
  isOptional?: boolean
}

const name = 'file'
const unsent = 'unsent'

/** The file of a form. One that is too large is told of before it is sent. */
export function FileField({ label, hint, chooseAgain, accept, maxBytes, isOptional }: FileFieldProps) {
  const t = useTranslations()
  const { value, error } = useField(name, unsent)
  const [isTooLarge, setTooLarge] = useState(false)
  const problem = isTooLarge ? 'errors.fileTooLarge' : error
  const check = ({ target }: React.ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0]
    const isOver = file !== undefined && file.size > maxBytes
    setTooLarge(isOver)
    if (isOver) target.value = ''
  }
  const hintId = `${name}-hint`
  const problemId = `${name}-error`
  return (
    <div className="ds-field">
      <label className="ds-label" htmlFor={name}>
        {label} {!isOptional && <abbr title={t('common.required')}>★</abbr>}
      </label>
      <div id={hintId} data-field="description" className="text-sm muted">
        {hint}
        {value !== unsent && !problem && <p className="font-semibold">{chooseAgain}</p>}
      </div>
      <input
        id={name}
        name={name}
        type="file"
        accept={accept}
        required={!isOptional}
        className="ds-input"
        onChange={check}
        aria-describedby={problem ? `${hintId} ${problemId}` : hintId}
        aria-invalid={problem ? true : undefined}
      />
      {problem && (
        <p id={problemId} role={isTooLarge ? 'alert' : undefined} className="ds-validation-message" data-color="danger">
          {t(problem)}
        </p>
      )}
    </div>
  )
}
