'use client'
import { useTranslations } from 'use-intl'
import { ActionForm } from '@/components/forms/action-form'
import { type Choice, Select, TextField } from '@/components/forms/field'
import type { FormState } from '@/lib/platform/form'
import { type ChoosablePart, ItemChoices } from './item-choices'

interface Props {
  action: (state: FormState, form: FormData) => Promise<FormState>
  projectId: string
  title: string
  startOn: string
  parts: ChoosablePart[]
  /** The projects of one's own that parts can be added to. */
  targets: Choice[]
  /** The one among them that was chosen on the way here. */
  target: string
  /** What the source will be told. */
  notice: string
}

/** Where the copy goes and exactly what comes along. Everything is chosen from the start. */
export function CopyForm({ action, projectId, title, startOn, parts, targets, target, notice }: Props) {
  const t = useTranslations()
  const labels = {
    into: t('copyPage.intoLabel'),
    title: t('copyPage.nameLabel'),
    startOn: t('copyPage.startLabel'),
    'parts[]': t('copyPage.partsLabel'),
    parts: t('copyPage.partsLabel'),
  }
  return (
    <ActionForm action={action} labels={labels} className="grid max-w-3xl gap-6">
      <input type="hidden" name="projectId" value={projectId} />
      {targets.length > 0 && (
        <Select
          name="into"
          label={labels.into}
          hint={t('copyPage.intoHint')}
          empty={t('copyPage.intoNew')}
          choices={targets}
          initial={target}
        />
      )}
      <TextField
        name="title"
        label={labels.title}
        hint={targets.length > 0 ? t('copyPage.nameHint') : undefined}
        initial={title}
        isRequired
      />
      <TextField name="startOn" type="date" label={labels.startOn} hint={t('copyPage.startHint')} initial={startOn} isRequired />
      <ItemChoices legend={labels['parts[]']} hint={t('copyPage.partsHint')} parts={parts} />
      <p className="border-l-4 border-sky-border-default pl-4">{notice}</p>
      <div>
        <button type="submit" className="ds-button">
          {t('copyPage.button')}
        </button>
      </div>
    </ActionForm>
  )
}
