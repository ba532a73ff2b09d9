'use client'
import { ActionForm, VersionField } from '@/components/forms/action-form'
import { Fields, type FormField, labelsOf, wordsOf } from '@/components/forms/fields'
import { SaveOrCancel } from '@/components/forms/save-or-cancel'
import type { ProjectBlock } from '@/lib/projects/editing/fields'

interface Props {
  action: React.ComponentProps<typeof ActionForm>['action']
  block: ProjectBlock
  fields: FormField[]
  projectId: string
  version: number
  /** Tells whose draft it is. */
  personId: string
  isNarrow?: boolean
}

/** The project itself, or a block of it: what it is called, what it is for, and who may see it. */
export function ProjectForm({ action, block, fields, projectId, version, personId, isNarrow }: Props) {
  const isAll = block === 'all'
  return (
    <ActionForm
      draft={`${personId}:prosjekt:${projectId}${isAll ? '' : `:${block}`}`}
      action={action}
      labels={labelsOf(fields)}
      words={wordsOf(fields)}
      className="grid max-w-3xl gap-8"
    >
      <input type="hidden" name="projectId" value={projectId} />
      <input type="hidden" name="block" value={block} />
      <VersionField name="version" version={version} />
      <Fields fields={fields} isNarrow={isNarrow} />
      <SaveOrCancel cancelHref={`/prosjekter/${projectId}${isAll ? '' : `#endre-${block}`}`} />
    </ActionForm>
  )
}
