'use client'
import { useTranslations } from 'use-intl'
import { ActionForm } from '@/components/forms/action-form'
import { type Choice, Choices } from '@/components/forms/field'

interface Props {
  action: React.ComponentProps<typeof ActionForm>['action']
  personId: string
  roles: Choice[]
  held: string[]
}

/** What somebody may beside being an ordinary user. */
export function RolesForm({ action, personId, roles, held }: Props) {
  const t = useTranslations('people')
  return (
    <ActionForm action={action} labels={{ 'roles[]': t('roles') }} draft={`roller:${personId}`} className="grid max-w-xl gap-4">
      <input type="hidden" name="personId" value={personId} />
      <Choices name="roles[]" legend={t('roles')} hint={t('rolesHint')} initial={held} choices={roles} />
      <div>
        <button type="submit" className="ds-button">
          {t('saveRoles')}
        </button>
      </div>
    </ActionForm>
  )
}
