'use client'
import { useTranslations } from 'use-intl'
import { useField } from '@/components/forms/action-form'

interface LineProps {
  id: string
  name: string
  label: string
  initial: string
  /** The name it was sent under, by which an error tells of it; null for what is new. */
  sentAs: string | null
  isRequired?: boolean
}

/** A field of a line that may have moved since it was sent: it keeps what is typed, and its error. */
export function Line({ id, name, label, initial, sentAs, isRequired }: LineProps) {
  const t = useTranslations()
  const { error } = useField(sentAs ?? '')
  return (
    <div className="ds-field">
      <label className="ds-label" htmlFor={id}>
        {label} {isRequired && <abbr title={t('common.required')}>★</abbr>}
      </label>
      <input
        id={id}
        name={name}
        defaultValue={initial}
        required={isRequired}
        className="ds-input"
        aria-describedby={error ? `${id}-error` : undefined}
        aria-invalid={error ? true : undefined}
      />
      {error && (
        <p id={`${id}-error`} className="ds-validation-message" data-color="danger">
          {t(error)}
        </p>
      )}
    </div>
  )
}

/** A box to tick, of a line. */
export function Tick({ id, name, label, initial }: Omit<LineProps, 'initial' | 'sentAs'> & { initial: boolean }) {
  return (
    <div className="ds-field">
      <input type="checkbox" id={id} name={name} defaultChecked={initial} className="ds-input" />
      <label className="ds-label" htmlFor={id}>
        {label}
      </label>
    </div>
  )
}
