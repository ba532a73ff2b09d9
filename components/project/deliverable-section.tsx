import { Section } from '@/components/ui/section'
import { Tag } from '@/components/ui/tag'
import type { DeliverableStatus } from '@/generated/prisma/enums'
import type { Translator } from '@/lib/platform/i18n'
import { formatDate, type Locale } from '@/lib/platform/locale'

interface Texts {
  t: Translator
  locale: Locale
}

interface Deliverable {
  id: string
  title: string
  startOn: string | null
  endOn: string | null
  quality: string
  acceptance: string
  status: DeliverableStatus
}

const deliverableColours = {
  on_plan: 'success',
  minor_deviation: 'warning',
  major_deviation: 'danger',
  approved: 'primary',
} as const

export function DeliverableSection({ t, locale, deliverables }: Texts & { deliverables: Deliverable[] }) {
  return (
    <Section id="leveranser" title={t('project.deliverables')}>
      {deliverables.length === 0 && <p className="muted">{t('project.noDeliverables')}</p>}
      <div className="grid gap-4 md:grid-cols-2">
        {deliverables.map((deliverable) => (
          <article key={deliverable.id} className="panel grid content-start gap-1">
            <h3 className="text-lg">{deliverable.title}</h3>
            <p className="flex flex-wrap items-center gap-2 text-sm">
              <Tag colour={deliverableColours[deliverable.status]}>{t(`choices.deliverableStatus.${deliverable.status}`)}</Tag>
              {deliverable.startOn && deliverable.endOn && (
                <span>
                  {t('project.fromTo', {
                    start: formatDate(deliverable.startOn, locale, 'short'),
                    end: formatDate(deliverable.endOn, locale, 'short'),
                  })}
                </span>
              )}
            </p>
            {deliverable.quality && (
              <p>
                <span className="muted">{t('project.quality')}:</span> {deliverable.quality}
              </p>
            )}
            {deliverable.acceptance && (
              <p>
                <span className="muted">{t('project.acceptance')}:</span> {deliverable.acceptance}
              </p>
            )}
          </article>
        ))}
      </div>
    </Section>
  )
}
