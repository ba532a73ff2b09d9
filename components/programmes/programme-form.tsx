'use client'
import { ActionForm, VersionField } from '@/components/forms/action-form'
import { Fields, type FormField, labelsOf, wordsOf } from '@/components/forms/fields'
import { SaveOrCancel } from '@/components/forms/save-or-cancel'

interface Props {
  action: React.ComponentProps<typeof ActionForm>['action']
  fields: FormField[]
  /** None for a new one. */
  programmeId: string | null
  version: number
  personId: string
  cancelHref: string
}

export function ProgrammeForm({ action, fields, programmeId, version, personId, cancelHref }: Props) {
  return (
    <ActionForm
      draft={`${personId}:program:${programmeId ?? 'nytt'}`}
      action={action}
      labels={labelsOf(fields)}
      words={wordsOf(fields)}
      className="grid max-w-3xl gap-8"
    >
      {programmeId && <input type="hidden" name="programmeId" value={programmeId} />}
      {programmeId && <VersionField name="version" version={version} />}
      <Fields fields={fields} />
      <SaveOrCancel cancelHref={cancelHref} />
    </ActionForm>
  )
}
