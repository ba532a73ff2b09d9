import type { Evidence, EvidenceReason } from '@/lib/experiences/evidence/rules'
import type { Translator } from '@/lib/platform/i18n'

interface Props {
  t: Translator
  evidence: Evidence
  /** Whether the reader answers for the report, and so can do something about it. */
  isOwn: boolean
}

/** The level of evidence with what it rests on, and what would lift it. */
export function EvidenceBox({ t, evidence, isOwn }: Props) {
  const { level, facts, reasons, lifts } = evidence
  const words = (reason: EvidenceReason, isMet: boolean) =>
    t(`experience.evidenceReason.${reason}.${isMet ? 'met' : 'missing'}`, { count: facts.confirmedBy })
  return (
    <section aria-labelledby="bevis" className="panel grid gap-2">
      <h2 id="bevis" className="text-lg">
        {t('experience.evidence')}
      </h2>
      <p className="font-semibold">{t(`experience.evidence${level}`)}</p>
      <ul className="grid gap-1">
        {reasons.map(({ reason, isMet }) => (
          <li key={reason} className={isMet ? undefined : 'muted'}>
            <span aria-hidden="true">{isMet ? '✓' : '–'}</span> {words(reason, isMet)}
          </li>
        ))}
      </ul>
      {lifts.length > 0 && (
        <details>
          <summary className="text-sm">{t('experience.evidenceLifts')}</summary>
          <ul className="mt-2 grid list-disc gap-1 pl-5 text-sm">
            {lifts.map((lift) => (
              <li key={lift.level}>
                {t('experience.evidenceLift', {
                  level: t(`experience.evidence${lift.level}`),
                  by: lift.by.map((reason) => t(`experience.evidenceReason.${reason}.lift`)).join(` ${t('experience.and')} `),
                })}
              </li>
            ))}
          </ul>
          {isOwn && <p className="mt-2 text-sm muted">{t('experience.evidenceOwn')}</p>}
        </details>
      )}
    </section>
  )
}
