'use client'
import { useTranslations } from 'use-intl'
import { ActionForm } from '@/components/forms/action-form'
import { TextField } from '@/components/forms/field'

interface Props {
  action: React.ComponentProps<typeof ActionForm>['action']
  projectId: string
}

/** One more stage of the execution phase. */
export function StageForm({ action, projectId }: Props) {
  const t = useTranslations('gate')
  return (
    <ActionForm action={action} labels={{ name: t('stageName') }} className="flex max-w-xl flex-wrap items-end gap-4">
      <input type="hidden" name="projectId" value={projectId} />
      <div className="min-w-64 grow">
        <TextField name="name" label={t('stageName')} isRequired />
      </div>
      <button type="submit" className="ds-button" data-variant="secondary">
        {t('addStage')}
      </button>
    </ActionForm>
  )
}
