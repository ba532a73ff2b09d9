'use client'
import { useTranslations } from 'use-intl'
import { ActionForm } from '@/components/forms/action-form'
import { Checkbox, Select } from '@/components/forms/field'
import { type HeldDuty, nameOfDuty } from '@/lib/people/handover/rules'

interface Props {
  action: React.ComponentProps<typeof ActionForm>['action']
  personId: string
  /** Those that can be given one by one, those of a project together. */
  duties: HeldDuty[]
  /** How many more there are. */
  more: number
  colleagues: { id: string; name: string }[]
  mayDeactivate: boolean
}

/** Who takes over: one gets all, but for what is given to others. */
export function HandOverForm({ action, personId, duties, more, colleagues, mayDeactivate }: Props) {
  const t = useTranslations('handOver')
  const choices = colleagues.map(({ id, name }) => ({ value: id, text: name }))
  const places = [...new Map(duties.map(({ project }) => [project?.id ?? '', project?.title ?? t('others')]))]
  return (
    <ActionForm action={action} labels={{ toId: t('to') }} draft={`overlever:${personId}`} className="grid max-w-3xl gap-6">
      <input type="hidden" name="personId" value={personId} />
      <Select name="toId" label={t('to')} hint={t('toHint')} choices={choices} empty={t('choose')} />
      <details>
        <summary>{t('each')}</summary>
        <div className="mt-4 grid gap-8">
          {places.map(([id, title]) => (
            <fieldset key={id} className="grid gap-4">
              <legend className="text-lg font-semibold">{title}</legend>
              {duties.map((duty, index) =>
                (duty.project?.id ?? '') === id ? (
                  <Gift key={nameOfDuty(duty)} duty={duty} index={index} choices={choices} />
                ) : null,
              )}
            </fieldset>
          ))}
          {more > 0 && <p>{t('more', { count: more })}</p>}
        </div>
      </details>
      {mayDeactivate && <Checkbox name="deactivate" label={t('deactivate')} hint={t('deactivateHint')} />}
      <div>
        <button type="submit" className="ds-button">
          {t('submit')}
        </button>
      </div>
    </ActionForm>
  )
}

function Gift({ duty, index, choices }: { duty: HeldDuty; index: number; choices: { value: string; text: string }[] }) {
  const t = useTranslations()
  const title = duty.kind === 'member' ? t(`choices.projectRole.${duty.title}`) : duty.title
  return (
    <>
      <input type="hidden" name={`gifts.${index}.key`} value={nameOfDuty(duty)} />
      <Select
        name={`gifts.${index}.toId`}
        label={t(`handOver.kind.${duty.kind}`, { title })}
        choices={choices}
        empty={t('handOver.same')}
      />
    </>
  )
}
