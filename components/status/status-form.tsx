'use client'
import { useTranslations } from 'use-intl'
import { ActionForm, VersionField } from '@/components/forms/action-form'
import { type Choice, Select, TextArea, TextField } from '@/components/forms/field'

interface Props {
  action: React.ComponentProps<typeof ActionForm>['action']
  projectId: string
  seriesId: string
  personId: string
  report: {
    id: string
    version: number
    periodEndOn: string
    text: string
    values: Record<string, string>
    comments: Record<string, string>
    budget: string
    cost: string
    forecast: string
  }
  sections: { name: string; label: string; choices: Choice[] }[]
}

/** The draft of a status report: one value and one comment a section, and two ways out. */
export function StatusForm({ action, projectId, seriesId, personId, report, sections }: Props) {
  const t = useTranslations()
  const labels: Record<string, string> = {
    periodEndOn: t('status.periodEndOn'),
    text: t('status.text'),
    ...Object.fromEntries(
      sections.flatMap(({ name, label }) => [
        [name, label],
        [`${name}Text`, t('status.commentOn', { section: label })],
      ]),
    ),
    budgetNok: t('project.budget'),
    costNok: t('status.costToDate'),
    forecastNok: t('project.forecast'),
  }
  const words = Object.fromEntries(
    sections.map(({ name, choices }) => [name, Object.fromEntries(choices.map(({ value, text }) => [value, text]))]),
  )
  return (
    <ActionForm
      draft={`${personId}:status:${report.id}`}
      action={action}
      labels={labels}
      words={words}
      className="grid max-w-3xl gap-8"
    >
      <input type="hidden" name="projectId" value={projectId} />
      <input type="hidden" name="seriesId" value={seriesId} />
      <input type="hidden" name="reportId" value={report.id} />
      <VersionField name="version" version={report.version} />
      <div className="sm:max-w-64">
        <TextField name="periodEndOn" type="date" label={t('status.periodEndOn')} initial={report.periodEndOn} isRequired />
      </div>
      <TextArea name="text" label={t('status.text')} hint={t('status.textHint')} initial={report.text} isRequired rows={5} />
      {sections.map(({ name, label, choices }) => (
        <div key={name} className="grid gap-4 sm:grid-cols-[14rem_1fr]">
          <Select name={name} label={label} initial={report.values[name]} choices={choices} isRequired />
          <TextArea
            name={`${name}Text`}
            label={t('status.commentOn', { section: label })}
            initial={report.comments[name]}
            rows={2}
          />
        </div>
      ))}
      <div className="grid gap-4 sm:grid-cols-3">
        <TextField name="budgetNok" label={t('project.budget')} initial={report.budget} inputMode="decimal" isRequired />
        <TextField name="costNok" label={t('status.costToDate')} initial={report.cost} inputMode="decimal" isRequired />
        <TextField name="forecastNok" label={t('project.forecast')} initial={report.forecast} inputMode="decimal" isRequired />
      </div>
      <p className="muted">{t('status.publishNotice')}</p>
      <div className="flex flex-wrap gap-3">
        <button type="submit" name="publish" value="on" className="ds-button">
          {t('status.publish')}
        </button>
        <button type="submit" className="ds-button" data-variant="secondary">
          {t('status.saveDraft')}
        </button>
      </div>
    </ActionForm>
  )
}
