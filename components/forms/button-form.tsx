'use client'
import { useTranslations } from 'use-intl'
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
  /** Where it takes something away: what follows. Then it is asked about before it is done. */
  asks?: string
}

/** A single button that does one thing, with a word on what it means. */
export function ButtonForm({ asks, ...button }: Props) {
  return asks ? <AskFirst {...button} asks={asks} /> : <Button {...button} />
}

function Button({ action, hidden, text, hint, of, variant = 'danger' }: Omit<Props, 'asks'>) {
  return (
    <ActionForm action={action} className="flex flex-wrap items-center gap-3">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit" className="ds-button" {...looks(variant)}>
        {text}
        {of && <span className="sr-only">: {of}</span>}
      </button>
      {hint && <span className="text-sm muted">{hint}</span>}
    </ActionForm>
  )
}

/** The button opens what follows and a second button; pressing the first again closes it. */
function AskFirst({ asks, text, of, hint, variant = 'danger', ...rest }: Props & { asks: string }) {
  const t = useTranslations('form')
  return (
    <details className="ask-first">
      <summary className="ds-button" {...looks(variant)}>
        {text}
        {of && <span className="sr-only">: {of}</span>}
      </summary>
      <div className="panel mt-2 grid gap-3">
        <p className="max-w-prose">{asks}</p>
        <Button {...rest} of={of} hint={hint} variant={variant} text={t('yesDo', { what: text.toLowerCase() })} />
      </div>
    </details>
  )
}

const looks = (variant: Required<Props>['variant']) => ({
  'data-variant': variant === 'primary' ? undefined : 'secondary',
  'data-color': variant === 'danger' ? 'danger' : undefined,
})
