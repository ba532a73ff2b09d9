import type { Translator } from '@/lib/platform/i18n'
import { formatDate, inLocale, type Locale } from '@/lib/platform/locale'

interface Phase {
  id: string
  code: string
  gate: string | null
  names: Record<Locale, string>
  state: 'done' | 'current' | 'upcoming'
  plannedEndOn: string | null
  actualEndOn: string | null
}

const marks = { done: '✓', current: '●', upcoming: '○' } as const
const words = { done: 'project.phaseDone', current: 'project.phaseCurrent', upcoming: 'project.phaseUpcoming' } as const

/** The phases in a row, each with the decision point that ends it. State is told by sign, word and colour. */
export function PhaseBar({ t, locale, phases }: { t: Translator; locale: Locale; phases: Phase[] }) {
  return (
    <ol className="phase-bar">
      {phases.map((phase) => (
        <li key={phase.id} data-state={phase.state} aria-current={phase.state === 'current' ? 'step' : undefined}>
          <span className="flex flex-wrap items-baseline justify-between gap-x-2">
            <span className="whitespace-nowrap font-semibold text-[0.95rem]">
              <span aria-hidden="true">{marks[phase.state]} </span>
              {inLocale(phase.names, locale)}
            </span>
            {phase.gate && <span className="text-sm">{phase.gate}</span>}
          </span>
          <span className="text-sm">{t(words[phase.state])}</span>
          <span className="text-sm">
            {phase.actualEndOn
              ? t('project.actualEnd', { date: formatDate(phase.actualEndOn, locale, 'short') })
              : phase.plannedEndOn
                ? t('project.plannedEnd', { date: formatDate(phase.plannedEndOn, locale, 'short') })
                : t('project.notPlanned')}
          </span>
        </li>
      ))}
    </ol>
  )
}
