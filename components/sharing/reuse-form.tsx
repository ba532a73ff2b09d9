'use client'
import { useTranslations } from 'use-intl'
import { ActionForm, VersionField } from '@/components/forms/action-form'
import { Choices, Select, TextArea, TextField } from '@/components/forms/field'
import { BenefitCategory, ReuseState, type Visibility } from '@/generated/prisma/enums'

type Action = React.ComponentProps<typeof ActionForm>['action']

interface Props {
  action: Action
  reportId: string
  own: {
    state: ReuseState
    reason: string
    sinceOn: string
    costNok: number | null
    effects: { category: BenefitCategory; text: string }[]
    visibility: Visibility
    version: number
  } | null
  today: string
}

const audiences = ['municipality', 'municipalities', 'open'] as const

/** What a municipality says of its own reuse. Only state and date are needed. */
export function ReuseForm({ action, reportId, own, today }: Props) {
  const t = useTranslations()
  const labels: Record<string, string> = {
    state: t('reuse.state'),
    sinceOn: t('reuse.since'),
    reason: t('reuse.reason'),
    costNok: t('reuse.cost'),
    visibility: t('reuse.visibility'),
  }
  return (
    <ActionForm action={action} labels={labels} className="grid max-w-2xl gap-6">
      <input type="hidden" name="reportId" value={reportId} />
      <VersionField name="version" version={own?.version ?? 0} />
      <Choices
        name="state"
        type="radio"
        legend={labels.state ?? ''}
        initial={own ? [own.state] : []}
        isRequired
        choices={Object.values(ReuseState).map((value) => ({ value, text: t(`choices.reuseState.${value}`) }))}
      />
      <TextField name="sinceOn" type="date" label={labels.sinceOn ?? ''} initial={own?.sinceOn ?? today} isRequired />
      <TextArea name="reason" label={labels.reason ?? ''} hint={t('reuse.reasonHint')} initial={own?.reason} rows={3} />
      <TextField
        name="costNok"
        label={labels.costNok ?? ''}
        hint={t('reuse.costHint')}
        initial={own?.costNok?.toString() ?? ''}
        inputMode="decimal"
      />
      <fieldset className="ds-fieldset">
        <legend className="ds-label">{t('reuse.effects')}</legend>
        <p className="text-sm muted">{t('reuse.effectsHint')}</p>
        <div className="grid gap-4">
          {Object.values(BenefitCategory).map((category) => (
            <TextField
              key={category}
              name={`effects.${category}`}
              label={t(`choices.benefitCategory.${category}`)}
              initial={own?.effects.find((effect) => effect.category === category)?.text ?? ''}
            />
          ))}
        </div>
      </fieldset>
      <Select
        name="visibility"
        label={labels.visibility ?? ''}
        hint={t('reuse.visibilityHint')}
        initial={own?.visibility ?? 'municipalities'}
        choices={audiences.map((value) => ({ value, text: t(`choices.visibility.${value}`) }))}
      />
      <div>
        <button type="submit" className="ds-button">
          {t('reuse.save')}
        </button>
      </div>
    </ActionForm>
  )
}

interface ProposalProps {
  action: Action
  reportId: string
  candidates: { number: string; displayName: string }[]
}

/** Whom the source believes uses its report. */
export function ProposalForm({ action, reportId, candidates }: ProposalProps) {
  const t = useTranslations()
  const labels = { municipality: t('reuse.proposeWho'), note: t('reuse.proposeNote') }
  return (
    <ActionForm action={action} labels={labels} className="grid max-w-2xl gap-6">
      <input type="hidden" name="reportId" value={reportId} />
      <Select
        name="municipality"
        label={labels.municipality}
        empty={t('reuse.proposeChoose')}
        choices={candidates.map(({ number, displayName }) => ({ value: number, text: displayName }))}
        isRequired
      />
      <TextArea name="note" label={labels.note} hint={t('reuse.proposeNoteHint')} rows={2} />
      <div>
        <button type="submit" className="ds-button">
          {t('reuse.propose')}
        </button>
      </div>
    </ActionForm>
  )
}
