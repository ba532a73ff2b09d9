'use client'
import { useTranslations } from 'use-intl'
import { ActionForm } from '@/components/forms/action-form'
import { type Choice, Select, TextField } from '@/components/forms/field'

interface Props {
  action: React.ComponentProps<typeof ActionForm>['action']
  ideaId: string
  themeCode: string
  themes: Choice[]
  startOn: string
}

/** The little that a project needs beyond what the idea tells. */
export function ProjectForm({ action, ideaId, themeCode, themes, startOn }: Props) {
  const t = useTranslations()
  const labels = { themeCode: t('common.theme'), startOn: t('ideas.startOn') }
  return (
    <ActionForm action={action} labels={labels} className="grid gap-6">
      <input type="hidden" name="ideaId" value={ideaId} />
      <div className="grid items-end gap-6 sm:grid-cols-2">
        <Select
          name="themeCode"
          label={labels.themeCode}
          initial={themeCode}
          choices={themes}
          empty={t('ideas.chooseTheme')}
          isRequired
        />
        <TextField name="startOn" type="date" label={labels.startOn} initial={startOn} isRequired />
      </div>
      <div>
        <button type="submit" className="ds-button">
          {t('ideas.makeProject')}
        </button>
      </div>
    </ActionForm>
  )
}
