import { measured } from '@/components/experience/effect-table'
import { Section } from '@/components/ui/section'
import { Tag } from '@/components/ui/tag'
import type { BenefitCategory, BenefitKind, IndicatorUnit } from '@/generated/prisma/enums'
import type { Translator } from '@/lib/platform/i18n'
import { formatDate, type Locale } from '@/lib/platform/locale'
import { achievementPct } from '@/lib/projects/rules'

interface Texts {
  t: Translator
  locale: Locale
}

interface Benefit {
  id: string
  title: string
  change: string
  kind: BenefitKind
  category: BenefitCategory
  howRealised: string
  indicators: {
    id: string
    title: string
    unit: IndicatorUnit
    start: number
    target: number
    measurements: { on: string; value: number }[]
  }[]
}

export function BenefitSection({ t, locale, benefits, isInside }: Texts & { benefits: Benefit[]; isInside: boolean }) {
  return (
    <Section id="gevinster" title={t('project.benefits')}>
      {benefits.length === 0 && <p className="muted">{t('project.noBenefits')}</p>}
      <div className="grid gap-4 md:grid-cols-2">
        {benefits.map((benefit) => (
          <article key={benefit.id} className="panel grid content-start gap-2">
            <h3 className="text-lg">{benefit.title}</h3>
            <p className="flex flex-wrap gap-2">
              <Tag>{t(`choices.benefitKind.${benefit.kind}`)}</Tag>
              <Tag colour="primary">{t(`choices.benefitCategory.${benefit.category}`)}</Tag>
            </p>
            <p>
              <span className="muted">{t('project.change')}:</span> {benefit.change}
            </p>
            {benefit.howRealised && (
              <p>
                <span className="muted">{t('project.howRealised')}:</span> {benefit.howRealised}
              </p>
            )}
            {benefit.indicators.length === 0 && <p className="text-sm muted">{t('project.noIndicator')}</p>}
            {benefit.indicators.map((indicator) => (
              <Indicator key={indicator.id} t={t} locale={locale} indicator={indicator} isInside={isInside} />
            ))}
          </article>
        ))}
      </div>
    </Section>
  )
}

function Indicator({ t, locale, indicator, isInside }: Texts & { indicator: Benefit['indicators'][number]; isInside: boolean }) {
  const latest = indicator.measurements.at(-1)
  const show = (value: number) => measured(t, locale, value, indicator.unit)
  const percent = latest && achievementPct(indicator, latest.value)
  return (
    <div className="border-t border-neutral-border-subtle pt-2 text-sm">
      <p className="font-semibold">{indicator.title}</p>
      <p>{t('project.startTarget', { start: show(indicator.start), target: show(indicator.target) })}</p>
      {latest && percent !== undefined && (
        <>
          <p>{t('project.latest', { date: formatDate(latest.on, locale, 'short'), value: show(latest.value) })}</p>
          <p className="flex items-center gap-2">
            <meter min={0} max={100} value={Math.max(0, Math.min(100, percent))} aria-label={indicator.title} className="w-32" />
            {t('project.achievement', { percent: String(percent) })}
          </p>
        </>
      )}
      {!latest && isInside && <p className="muted">{t('project.notMeasured')}</p>}
    </div>
  )
}
