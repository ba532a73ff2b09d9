'use client'
import { useTranslations } from 'use-intl'
import { ActionForm } from '@/components/forms/action-form'
import { type Choice, Choices, Select, TextField } from '@/components/forms/field'

interface Props {
  action: React.ComponentProps<typeof ActionForm>['action']
  themes: Choice[]
  phaseModels: Choice[]
  templates: Choice[]
  /** The template to begin with, where one came from it. */
  templateId: string
  startOn: string
}

/** The little a project needs to begin, and what it begins with. Only the list that belongs to the choice is shown. */
export function NewProjectForm({ action, themes, phaseModels, templates, templateId, startOn }: Props) {
  const t = useTranslations('newProject')
  const labels = {
    title: t('name'),
    themeCode: t('theme'),
    startOn: t('startOn'),
    from: t('from'),
    phaseModelId: t('phaseModel'),
    templateId: t('template'),
  }
  const hasTemplates = templates.length > 0
  return (
    <ActionForm action={action} labels={labels} className="group/start grid max-w-2xl gap-6">
      <TextField name="title" label={labels.title} isRequired />
      <Select name="themeCode" label={labels.themeCode} choices={themes} empty={t('chooseTheme')} isRequired />
      <TextField name="startOn" type="date" label={labels.startOn} hint={t('startHint')} initial={startOn} isRequired />
      {hasTemplates ? (
        <Choices
          name="from"
          type="radio"
          legend={labels.from}
          initial={[templateId ? 'template' : 'blank']}
          choices={[
            { value: 'blank', text: t('blank'), hint: t('blankHint') },
            { value: 'template', text: t('template'), hint: t('templateHint') },
          ]}
        />
      ) : (
        <>
          <input type="hidden" name="from" value="blank" />
          <p className="muted">{t('noTemplates')}</p>
        </>
      )}
      <div className="group-has-[#from-template:checked]/start:hidden">
        <Select name="phaseModelId" label={labels.phaseModelId} choices={phaseModels} initial={phaseModels[0]?.value} />
      </div>
      {hasTemplates && (
        <div className="group-has-[#from-blank:checked]/start:hidden">
          <Select
            name="templateId"
            label={labels.templateId}
            choices={templates}
            empty={t('chooseTemplate')}
            initial={templateId}
          />
        </div>
      )}
      <div>
        <button type="submit" className="ds-button">
          {t('submit')}
        </button>
      </div>
    </ActionForm>
  )
}
