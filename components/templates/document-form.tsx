'use client'
import { useTranslations } from 'use-intl'
import { FileField, type FileFieldProps } from '@/components/documents/file-field'
import { ActionForm } from '@/components/forms/action-form'
import { Checkbox, type Choice, Select, TextField } from '@/components/forms/field'
import { SaveOrCancel } from '@/components/forms/save-or-cancel'

interface Props {
  action: React.ComponentProps<typeof ActionForm>['action']
  templateId: string
  types: Choice[]
  phases: Choice[]
  file: FileFieldProps
  labels: Record<'title' | 'type' | 'phase' | 'isArchivable', string>
  cancelHref: string
}

/** A document that the projects of a template are to have, with a file to begin with where there is one. */
export function DocumentForm({ action, templateId, types, phases, file, labels, cancelHref }: Props) {
  const t = useTranslations('common')
  return (
    <ActionForm action={action} labels={{ ...labels, file: file.label }} className="grid max-w-2xl gap-6">
      <input type="hidden" name="templateId" value={templateId} />
      <TextField name="title" label={labels.title} isRequired />
      <Select name="type" label={labels.type} choices={types} initial="other" />
      <Select name="phase" label={labels.phase} choices={phases} empty={t('none')} />
      <Checkbox name="isArchivable" label={labels.isArchivable} />
      <FileField {...file} isOptional />
      <SaveOrCancel cancelHref={cancelHref} />
    </ActionForm>
  )
}
