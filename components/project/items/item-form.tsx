'use client'
import { ActionForm, VersionField } from '@/components/forms/action-form'
import { Fields, type FormField, labelsOf, wordsOf } from '@/components/forms/fields'
import { SaveOrCancel } from '@/components/forms/save-or-cancel'

interface Props {
  action: React.ComponentProps<typeof ActionForm>['action']
  fields: FormField[]
  /** Which item: sent along unseen. */
  at: { projectId: string; kind: string; id: string; under: string; from?: string }
  version: number
  /** Tells whose draft it is. */
  personId: string
  cancelHref: string
}

/** The form of any item of a project, new or old. */
export function ItemForm({ action, fields, at, version, personId, cancelHref }: Props) {
  return (
    <ActionForm
      draft={`${personId}:${at.projectId}:${at.kind}:${at.id || `ny:${at.under}`}`}
      action={action}
      labels={labelsOf(fields)}
      words={wordsOf(fields)}
      className="grid max-w-3xl gap-8"
    >
      {Object.entries(at).map(([name, value]) => (
        <input key={name} type="hidden" name={`item.${name}`} value={value} />
      ))}
      <VersionField name="item.version" version={version} />
      <Fields fields={fields} />
      <SaveOrCancel cancelHref={cancelHref} />
    </ActionForm>
  )
}
