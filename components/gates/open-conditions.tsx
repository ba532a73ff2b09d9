import { ActionForm } from '@/components/forms/action-form'
import { TextField } from '@/components/forms/field'
import { Tag } from '@/components/ui/tag'
import type { Translator } from '@/lib/platform/i18n'
import { formatDate, type Locale } from '@/lib/platform/locale'

interface Props {
  t: Translator
  locale: Locale
  projectId: string
  conditions: { id: string; gate: string; text: string; owner: string; dueOn: string; version: number }[]
  today: string
  /** The action that closes one; null for those who only read. */
  close: React.ComponentProps<typeof ActionForm>['action'] | null
}

/** The conditions of standing decisions that have not been met yet. */
export function OpenConditions({ t, locale, projectId, conditions, today, close }: Props) {
  return (
    <ul className="grid gap-3">
      {conditions.map((condition) => (
        <li key={condition.id} className="panel grid gap-3">
          <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
            <strong>{condition.text}</strong>
            <span className="text-sm muted">
              {condition.gate} ·{' '}
              {t('project.conditionDue', { owner: condition.owner, date: formatDate(condition.dueOn, locale) })}
            </span>
            {condition.dueOn < today && <Tag colour="danger">{t('project.overdue')}</Tag>}
          </p>
          {close && (
            <details>
              <summary>{t('gate.closeCondition')}</summary>
              <ActionForm action={close} labels={{ closedNote: t('gate.closedNote') }} className="mt-3 grid max-w-xl gap-4">
                <input type="hidden" name="projectId" value={projectId} />
                <input type="hidden" name="conditionId" value={condition.id} />
                <input type="hidden" name="version" value={condition.version} />
                <TextField name="closedNote" id={`lukk-${condition.id}`} label={t('gate.closedNote')} isRequired />
                <div>
                  <button type="submit" className="ds-button" data-variant="secondary">
                    {t('gate.closeCondition')}
                  </button>
                </div>
              </ActionForm>
            </details>
          )}
        </li>
      ))}
    </ul>
  )
}
