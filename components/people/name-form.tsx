'use client'
import { useTranslations } from 'use-intl'
import { ActionForm } from '@/components/forms/action-form'
import { TextField } from '@/components/forms/field'

interface Props {
  action: React.ComponentProps<typeof ActionForm>['action']
  personId: string
  name: string
}

/** What somebody is called, where the provider does not tell. */
export function NameForm({ action, personId, name }: Props) {
  const t = useTranslations('people')
  return (
    <ActionForm action={action} labels={{ name: t('name') }} className="grid max-w-xl gap-4">
      <input type="hidden" name="personId" value={personId} />
      <TextField name="name" label={t('name')} hint={t('nameHint')} initial={name} isRequired />
      <div>
        <button type="submit" className="ds-button" data-variant="secondary">
          {t('saveName')}
        </button>
      </div>
    </ActionForm>
  )
}
