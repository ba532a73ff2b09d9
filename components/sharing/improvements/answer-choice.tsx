'use client'
import { useTranslations } from 'use-intl'
import { useField } from '@/components/forms/action-form'
import { ConflictChoices, type FieldConflict } from './conflict-choices'

interface Props {
  mark: string
  /** What was seen of the item, so that nothing else is answered. */
  seen: string
  name: string
  municipality: string
  isLater: boolean
  isBothChanged: boolean
  conflicts: FieldConflict[]
}

const choices = [
  { value: 'taken', text: 'take' },
  { value: 'kept', text: 'keep' },
  { value: 'later', text: 'later' },
] as const

/** Take, keep or later; and where both have changed the same, what shall hold if it is taken. */
export function AnswerChoice({ mark, seen, name, municipality, isLater, isBothChanged, conflicts }: Props) {
  const t = useTranslations()
  const field = `answers.${mark}.choice`
  const { value, error } = useField(field, isLater ? 'later' : '')
  return (
    <div className="group grid gap-3">
      <fieldset
        id={field}
        tabIndex={-1}
        className="ds-fieldset"
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${field}-error` : undefined}
      >
        <legend className="ds-label">{t('improvements.choose', { name })}</legend>
        {/* The key makes it follow what is shown: what is sent back stands for what was seen. */}
        <input key={seen} type="hidden" name={`answers.${mark}.seen`} defaultValue={seen} />
        <div className="flex flex-wrap gap-x-6 gap-y-2">
          {choices.map((choice) => (
            <div key={`${choice.value} ${value === choice.value}`} className="ds-field">
              <input
                type="radio"
                id={`${field}-${choice.value}`}
                name={field}
                value={choice.value}
                defaultChecked={value === choice.value}
                className="ds-input"
              />
              <label htmlFor={`${field}-${choice.value}`} className="ds-label">
                {t(`improvements.${choice.text}`)}
              </label>
            </div>
          ))}
        </div>
        {error && (
          <p id={`${field}-error`} className="ds-validation-message" data-color="danger">
            {t(error)}
          </p>
        )}
      </fieldset>
      {isBothChanged && (
        <div className="hidden gap-3 border-l-4 border-sky-border-default pl-4 group-has-[[value=taken]:checked]:grid">
          <p>{t('improvements.mergeHint')}</p>
          <ConflictChoices mark={mark} conflicts={conflicts} municipality={municipality} />
        </div>
      )}
    </div>
  )
}
