'use client'
import { useTranslations } from 'use-intl'
import { ActionForm } from '@/components/forms/action-form'
import { type Choice, Choices } from '@/components/forms/field'

interface Props {
  action: React.ComponentProps<typeof ActionForm>['action']
  projectId: string
  template: { id: string; number: number }
  parts: Choice[]
}

/** The parts of a template that have something new for the project. All from the start. */
export function TakeForm({ action, projectId, template, parts }: Props) {
  const t = useTranslations('templates.take')
  const labels = { 'parts[]': t('parts'), parts: t('parts') }
  return (
    <ActionForm action={action} labels={labels} className="grid max-w-2xl gap-6">
      <input type="hidden" name="projectId" value={projectId} />
      <input type="hidden" name="templateId" value={template.id} />
      <input type="hidden" name="number" value={template.number} />
      <Choices name="parts[]" legend={labels.parts} initial={parts.map((part) => part.value)} choices={parts} isRequired />
      <div>
        <button type="submit" className="ds-button">
          {t('submit')}
        </button>
      </div>
    </ActionForm>
  )
}
