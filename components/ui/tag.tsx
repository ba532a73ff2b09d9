type Colour = 'neutral' | 'primary' | 'accent' | 'success' | 'warning' | 'danger' | 'info' | 'sun' | 'sky'

export function Tag({ children, colour = 'neutral' }: { children: React.ReactNode; colour?: Colour }) {
  return (
    <span className="ds-tag" data-color={colour} data-size="sm">
      {children}
    </span>
  )
}
