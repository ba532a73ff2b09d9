'use client'
import { useTranslations } from 'use-intl'
import { useField } from '@/components/forms/action-form'

export interface FieldConflict {
  field: string
  label: string
  /** What each side says, in words. */
  theirs: string
  mine: string
}

interface Props {
  mark: string
  conflicts: FieldConflict[]
  municipality: string
}

/** What shall hold where both have changed the same field of an item. */
export function ConflictChoices({ mark, conflicts, municipality }: Props) {
  return conflicts.map((conflict) => (
    <OneConflict
      key={conflict.field}
      name={`answers.${mark}.fields.${conflict.field}`}
      conflict={conflict}
      municipality={municipality}
    />
  ))
}

function OneConflict({ name, conflict, municipality }: { name: string; conflict: FieldConflict; municipality: string }) {
  const t = useTranslations()
  const { value, error } = useField(name)
  const sides = [
    { side: 'theirs', text: t('improvements.sideTheirs', { municipality, text: conflict.theirs }) },
    { side: 'mine', text: t('improvements.sideMine', { text: conflict.mine }) },
  ]
  return (
    <fieldset
      id={name}
      tabIndex={-1}
      className="ds-fieldset"
      aria-invalid={error ? true : undefined}
      aria-describedby={error ? `${name}-error` : undefined}
    >
      <legend className="ds-label">{t('improvements.conflict', { field: conflict.label })}</legend>
      {sides.map(({ side, text }) => (
        <div key={`${side} ${value === side}`} className="ds-field">
          <input
            type="radio"
            id={`${name}-${side}`}
            name={name}
            value={side}
            defaultChecked={value === side}
            className="ds-input"
          />
          <label htmlFor={`${name}-${side}`} className="ds-label">
            {text}
          </label>
        </div>
      ))}
      {error && (
        <p id={`${name}-error`} className="ds-validation-message" data-color="danger">
          {t(error)}
        </p>
      )}
    </fieldset>
  )
}
