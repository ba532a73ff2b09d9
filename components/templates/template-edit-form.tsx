'use client'
import { useTranslations } from 'use-intl'
import { ActionForm, VersionField } from '@/components/forms/action-form'
import { TextArea, TextField } from '@/components/forms/field'
import { SaveOrCancel } from '@/components/forms/save-or-cancel'

interface Props {
  action: React.ComponentProps<typeof ActionForm>['action']
  template: { id: string; version: number; name: string; description: string }
  cancelHref: string
}

/** What a template is called, and what it is for. */
export function TemplateEditForm({ action, template: { id, version, name, description }, cancelHref }: Props) {
  const t = useTranslations('templates')
  const labels = { name: t('name'), description: t('description') }
  return (
    <ActionForm action={action} labels={labels} className="grid max-w-2xl gap-6">
      <input type="hidden" name="templateId" value={id} />
      <VersionField name="version" version={version} />
      <TextField name="name" label={labels.name} hint={t('nameHint')} initial={name} isRequired />
      <TextArea name="description" label={labels.description} hint={t('descriptionHint')} initial={description} rows={3} />
      <SaveOrCancel cancelHref={cancelHref} />
    </ActionForm>
  )
}
