import Link from 'next/link'
import { phaseName } from '@/components/project/items/item-texts'
import { Tag } from '@/components/ui/tag'
import type { CheckView, PhaseView } from '@/lib/gates/queries'
import type { Translator } from '@/lib/platform/i18n'
import type { Locale } from '@/lib/platform/locale'
import { checklistProgress } from '@/lib/projects/rules'

interface Props {
  t: Translator
  locale: Locale
  projectId: string
  phases: (PhaseView & { checklist: CheckView[] })[]
  mayChange: boolean
}

const colours = { open: 'warning', done: 'success', not_relevant: 'neutral' } as const

/** The checklist of every phase, the current one opened. */
export function Checklists({ t, locale, projectId, phases, mayChange }: Props) {
  return (
    <div className="grid gap-3">
      {phases.map((phase) => (
        <details key={phase.id} className="panel" open={phase.state === 'current'}>
          <summary className="font-semibold">
            {phaseName(phase, locale)}{' '}
            <span className="ml-2 text-sm font-normal muted">
              {t('project.checklistProgress', checklistProgress(phase.checklist))}
            </span>
          </summary>
          {phase.checklist.length === 0 && <p className="mt-3 muted">{t('project.noChecklist')}</p>}
          <ul className="mt-3 grid gap-3">
            {phase.checklist.map((item) => (
              <li key={item.id} className="flex flex-wrap items-baseline gap-x-3 gap-y-1" id={`del-${item.id}`}>
                <Tag colour={colours[item.status]}>{t(`choices.checklistStatus.${item.status}`)}</Tag>
                <span className="min-w-0 flex-1 basis-64">
                  <Link
                    href={`/prosjekter/${projectId}/sjekkliste/${item.id}`}
                    prefetch={false}
                    className="underline underline-offset-4"
                  >
                    {item.text}
                  </Link>
                  {item.isMandatory && <span className="text-sm muted"> ({t('project.mandatory')})</span>}
                  {item.reason && <span className="block text-sm muted">{item.reason}</span>}
                </span>
              </li>
            ))}
          </ul>
          {mayChange && (
            <p className="mt-4">
              <Link
                href={`/prosjekter/${projectId}/sjekkliste/ny?fase=${phase.id}`}
                prefetch={false}
                className="ds-button"
                data-variant="tertiary"
                data-size="sm"
              >
                {t('item.checklist.add')}
              </Link>
            </p>
          )}
        </details>
      ))}
    </div>
  )
}
