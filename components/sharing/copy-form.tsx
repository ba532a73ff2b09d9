'use client'
import { useLocale, useTranslations } from 'use-intl'
import { fileSize } from '@/components/documents/document-texts'
import { ActionForm } from '@/components/forms/action-form'
import { type Choice, Choices, Select, TextField } from '@/components/forms/field'
import type { PartKind } from '@/generated/prisma/enums'
import type { FollowUp } from '@/lib/fit/follow/rules'
import type { FormState } from '@/lib/platform/form'
import type { Locale } from '@/lib/platform/locale'
import type { OfferedDocument } from '@/lib/sharing/documents/queries'
import { type ChoosablePart, ItemChoices } from './item-choices'

interface Props {
  action: (state: FormState, form: FormData) => Promise<FormState>
  projectId: string
  title: string
  startOn: string
  parts: ChoosablePart[]
  /** The documents on offer. */
  documents: OfferedDocument[]
  /** The parts that were chosen on the way here; none where all are. */
  chosen: PartKind[]
  /** The projects of one's own that parts can be added to. */
  targets: Choice[]
  /** The one among them that was chosen on the way here. */
  target: string
  /** What the source will be told. */
  notice: string
  /** What the source took for granted and is not there at home: it comes along as tasks and risks where one wants. */
  followUps: FollowUp[]
  /** The one copied from. */
  municipality: string
}

/** Where the copy goes and exactly what comes along. Everything is chosen from the start. */
export function CopyForm({ action, projectId, title, startOn, parts, chosen, targets, target, notice, ...taken }: Props) {
  const t = useTranslations()
  const { followUps, municipality, documents } = taken
  const locale = useLocale() as Locale
  const labels = {
    into: t('copyPage.intoLabel'),
    title: t('copyPage.nameLabel'),
    startOn: t('copyPage.startLabel'),
    'parts[]': t('copyPage.partsLabel'),
    parts: t('copyPage.partsLabel'),
    'documents[]': t('copyPage.documentsLabel'),
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
      {parts.length > 0 && (
        <ItemChoices legend={labels['parts[]']} hint={t('copyPage.partsHint')} parts={parts} chosen={chosen} />
      )}
      {documents.length > 0 && (
        <Choices
          name="documents[]"
          legend={labels['documents[]']}
          hint={t('copyPage.documentsHint')}
          initial={chosen.length > 0 ? [] : documents.map(({ id }) => id)}
          choices={documents.map(({ id, title, kind, licence, number, fileName, sizeBytes }) => ({
            value: id,
            text: `${title} (${t(`choices.reportDocumentKind.${kind}`)})`,
            hint: `${t('experience.documentFacts', { fileName, size: fileSize(sizeBytes, locale), number })} · ${t('experience.licenceIs', { licence: t(`choices.licence.${licence}`) })}`,
          }))}
        />
      )}
      {followUps.length > 0 && (
        <Choices
          name="fit[]"
          legend={t('copyPage.fit')}
          hint={t('copyPage.fitHint', { municipality })}
          initial={followUps.map(({ subject }) => subject)}
          choices={followUps.map(({ subject, line, why, isTask }) => ({
            value: subject,
            text: line,
            hint: t(`copyPage.fitWhy.${isTask ? why : 'changeSize'}`),
          }))}
        />
      )}
      <p className="border-l-4 border-sky-border-default pl-4">{notice}</p>
      <div>
        <button type="submit" className="ds-button">
          {t('copyPage.button')}
        </button>
      </div>
    </ActionForm>
  )
}
