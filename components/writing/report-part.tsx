'use client'
import { useTranslations } from 'use-intl'
import { type Choice, Select } from '@/components/forms/field'
import type { SectionKind, Visibility } from '@/generated/prisma/enums'
import { useProgress } from './progress'

type Place = SectionKind | 'short'

interface Props {
  kind: Place
  intro?: string
  /** Null where the section is always for all who read the report. */
  audience: { initial: Visibility | undefined; choices: Choice[] } | null
  children: React.ReactNode
}

/** A section of the report: its fields, what is still unanswered, and last whether fewer than the others may read it. */
export function ReportPart({ kind, intro, audience, children }: Props) {
  const t = useTranslations()
  return (
    <details open id={`del-${kind}`} className="writing-part">
      <summary>
        <h2 className="inline text-2xl">{t(`reportForm.${kind}`)}</h2> <Left kind={kind} />
      </summary>
      <div className="grid gap-5 pt-4">
        {intro && <p className="muted">{intro}</p>}
        {children}
        {audience && (
          <div className="max-w-sm">
            <Select
              name={`audiences.${kind}`}
              label={t('reportForm.sectionAudience')}
              hint={t('reportForm.sectionAudienceHint')}
              initial={audience.initial ?? 'same'}
              choices={[{ value: 'same', text: t('reportForm.same') }, ...audience.choices]}
            />
          </div>
        )}
      </div>
    </details>
  )
}

/** How many answers a section lacks. */
export function Left({ kind }: { kind: Place }) {
  const t = useTranslations('reportForm')
  const { missing } = useProgress()
  const count = missing.filter((answer) => answer.section === kind).length
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
