import type { TimelineState } from '@/lib/timeline/rules'

interface Look {
  fill: string
  stroke: string
  strokeDasharray?: string
  strokeWidth?: number
}

/** How each state is drawn: by fill, by kind of line and by colour, so that two of them remain when one is not seen. */
export const looks: Record<TimelineState, Look> = {
  upcoming: {
    fill: 'var(--ds-color-neutral-background-default)',
    stroke: 'var(--ds-color-neutral-border-strong)',
    strokeDasharray: '4 3',
  },
  current: { fill: 'var(--ds-color-primary-base-default)', stroke: 'var(--ds-color-primary-base-default)' },
  done: { fill: 'var(--ds-color-primary-surface-active)', stroke: 'var(--ds-color-primary-border-strong)' },
  late: { fill: 'var(--ds-color-danger-surface-active)', stroke: 'var(--ds-color-danger-border-strong)', strokeWidth: 2.5 },
}

/** The points, drawn about where their day is. */
export const shapes = {
  diamond: 'M0 -9L9 0L0 9L-9 0Z',
  pole: 'M0 -14V14',
  flag: 'M1 -14H15L11 -8.5L15 -3H1Z',
}
