'use client'
import { useTranslations } from 'use-intl'
import { ActionForm } from '@/components/forms/action-form'
import { type Choice, TextArea, TextField } from '@/components/forms/field'
import { SourceFields } from './source-fields'

interface Props {
  action: React.ComponentProps<typeof ActionForm>['action']
  projects: string[]
  kinds: Choice[]
}

/** A template of a project that is worth repeating. */
export function TemplateForm({ action, projects, kinds }: Props) {
  const t = useTranslations('templates')
  const labels = {
    project: t('project'),
    'parts[]': t('parts'),
    parts: t('parts'),
    name: t('name'),
    description: t('description'),
  }
  return (
    <ActionForm action={action} labels={labels} className="grid max-w-2xl gap-6">
      <SourceFields projects={projects} kinds={kinds} />
      <TextField name="name" label={labels.name} hint={t('nameHint')} isRequired />
      <TextArea name="description" label={labels.description} hint={t('descriptionHint')} rows={3} />
      <div>
        <button type="submit" className="ds-button">
          {t('submit')}
        </button>
      </div>
    </ActionForm>
  )
}
