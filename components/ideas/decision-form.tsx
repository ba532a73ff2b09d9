'use client'
import { useTranslations } from 'use-intl'
import { ActionForm, VersionField } from '@/components/forms/action-form'
import { type Choice, Choices, TextArea, TextField } from '@/components/forms/field'

interface Props {
  action: React.ComponentProps<typeof ActionForm>['action']
  personId: string
  idea: { id: string; version: number }
  decision: string
  decidedOn: string
  decisionReason: string
  choices: Choice[]
}

/** What was decided, when and why. */
export function DecisionForm({ action, personId, idea, decision, decidedOn, decisionReason, choices }: Props) {
  const t = useTranslations('ideas')
  const labels = { decision: t('decision'), decidedOn: t('decidedOn'), decisionReason: t('decisionReason') }
  const words = { decision: Object.fromEntries(choices.map(({ value, text }) => [value, text])) }
  return (
    <ActionForm
      draft={`${personId}:ide-beslutning:${idea.id}`}
      action={action}
      labels={labels}
      words={words}
      className="grid gap-6"
    >
      <input type="hidden" name="ideaId" value={idea.id} />
      <VersionField name="version" version={idea.version} />
      <Choices name="decision" legend={labels.decision} type="radio" initial={[decision]} choices={choices} isRequired />
      <div className="sm:max-w-72">
        <TextField name="decidedOn" type="date" label={labels.decidedOn} hint={t('decidedOnHint')} initial={decidedOn} />
      </div>
      <TextArea
        name="decisionReason"
        label={labels.decisionReason}
        hint={t('decisionReasonHint')}
        initial={decisionReason}
        rows={3}
      />
      <div>
        <button type="submit" className="ds-button">
          {t('saveDecision')}
        </button>
      </div>
    </ActionForm>
  )
}
