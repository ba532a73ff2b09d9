'use client'
import { useTranslations } from 'use-intl'
import { ActionForm } from '@/components/forms/action-form'
import { type Choice, TextArea } from '@/components/forms/field'
import { SourceFields } from './source-fields'

interface Props {
  action: React.ComponentProps<typeof ActionForm>['action']
  templateId: string
  projects: string[]
  kinds: Choice[]
}

/** The next version of a template, with a word on what has changed. */
export function VersionForm({ action, templateId, projects, kinds }: Props) {
  const t = useTranslations('templates')
  const labels = { project: t('project'), 'parts[]': t('parts'), parts: t('parts'), comment: t('comment') }
  return (
    <ActionForm action={action} labels={labels} className="grid max-w-2xl gap-6">
      <input type="hidden" name="templateId" value={templateId} />
      <SourceFields projects={projects} kinds={kinds} />
      <TextArea name="comment" label={labels.comment} rows={3} isRequired />
      <div>
        <button type="submit" className="ds-button">
          {t('publish')}
        </button>
      </div>
    </ActionForm>
  )
}
