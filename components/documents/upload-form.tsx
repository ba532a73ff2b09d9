'use client'
import { ActionForm } from '@/components/forms/action-form'
import { TextArea } from '@/components/forms/field'
import { Fields, type FormField, labelsOf } from '@/components/forms/fields'
import { FileField, type FileFieldProps } from './file-field'

interface Props {
  action: React.ComponentProps<typeof ActionForm>['action']
  /** What it belongs to: sent along unseen. */
  hidden: Record<string, string>
  file: FileFieldProps
  /** What is known of a document; none where it is a new version of one. */
  fields?: FormField[]
  texts: { comment: string; commentHint: string; submit: string; cancel: string }
  cancelHref?: string
}

/** Uploads a file: a new document, or a new version of one. */
export function UploadForm({ action, hidden, file, fields = [], texts, cancelHref }: Props) {
  const labels = { file: file.label, ...labelsOf(fields), comment: texts.comment }
  return (
    <ActionForm action={action} labels={labels} className="grid max-w-3xl gap-6">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <FileField {...file} />
      {fields.length > 0 && <Fields fields={fields} />}
      <TextArea name="comment" label={texts.comment} hint={texts.commentHint} rows={2} />
      <div className="flex flex-wrap gap-3">
        <button type="submit" className="ds-button">
          {texts.submit}
        </button>
        {cancelHref && (
          <a href={cancelHref} className="ds-button" data-variant="tertiary">
            {texts.cancel}
          </a>
        )}
      </div>
    </ActionForm>
  )
}
