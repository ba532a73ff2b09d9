interface Props {
  /** What the table is of, for those who come upon it by keyboard. */
  label: string
  className?: string
  children: React.ReactNode
}

/** Room for a table that may be wider than the page: it scrolls by itself, also with the arrow keys. */
export function TableScroll({ label, className = '', children }: Props) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <div role="group" aria-label={label} tabIndex={0} className={`table-scroll ${className}`}>
      {children}
    </div>
  )
}
