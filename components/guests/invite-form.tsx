'use client'
import { useTranslations } from 'use-intl'
import { ActionForm } from '@/components/forms/action-form'
import { type Choice, Select, TextField } from '@/components/forms/field'

interface Props {
  action: React.ComponentProps<typeof ActionForm>['action']
  projectId: string
  municipalities: Choice[]
  roles: Choice[]
}

/** Asks somebody of a partner municipality to take part. */
export function InviteForm({ action, projectId, municipalities, roles }: Props) {
  const t = useTranslations()
  const labels = { guestMunicipalityId: t('guests.municipality'), email: t('guests.email'), role: t('item.fields.role') }
  return (
    <ActionForm action={action} labels={labels} className="grid max-w-3xl gap-4">
      <input type="hidden" name="projectId" value={projectId} />
      <Select
        name="guestMunicipalityId"
        label={labels.guestMunicipalityId}
        choices={municipalities}
        empty={t('item.notChosen')}
        isRequired
      />
      <TextField name="email" type="email" label={labels.email} hint={t('guests.emailHint')} isRequired />
      <Select name="role" label={labels.role} choices={roles} empty={t('item.notChosen')} isRequired />
      <button type="submit" className="ds-button justify-self-start">
        {t('guests.send')}
      </button>
    </ActionForm>
  )
}
