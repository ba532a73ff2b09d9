'use client'
import { ActionForm, VersionField } from './action-form'
import { anchorsOf, Fields, type FormField, labelsOf, wordsOf } from './fields'
import { SaveOrCancel } from './save-or-cancel'

interface Props {
  action: React.ComponentProps<typeof ActionForm>['action']
  fields: FormField[]
  hidden?: Record<string, string>
  /** Of what is changed; none for something new. */
  version?: number
  /** Tells what is typed here, and by whom, from all other forms. */
  draft: string
  cancelHref: string
  /** What the button does, where it is more than saving. */
  submitText?: string
}

/** Fields, and two ways out; what is typed survives a closed tab. */
export function PlainForm({ action, fields, hidden = {}, version, draft, cancelHref, submitText }: Props) {
  return (
    <ActionForm
      draft={draft}
      action={action}
      labels={labelsOf(fields)}
      words={wordsOf(fields)}
      anchors={anchorsOf(fields)}
      className="grid max-w-3xl gap-8"
    >
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {version !== undefined && <VersionField name="version" version={version} />}
      <Fields fields={fields} />
      <SaveOrCancel cancelHref={cancelHref} text={submitText} />
    </ActionForm>
  )
}
