'use client'
import { useTranslations } from 'use-intl'
import { ActionForm, VersionField } from '@/components/forms/action-form'
import { Select, TextField } from '@/components/forms/field'
import { type Criterion, criteria } from '@/lib/ideas/rules'

interface Props {
  action: React.ComponentProps<typeof ActionForm>['action']
  personId: string
  idea: { id: string; version: number }
  scores: Record<Criterion, number | null>
  adjustment: number
  adjustmentReason: string
}

const points = ['1', '2', '3', '4', '5'].map((value) => ({ value, text: value }))

/** The five criteria, and what moves their sum. */
export function ScoreForm({ action, personId, idea, scores, adjustment, adjustmentReason }: Props) {
  const t = useTranslations()
  const labels: Record<string, string> = {
    ...Object.fromEntries(criteria.map((name) => [name, t(`ideas.criteria.${name}`)])),
    adjustment: t('ideas.adjustment'),
    adjustmentReason: t('ideas.adjustmentReason'),
  }
  return (
    <ActionForm draft={`${personId}:ide-poeng:${idea.id}`} action={action} labels={labels} className="grid gap-6">
      <input type="hidden" name="ideaId" value={idea.id} />
      <VersionField name="version" version={idea.version} />
      <div className="grid items-end gap-6 sm:grid-cols-2">
        {criteria.map((name) => (
          <Select
            key={name}
            name={name}
            label={labels[name] ?? ''}
            hint={t(`ideas.criteriaHints.${name}`)}
            initial={scores[name]?.toString() ?? ''}
            choices={points}
            empty={t('common.notSet')}
            isRequired
          />
        ))}
      </div>
      <div className="grid items-end gap-6 sm:grid-cols-2">
        <TextField
          name="adjustment"
          label={t('ideas.adjustment')}
          hint={t('ideas.adjustmentHint')}
          initial={String(adjustment).replace('-', '\u2212')}
        />
        <TextField
          name="adjustmentReason"
          label={t('ideas.adjustmentReason')}
          hint={t('ideas.adjustmentReasonHint')}
          initial={adjustmentReason}
        />
      </div>
      <div>
        <button type="submit" className="ds-button">
          {t('ideas.saveScore')}
        </button>
      </div>
    </ActionForm>
  )
}
