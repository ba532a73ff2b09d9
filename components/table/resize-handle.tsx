'use client'

export const narrowest = 60
export const widest = 900
/** Said of a column that nobody has pulled: how wide it is, the browser decides. */
const ordinary = 120
const keyStep = 16

interface HandleProps {
  label: string
  width: number | null
  onPull: (event: unknown) => void
  onLetGo: () => void
  onStep: (step: number, measured: number) => void
}

/** The edge of a column: pulled by hand, moved by the arrow keys. */
export function ResizeHandle({ label, width, onPull, onLetGo, onStep }: HandleProps) {
  const pull = (event: React.MouseEvent | React.TouchEvent) => {
    event.stopPropagation()
    onPull(event)
    const end = event.type === 'touchstart' ? 'touchend' : 'mouseup'
    window.addEventListener(end, () => setTimeout(onLetGo), { once: true })
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule cannot be moved
    <span
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width ?? ordinary}
      aria-valuemin={narrowest}
      aria-valuemax={widest}
      tabIndex={0}
      draggable
      onDragStart={(event) => {
        event.preventDefault()
        event.stopPropagation()
      }}
      onMouseDown={pull}
      onTouchStart={pull}
      onKeyDown={(event) => {
        const step = event.key === 'ArrowRight' ? keyStep : event.key === 'ArrowLeft' ? -keyStep : 0
        if (step === 0) return
        event.preventDefault()
        onStep(step, event.currentTarget.closest('th')?.offsetWidth ?? 120)
      }}
      className="resize-handle no-print"
    />
  )
}
