'use client'
import { useTranslations } from 'use-intl'
import { ActionForm } from '@/components/forms/action-form'
import { Choices, TextField } from '@/components/forms/field'
import type { PartKind } from '@/generated/prisma/enums'
import type { FormState } from '@/lib/platform/form'

interface Props {
  action: (state: FormState, form: FormData) => Promise<FormState>
  projectId: string
  title: string
  startOn: string
  parts: { kind: PartKind; itemCount: number }[]
  /** What the source will be told. */
  notice: string
}

/** What to call the copy, when it starts and what comes along. Everything is chosen from the start. */
export function CopyForm({ action, projectId, title, startOn, parts, notice }: Props) {
  const t = useTranslations()
  const labels = {
    title: t('copyPage.nameLabel'),
    startOn: t('copyPage.startLabel'),
    'parts[]': t('copyPage.partsLabel'),
    parts: t('copyPage.partsLabel'),
  }
  return (
    <ActionForm action={action} labels={labels} className="grid max-w-2xl gap-6">
      <input type="hidden" name="projectId" value={projectId} />
      <TextField name="title" label={labels.title} initial={title} isRequired />
      <TextField name="startOn" type="date" label={labels.startOn} hint={t('copyPage.startHint')} initial={startOn} isRequired />
      <Choices
        name="parts[]"
        legend={labels.parts}
        hint={t('copyPage.partsHint')}
        initial={parts.map((part) => part.kind)}
        choices={parts.map((part) => ({
          value: part.kind,
          text: `${t(`choices.partKind.${part.kind}`)} (${t('experience.itemCount', { count: part.itemCount })})`,
        }))}
      />
      <p className="border-l-4 border-sky-border-default pl-4">{notice}</p>
      <div>
        <button type="submit" className="ds-button">
          {t('copyPage.button')}
        </button>
      </div>
    </ActionForm>
  )
}
