'use client'
import { useTranslations } from 'use-intl'
import { ActionForm } from '@/components/forms/action-form'
import { Choices, Select, TextField } from '@/components/forms/field'
import { connectionKinds } from '@/lib/connections/rules'

/** The first step: what kind of provider, and where it is. */
export function NewConnectionForm({ action }: { action: React.ComponentProps<typeof ActionForm>['action'] }) {
  const t = useTranslations('connections')
  const labels = { kind: t('kindLegend'), issuer: t('issuer'), directoryId: t('directoryId'), environment: t('environment') }
  return (
    <ActionForm action={action} labels={labels} className="group grid max-w-2xl gap-6">
      <Choices
        name="kind"
        legend={labels.kind}
        type="radio"
        initial={['entra']}
        choices={connectionKinds.map((kind) => ({ value: kind, text: t(`kind.${kind}`), hint: t(`kindHint.${kind}`) }))}
        isRequired
      />
      {/* Only what the chosen kind asks for is shown, by style alone: so also before scripts have loaded. */}
      <div className="hidden group-has-[[value=entra]:checked]:block">
        <TextField name="directoryId" label={labels.directoryId} hint={t('directoryHint')} />
      </div>
      <div className="group-has-[[value=entra]:checked]:hidden group-has-[[value=idporten]:checked]:hidden group-has-[[value=ansattporten]:checked]:hidden">
        <TextField name="issuer" label={labels.issuer} hint={t('issuerHint')} type="url" />
      </div>
      <div className="hidden group-has-[[value=ansattporten]:checked]:block group-has-[[value=idporten]:checked]:block">
        <Select
          name="environment"
          label={labels.environment}
          hint={t('environmentHint')}
          initial="production"
          choices={(['production', 'test'] as const).map((value) => ({ value, text: t(`environmentKind.${value}`) }))}
        />
      </div>
      <div>
        <button type="submit" className="ds-button">
          {t('check')}
        </button>
      </div>
    </ActionForm>
  )
}
