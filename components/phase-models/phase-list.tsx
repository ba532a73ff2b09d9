import { Tag } from '@/components/ui/tag'
import type { PhaseDraft } from '@/lib/phase-models/rules'
import type { Translator } from '@/lib/platform/i18n'
import { inLocale, type Locale } from '@/lib/platform/locale'

interface Props {
  t: Translator
  locale: Locale
  phases: PhaseDraft[]
}

/** The phases of a model in order, with the decision that ends each and what it asks for. */
export function PhaseList({ t, locale, phases }: Props) {
  return (
    <ol className="grid gap-3">
      {phases.map((phase) => (
        <li key={phase.code} className="panel grid gap-2">
          <h3 className="flex flex-wrap items-center gap-3 text-lg">
            {inLocale({ nb: phase.nameNb, nn: phase.nameNn, en: phase.nameEn }, locale)}
            {phase.gate && <Tag colour="info">{phase.gate}</Tag>}
            {phase.hasStages && <Tag>{t('phaseModels.stages')}</Tag>}
          </h3>
          {phase.checklist.length === 0 ? (
            <p className="muted">{t('phaseModels.noChecklist')}</p>
          ) : (
            <ul className="grid list-disc gap-1 pl-5">
              {phase.checklist.map((check, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two may read the same, and the list never changes order
                <li key={index}>
                  {locale === 'nn' ? check.textNn : check.textNb}
                  {check.isMandatory && <span className="muted"> · {t('phaseModels.mandatory')}</span>}
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  )
}
