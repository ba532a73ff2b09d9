'use client'
import { useTranslations } from 'use-intl'
import { useField } from './action-form'

interface FieldProps {
  name: string
  /** Where the page has several forms with the same field. */
  id?: string
  label: string
  hint?: React.ReactNode
  initial?: string
  isRequired?: boolean
}

/** Label, hint and error around an input; the input is told which texts describe it. */
function Frame({
  name,
  id = name,
  label,
  hint,
  isRequired,
  error,
  children,
}: FieldProps & { error?: string; children: React.ReactNode }) {
  const t = useTranslations()
  return (
    <div className="ds-field">
      <label className="ds-label" htmlFor={id}>
        {label} {isRequired && <abbr title={t('common.required')}>★</abbr>}
      </label>
      {hint && (
        <div id={`${id}-hint`} data-field="description" className="text-sm muted">
          {hint}
        </div>
      )}
      {children}
      {error && (
        <p id={`${id}-error`} className="ds-validation-message" data-color="danger">
          {t(error)}
        </p>
      )}
    </div>
  )
}

function described(name: string, hint: unknown, error: string | undefined) {
  const ids = [hint ? `${name}-hint` : '', error ? `${name}-error` : ''].filter(Boolean).join(' ')
  return { 'aria-describedby': ids || undefined, 'aria-invalid': error ? true : undefined }
}

export function TextField({
  type = 'text',
  list,
  inputMode,
  ...field
}: FieldProps & { type?: string; list?: string; inputMode?: 'numeric' | 'decimal' }) {
  const id = field.id ?? field.name
  const { value, error } = useField(field.name, field.initial)
  return (
    <Frame {...field} error={error}>
      <input
        id={id}
        name={field.name}
        type={type}
        list={list}
        inputMode={inputMode}
        defaultValue={String(value)}
        required={field.isRequired}
        className="ds-input"
        {...described(id, field.hint, error)}
      />
    </Frame>
  )
}

export function TextArea({ rows = 4, ...field }: FieldProps & { rows?: number }) {
  const id = field.id ?? field.name
  const { value, error } = useField(field.name, field.initial)
  return (
    <Frame {...field} error={error}>
      <textarea
        id={id}
        name={field.name}
        rows={rows}
        defaultValue={String(value)}
        required={field.isRequired}
        className="ds-input"
        {...described(id, field.hint, error)}
      />
    </Frame>
  )
}

export interface Choice {
  value: string
  text: string
}

export function Select({ choices, empty, ...field }: FieldProps & { choices: Choice[]; empty?: string }) {
  const { value, error } = useField(field.name, field.initial)
  return (
    <Frame {...field} error={error}>
      {/* The key makes the list start over: after a form action a select would else lose its value. */}
      <select
        key={String(value)}
        id={field.name}
        name={field.name}
        defaultValue={String(value)}
        required={field.isRequired}
        className="ds-input"
        {...described(field.name, field.hint, error)}
      >
        {empty !== undefined && <option value="">{empty}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.text}
          </option>
        ))}
      </select>
    </Frame>
  )
}

interface ChoicesProps {
  /** Ends in `[]` where several may be chosen. */
  name: string
  /** Where the page has several forms with the same field. */
  id?: string
  legend: string
  hint?: React.ReactNode
  initial: readonly string[]
  choices: (Choice & { hint?: string })[]
  type?: 'checkbox' | 'radio'
  isRequired?: boolean
}

/** A group of boxes to tick, or of buttons where only one can be chosen. */
export function Choices({ name, id = name, legend, hint, initial, choices, type = 'checkbox', isRequired }: ChoicesProps) {
  const t = useTranslations()
  const { value, error } = useField(name, initial)
  const chosen = Array.isArray(value) ? value : [value]
  return (
    <fieldset className="ds-fieldset" id={id} tabIndex={-1} {...described(id, hint, error)}>
      <legend className="ds-label">
        {legend} {isRequired && <abbr title={t('common.required')}>★</abbr>}
      </legend>
      {hint && (
        <p id={`${id}-hint`} className="text-sm muted">
          {hint}
        </p>
      )}
      {choices.map((choice) => (
        <div className="ds-field" key={`${choice.value} ${chosen.includes(choice.value)}`}>
          <input
            type={type}
            id={`${id}-${choice.value}`}
            name={name}
            value={choice.value}
            defaultChecked={chosen.includes(choice.value)}
            className="ds-input"
            aria-describedby={choice.hint ? `${id}-${choice.value}-hint` : undefined}
          />
          <label className="ds-label" htmlFor={`${id}-${choice.value}`}>
            {choice.text}
          </label>
          {choice.hint && (
            <p id={`${id}-${choice.value}-hint`} data-field="description" className="text-sm muted">
              {choice.hint}
            </p>
          )}
        </div>
      ))}
      {error && (
        <p id={`${id}-error`} className="ds-validation-message" data-color="danger">
          {t(error)}
        </p>
      )}
    </fieldset>
  )
}

/** A single box to tick. */
export function Checkbox({ name, label, hint, initial }: Pick<FieldProps, 'name' | 'label' | 'hint' | 'initial'>) {
  const t = useTranslations()
  const { value, error } = useField(name, initial)
  return (
    <div className="ds-field" key={String(value)}>
      <input
        type="checkbox"
        id={name}
        name={name}
        defaultChecked={value === 'on'}
        className="ds-input"
        {...described(name, hint, error)}
      />
      <label className="ds-label" htmlFor={name}>
        {label}
      </label>
      {hint && (
        <p id={`${name}-hint`} data-field="description" className="text-sm muted">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${name}-error`} className="ds-validation-message" data-color="danger">
          {t(error)}
        </p>
      )}
    </div>
  )
}
