'use client'
import { useTranslations } from 'use-intl'
import { ActionForm } from '@/components/forms/action-form'
import { type Choice, Choices, TextField } from '@/components/forms/field'

/** Somebody who has never been here, with the roles they get when they come. */
export function InviteForm({ action, roles }: { action: React.ComponentProps<typeof ActionForm>['action']; roles: Choice[] }) {
  const t = useTranslations('people')
  const labels = { name: t('name'), email: t('email'), jobTitle: t('jobTitle'), 'roles[]': t('roles') }
  return (
    <ActionForm action={action} labels={labels} className="grid max-w-xl gap-5">
      <TextField name="name" label={labels.name} isRequired />
      <TextField name="email" type="email" label={labels.email} isRequired />
      <TextField name="jobTitle" label={labels.jobTitle} />
      <Choices name="roles[]" legend={t('roles')} hint={t('rolesHint')} initial={[]} choices={roles} />
      <div>
        <button type="submit" className="ds-button">
          {t('invite')}
        </button>
      </div>
    </ActionForm>
  )
}
