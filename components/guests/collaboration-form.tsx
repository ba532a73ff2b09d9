'use client'
import { useTranslations } from 'use-intl'
import { ActionForm, VersionField } from '@/components/forms/action-form'
import { type Choice, Select } from '@/components/forms/field'

interface Props {
  action: React.ComponentProps<typeof ActionForm>['action']
  projectId: string
  version: number
  initial: string
  collaborations: Choice[]
}

/** Which collaboration runs the project, if any. */
export function CollaborationForm({ action, projectId, version, initial, collaborations }: Props) {
  const t = useTranslations()
  return (
    <ActionForm
      action={action}
      labels={{ collaborationId: t('guests.collaboration') }}
      className="grid max-w-3xl items-end gap-4 sm:grid-cols-[1fr_auto]"
    >
      <input type="hidden" name="projectId" value={projectId} />
      <VersionField name="version" version={version} />
      <Select
        name="collaborationId"
        label={t('guests.runBy')}
        hint={t('guests.runByHint')}
        choices={collaborations}
        empty={t('guests.onlyUs')}
        initial={initial}
      />
      <button type="submit" className="ds-button" data-variant="secondary">
        {t('common.save')}
      </button>
    </ActionForm>
  )
}
