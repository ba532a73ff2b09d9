interface Props {
  action: string
  label: string
  button: string
  value?: string
  /** Filters that stay when one searches anew. */
  keep?: Record<string, string>
  isLabelHidden?: boolean
}

/** A search box that is a plain form: works before, and without, JavaScript. */
export function SearchForm({ action, label, button, value = '', keep = {}, isLabelHidden = false }: Props) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: <search> is not yet known to every screen reader in use
    <form action={action} method="get" role="search" className="grid gap-2">
      <label htmlFor="q" className={isLabelHidden ? 'sr-only' : 'ds-label'}>
        {label}
      </label>
      <div className="flex gap-2">
        <input
          id="q"
          name="q"
          type="search"
          defaultValue={value}
          className="ds-input flex-1"
          autoComplete="off"
          maxLength={200}
        />
        {Object.entries(keep)
          .filter(([, kept]) => kept !== '')
          .map(([name, kept]) => (
            <input key={name} type="hidden" name={name} value={kept} />
          ))}
        <button type="submit" className="ds-button">
          {button}
        </button>
      </div>
    </form>
  )
}
