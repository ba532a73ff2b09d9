'use client'
import { useTranslations } from 'use-intl'
import { type Choice, Select } from '@/components/forms/field'
import { useRefusal } from '@/components/forms/form-context'
import type { SectionKind, Visibility } from '@/generated/prisma/enums'
import { answers } from '@/lib/experiences/form/rules'
import { useProgress } from './progress'

type Place = SectionKind | 'short'

interface Props {
  kind: Place
  intro?: string
  /** Null where the section is always for all who read the report. */
  audience: { initial: Visibility | undefined; choices: Choice[] } | null
  children: React.ReactNode
}

const mustBeThere = new Set(answers.filter(({ isRequired }) => isRequired).map(({ section }) => section))

/**
 * A section of the report: its fields, what is still unanswered, and last whether fewer than the others may read it. What the project has
 * filled in and need not be there lies folded, and unfolds where something in it was refused.
 */
export function ReportPart({ kind, intro, audience, children }: Props) {
  const t = useTranslations()
  const isRefused = useRefusal() !== null
  return (
    <details open={mustBeThere.has(kind) || isRefused} id={`del-${kind}`} className="writing-part">
      <summary>
        <h2 className="inline text-2xl">{t(`reportForm.${kind}`)}</h2> <Left kind={kind} />
      </summary>
      <div className="grid gap-5 pt-4">
        {intro && <p className="muted">{intro}</p>}
        {children}
        {audience && (
          <details open={audience.initial !== undefined || isRefused} className="writing-readers">
            <summary className="text-sm">
              {t('reportForm.fewerReaders')} <span className="sr-only">{t(`reportForm.${kind}`)}</span>
            </summary>
            <div className="max-w-sm pt-3">
              <Select
                name={`audiences.${kind}`}
                label={t('reportForm.sectionAudience')}
                hint={t('reportForm.sectionAudienceHint')}
                initial={audience.initial ?? 'same'}
                choices={[{ value: 'same', text: t('reportForm.same') }, ...audience.choices]}
              />
            </div>
          </details>
        )}
      </div>
    </details>
  )
}

/** The fields of a section that need not be there, one press away. */
export function RestOfPart({ kind, children }: { kind: Place; children: React.ReactNode }) {
  const t = useTranslations()
  const isRefused = useRefusal() !== null
  return (
    <details open={isRefused} className="writing-rest">
      <summary>
        {t('reportForm.rest')} <span className="sr-only">{t(`reportForm.${kind}`)}</span> <Left kind={kind} onlyRest />
      </summary>
      <div className="grid gap-5 pt-4">{children}</div>
    </details>
  )
}

/** How many answers a section lacks, or the part of it that need not be there. */
export function Left({ kind, onlyRest = false }: { kind: Place; onlyRest?: boolean }) {
  const t = useTranslations('reportForm')
  const { missing } = useProgress()
  const count = missing.filter(({ section, isRequired }) => section === kind && !(onlyRest && isRequired)).length
  return <span className="text-sm font-normal muted">{count > 0 ? t('left', { count }) : t('done')}</span>
}

/** A field with, for as long as it is empty, an example of a good answer under it. */
export function Gap({ field, example, children }: { field: string; example: string; children: React.ReactNode }) {
  const t = useTranslations('reportForm')
  const isMissing = useProgress().missing.some((answer) => answer.field === field)
  return (
    <div className="grid gap-2">
      {children}
      {isMissing && (
        <p className="writing-gap">
          <strong>{t('gap')}</strong> {t('goodAnswer', { example })}
        </p>
      )}
    </div>
  )
}
