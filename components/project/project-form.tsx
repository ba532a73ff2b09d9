'use client'
import { ActionForm, VersionField } from '@/components/forms/action-form'
import { Fields, type FormField, labelsOf, wordsOf } from '@/components/forms/fields'
import { KeptDraft } from '@/components/forms/kept-draft'
import { SaveOrCancel } from '@/components/forms/save-or-cancel'

interface Props {
  action: React.ComponentProps<typeof ActionForm>['action']
  fields: FormField[]
  projectId: string
  version: number
  /** Tells whose draft it is. */
  personId: string
}

/** The project itself: what it is called, what it is for, and who may see it. */
export function ProjectForm({ action, fields, projectId, version, personId }: Props) {
  return (
    <ActionForm action={action} labels={labelsOf(fields)} words={wordsOf(fields)} className="grid max-w-3xl gap-8">
      <KeptDraft name={`${personId}:prosjekt:${projectId}`} version={version} />
      <input type="hidden" name="projectId" value={projectId} />
      <VersionField name="version" version={version} />
      <Fields fields={fields} />
      <SaveOrCancel cancelHref={`/prosjekter/${projectId}`} />
    </ActionForm>
  )
}
