'use client'
import { useTranslations } from 'use-intl'
import { ActionForm, VersionField } from '@/components/forms/action-form'
import { TextArea, TextField } from '@/components/forms/field'

const texts = ['background', 'problem', 'benefits', 'proposal'] as const

interface Props {
  action: React.ComponentProps<typeof ActionForm>['action']
  /** Tells whose draft it is. */
  personId: string
  /** The idea that is changed; none for a new one. */
  idea?: { id: string; version: number; title: string; texts: Record<(typeof texts)[number], string> }
}

/** An idea in one's own words: a title, and as much more as one likes. */
export function IdeaForm({ action, personId, idea }: Props) {
  const t = useTranslations()
  const labels: Record<string, string> = {
    title: t('ideas.fields.title'),
    ...Object.fromEntries(texts.map((name) => [name, t(`ideas.fields.${name}`)])),
  }
  return (
    <ActionForm draft={`${personId}:ide:${idea?.id ?? 'ny'}`} action={action} labels={labels} className="grid max-w-3xl gap-6">
      {idea && (
        <>
          <input type="hidden" name="ideaId" value={idea.id} />
          <VersionField name="version" version={idea.version} />
        </>
      )}
      <TextField name="title" label={labels.title ?? ''} hint={t('ideas.hints.title')} initial={idea?.title} isRequired />
      {texts.map((name) => (
        <TextArea
          key={name}
          name={name}
          label={`${labels[name]} (${t('common.optional')})`}
          hint={t(`ideas.hints.${name}`)}
          initial={idea?.texts[name]}
          rows={3}
        />
      ))}
      <div className="flex flex-wrap gap-3">
        <button type="submit" className="ds-button">
          {idea ? t('form.save') : t('ideas.register')}
        </button>
        <a href={idea ? `/ideer/${idea.id}` : '/ideer'} className="ds-button" data-variant="tertiary">
          {t('form.cancel')}
        </a>
      </div>
    </ActionForm>
  )
}
