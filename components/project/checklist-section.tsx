import { Section } from '@/components/ui/section'
import { Tag } from '@/components/ui/tag'
import type { ChecklistStatus } from '@/generated/prisma/enums'
import type { Translator } from '@/lib/platform/i18n'
import { inLocale, type Locale } from '@/lib/platform/locale'
import { checklistProgress } from '@/lib/projects/rules'

interface Texts {
  t: Translator
  locale: Locale
}

interface Phase {
  id: string
  names: Record<Locale, string>
  state: 'done' | 'current' | 'upcoming'
  checklist: { id: string; text: string; status: ChecklistStatus; reason: string | null; isMandatory: boolean }[]
}

const checkSigns = { open: '○', done: '✓', not_relevant: '–' } as const

/** The checklist phase by phase; the current phase stands open. */
export function ChecklistSection({ t, locale, phases }: Texts & { phases: Phase[] }) {
  return (
    <Section id="sjekkliste" title={t('project.checklist')}>
      <div className="grid gap-2">
        {phases.map((phase) => {
          const progress = checklistProgress(phase.checklist)
          return (
            <details key={phase.id} open={phase.state === 'current'} className="panel">
              <summary className="font-semibold">
                {inLocale(phase.names, locale)}{' '}
                <span className="font-normal muted">{t('project.checklistProgress', progress)}</span>
              </summary>
              {phase.checklist.length === 0 && <p className="mt-3 muted">{t('project.noChecklist')}</p>}
              <ul className="mt-3 grid gap-2">
                {phase.checklist.map((item) => (
                  <li key={item.id} className="flex gap-3">
                    <span aria-hidden="true" className="w-4 shrink-0 text-center font-bold">
                      {checkSigns[item.status]}
                    </span>
                    <span>
                      {item.text} <span className="text-sm muted">{t(`choices.checklistStatus.${item.status}`)}</span>
                      {item.isMandatory && item.status === 'open' && <Tag colour="warning">{t('project.mandatory')}</Tag>}
                      {item.reason && <span className="block text-sm muted">{item.reason}</span>}
                    </span>
                  </li>
                ))}
              </ul>
            </details>
          )
        })}
      </div>
    </Section>
  )
}
