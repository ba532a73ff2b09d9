'use client'
import { ActionForm } from './action-form'

interface Props {
  action: React.ComponentProps<typeof ActionForm>['action']
  hidden: Record<string, string>
  text: string
  hint?: string
  /** What it is done to, for those who hear the page. */
  of?: string
  /** What takes something away is red; what begins something is not. */
  variant?: 'danger' | 'primary' | 'secondary'
}

/** A single button that does one thing, with a word on what it means. */
export function ButtonForm({ action, hidden, text, hint, of, variant = 'danger' }: Props) {
  return (
    <ActionForm action={action} className="flex flex-wrap items-center gap-3">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button
        type="submit"
        className="ds-button"
        data-variant={variant === 'primary' ? undefined : 'secondary'}
        data-color={variant === 'danger' ? 'danger' : undefined}
      >
        {text}
        {of && <span className="sr-only">: {of}</span>}
      </button>
      {hint && <span className="text-sm muted">{hint}</span>}
    </ActionForm>
  )
}
