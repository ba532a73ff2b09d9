'use client'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { ActionForm, VersionField } from '@/components/forms/action-form'
import { TextField } from '@/components/forms/field'
import { useRefusal } from '@/components/forms/form-context'
import { SaveOrCancel } from '@/components/forms/save-or-cancel'
import { most, type PhaseDraft, phasesOf } from '@/lib/phase-models/rules'
import { PhaseRows } from './phase-rows'

interface Props {
  action: React.ComponentProps<typeof ActionForm>['action']
  /** None for a new one. */
  modelId: string | null
  version: number
  name: string
  phases: PhaseDraft[]
  cancelHref: string
}

/** A phase model with its phases in order, and what each asks for. */
export function PhaseModelForm({ action, modelId, version, name, phases, cancelHref }: Props) {
  const t = useTranslations('phaseModels')
  return (
    <ActionForm action={action} labels={useLabels()} className="grid max-w-4xl gap-8">
      {modelId && <input type="hidden" name="modelId" value={modelId} />}
      {modelId && <VersionField name="version" version={version} />}
      <TextField name="name" label={t('name')} hint={t('nameHint')} initial={name} isRequired />
      <KeptRows phases={phases} />
      <SaveOrCancel cancelHref={cancelHref} />
    </ActionForm>
  )
}

/** What was typed comes back with the form: each refusal begins the rows over from it. */
function KeptRows({ phases }: { phases: PhaseDraft[] }) {
  const refusal = useRefusal()
  const [seen, setSeen] = useState({ refusal, times: 0 })
  if (seen.refusal !== refusal) setSeen({ refusal, times: seen.times + 1 })
  return <PhaseRows key={seen.times} initial={refusal ? phasesOf(refusal.values) : phases} />
}

/** The name of every field by place, for the summary of errors and to show both versions of what two have changed. */
function useLabels(): Record<string, string> {
  const t = useTranslations('phaseModels')
  const labels: Record<string, string> = { name: t('name') }
  const words = {
    nameNb: t('nameNb'),
    nameNn: t('nameNn'),
    nameEn: t('nameEn'),
    gate: t('gate'),
    hasStages: t('hasStages'),
  }
  const checkWords = { textNb: t('textNb'), textNn: t('textNn'), isMandatory: t('isMandatory') }
  for (let index = 0; index < most.phases; index++) {
    const phase = t('phase', { number: index + 1 })
    for (const [field, word] of Object.entries(words)) labels[`phases.${index}.${field}`] = `${phase}, ${word}`
    for (let line = 0; line < most.checks; line++)
      for (const [field, word] of Object.entries(checkWords))
        labels[`phases.${index}.checklist.${line}.${field}`] = `${phase}, ${t('check', { number: line + 1 })}, ${word}`
  }
  return labels
}
