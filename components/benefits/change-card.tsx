import Link from 'next/link'
import { Sparkline } from '@/components/charts/sparkline'
import { Tag } from '@/components/ui/tag'
import type { BenefitPage } from '@/lib/benefits/queries'
import type { Translator } from '@/lib/platform/i18n'
import { formatDate, formatNumber, type Locale } from '@/lib/platform/locale'
import { achievementPct } from '@/lib/projects/rules'
import { figureText } from './figure'

type Change = BenefitPage['changes'][number]
type Benefit = Change['benefits'][number]
type Indicator = Benefit['indicators'][number]

interface Props {
  t: Translator
  locale: Locale
  projectId: string
  isOwn: boolean
  mayChange: boolean
}

/** What will be different, and every benefit that follows from it – also those nobody measures yet. */
export function ChangeCard({ change, ...rest }: Props & { change: Change }) {
  const { t, projectId, mayChange } = rest
  return (
    <section aria-labelledby={`endring-${change.id}`} className="panel grid gap-5">
      <div>
        <p className="eyebrow">{t('item.change.one')}</p>
        <h2 id={`endring-${change.id}`} className="text-xl">
          <Link
            href={`/prosjekter/${projectId}/endringer/${change.id}`}
            prefetch={false}
            className="underline underline-offset-4"
          >
            {change.text}
          </Link>
        </h2>
      </div>
      {change.benefits.length === 0 && <p className="muted">{t('project.noBenefitOfChange')}</p>}
      {change.benefits.map((benefit) => (
        <BenefitPart key={benefit.id} {...rest} benefit={benefit} />
      ))}
      {mayChange && (
        <p>
          <Link
            href={`/prosjekter/${projectId}/gevinster/ny?under=${change.id}`}
            prefetch={false}
            className="ds-button"
            data-variant="tertiary"
            data-size="sm"
          >
            {t('item.benefit.add')}
          </Link>
        </p>
      )}
    </section>
  )
}

function BenefitPart({ t, locale, projectId, isOwn, mayChange, benefit }: Props & { benefit: Benefit }) {
  const facts = [
    t(`choices.benefitKind.${benefit.kind}`),
    t(`choices.benefitCategory.${benefit.category}`),
    benefit.responsible,
    benefit.expectedFromOn && t('project.expectedFrom', { date: formatDate(benefit.expectedFromOn, locale) }),
  ]
  return (
    <div className="grid gap-3 border-neutral-border-subtle border-t pt-4">
      <div>
        <h3 className="text-lg">
          <Link
            href={`/prosjekter/${projectId}/gevinster/${benefit.id}`}
            prefetch={false}
            className="underline underline-offset-4"
          >
            {benefit.title}
          </Link>
        </h3>
        <p className="text-sm muted">{facts.filter(Boolean).join(' · ')}</p>
        {benefit.howRealised && <p className="mt-1">{benefit.howRealised}</p>}
      </div>
      {benefit.indicators.length === 0 && (
        <p>
          <Tag colour="warning">{t('project.noIndicator')}</Tag>{' '}
          {mayChange && (
            <Link href={`/prosjekter/${projectId}/maleindikatorer/ny?under=${benefit.id}`} prefetch={false} className="underline">
              {t('item.indicator.add')}
            </Link>
          )}
        </p>
      )}
      {benefit.indicators.map((indicator) => (
        <IndicatorPart
          key={indicator.id}
          t={t}
          locale={locale}
          projectId={projectId}
          isOwn={isOwn}
          mayChange={mayChange}
          indicator={indicator}
        />
      ))}
    </div>
  )
}

function IndicatorPart({ t, locale, projectId, isOwn, mayChange, indicator }: Props & { indicator: Indicator }) {
  const figure = (value: number) => figureText(t, locale, indicator.unit, value)
  const latest = indicator.measurements.at(-1)
  const achievement = latest ? achievementPct(indicator, latest.value) : null
  return (
    <div className="grid items-center gap-x-6 gap-y-2 sm:grid-cols-[1fr_auto]">
      <div>
        <p className="font-semibold">
          <Link
            href={`/prosjekter/${projectId}/maleindikatorer/${indicator.id}`}
            prefetch={false}
            className="underline underline-offset-4"
          >
            {indicator.title}
          </Link>
        </p>
        <p className="text-sm">
          {t('project.startTarget', { start: figure(indicator.start), target: figure(indicator.target) })}
        </p>
        {isOwn && (
          <p className="text-sm">
            {latest
              ? t('project.latest', { date: formatDate(latest.on, locale, 'short'), value: figure(latest.value) })
              : t('project.notMeasured')}
            {achievement !== null && (
              <strong className="ml-2">{t('project.achievement', { percent: formatNumber(achievement, locale, 0) })}</strong>
            )}
          </p>
        )}
        {mayChange && (
          <Link
            href={`/prosjekter/${projectId}/malinger/ny?under=${indicator.id}`}
            prefetch={false}
            className="text-sm underline"
          >
            {t('item.measurement.add')}
            <span className="sr-only">: {indicator.title}</span>
          </Link>
        )}
      </div>
      <Sparkline
        points={indicator.measurements}
        start={indicator.start}
        target={indicator.target}
        label={t('project.measurementsOf', { title: indicator.title })}
        locale={locale}
      />
    </div>
  )
}
