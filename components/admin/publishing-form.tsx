'use client'
import { useTranslations } from 'use-intl'
import { ActionForm, VersionField } from '@/components/forms/action-form'
import { Select } from '@/components/forms/field'
import { PublishingRule } from '@/generated/prisma/enums'
import { audiences, type Policy } from '@/lib/publishing/rules'

interface Props {
  action: React.ComponentProps<typeof ActionForm>['action']
  policy: Policy & { version: number }
}

const rules = Object.values(PublishingRule)

/** Who may publish how widely: one choice for each audience, from the narrowest. */
export function PublishingForm({ action, policy }: Props) {
  const t = useTranslations('publishing')
  const labels = Object.fromEntries(audiences.map((audience) => [audience, t(`to.${audience}`)]))
  return (
    <ActionForm action={action} labels={labels} draft="publisering" className="grid max-w-xl gap-5">
      <VersionField name="version" version={policy.version} />
      {audiences.map((audience) => (
        <Select
          key={audience}
          name={audience}
          label={t(`to.${audience}`)}
          initial={policy[audience]}
          choices={rules
            .filter((rule) => audience !== 'municipality' || rule !== 'nobody')
            .map((value) => ({ value, text: t(`rule.${value}`) }))}
        />
      ))}
      <div>
        <button type="submit" className="ds-button">
          {t('save')}
        </button>
      </div>
    </ActionForm>
  )
}
