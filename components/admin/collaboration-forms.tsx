'use client'
import { useTranslations } from 'use-intl'
import { ActionForm } from '@/components/forms/action-form'
import { Select, TextArea, TextField } from '@/components/forms/field'

type Action = React.ComponentProps<typeof ActionForm>['action']

/** Makes a new collaboration. */
export function FoundForm({ action }: { action: Action }) {
  const t = useTranslations('collaborations')
  return (
    <ActionForm
      action={action}
      labels={{ name: t('name'), description: t('description') }}
      draft="nytt-samarbeid"
      className="grid max-w-xl gap-4"
    >
      <TextField name="name" label={t('name')} isRequired />
      <TextArea name="description" label={t('description')} rows={3} />
      <div>
        <button type="submit" className="ds-button">
          {t('found')}
        </button>
      </div>
    </ActionForm>
  )
}

interface AskProps {
  action: Action
  collaborationId: string
  others: { id: string; name: string }[]
}

/** Asks a municipality into a collaboration. */
export function AskForm({ action, collaborationId, others }: AskProps) {
  const t = useTranslations('collaborations')
  return (
    <ActionForm
      action={action}
      labels={{ municipalityId: t('municipality') }}
      draft={`samarbeid:${collaborationId}`}
      className="flex flex-wrap items-end gap-4"
    >
      <input type="hidden" name="collaborationId" value={collaborationId} />
      <Select
        name="municipalityId"
        label={t('municipality')}
        choices={others.map(({ id, name }) => ({ value: id, text: name }))}
        empty={t('choose')}
      />
      <button type="submit" className="ds-button" data-variant="secondary">
        {t('ask')}
      </button>
    </ActionForm>
  )
}
