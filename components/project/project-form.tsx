'use client'
import { useTranslations } from 'use-intl'
import { ActionForm, VersionField } from '@/components/forms/action-form'
import { Fields, type FormField, labelsOf, wordsOf } from '@/components/forms/fields'
import { KeptDraft } from '@/components/forms/kept-draft'

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
  const t = useTranslations('form')
  return (
    <ActionForm action={action} labels={labelsOf(fields)} words={wordsOf(fields)} className="grid max-w-3xl gap-8">
      <KeptDraft name={`${personId}:prosjekt:${projectId}`} version={version} />
      <input type="hidden" name="projectId" value={projectId} />
      <VersionField name="version" version={version} />
      <Fields fields={fields} />
      <div className="flex flex-wrap gap-3">
        <button type="submit" className="ds-button">
          {t('save')}
        </button>
        <a href={`/prosjekter/${projectId}`} className="ds-button" data-variant="tertiary">
          {t('cancel')}
        </a>
      </div>
    </ActionForm>
  )
}
