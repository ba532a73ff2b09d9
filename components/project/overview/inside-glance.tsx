import Link from 'next/link'
import { EventList } from '@/components/history/event-list'
import { StatusMark } from '@/components/ui/status-mark'
import type { Translator } from '@/lib/platform/i18n'
import { formatDate, formatNok, type Locale } from '@/lib/platform/locale'
import { severityOf, statusSections } from '@/lib/portfolio/rules'
import type { ProjectOverview } from '@/lib/projects/overview/queries'
import { Glance } from './glance'

type Inside = NonNullable<ProjectOverview['inside']>

interface Props {
  t: Translator
  locale: Locale
  projectId: string
  inside: Inside
}

/** The latest status as it was published, section by section. */
export function StatusGlance({ t, locale, projectId, inside }: Props) {
  const { status } = inside
  return (
    <Glance id="status" title={t('project.status')} href={`/prosjekter/${projectId}/status`} more={t('projectNav.status')}>
      {!status && <p className="muted">{t('project.noStatus')}</p>}
      {status && (
        <div className="grid gap-4">
          <p className="text-sm muted">
            {t('project.statusFor', { date: formatDate(status.periodEndOn, locale) })}
            {status.author && `. ${t('project.statusBy', { name: status.author })}`}
          </p>
          <p className="prose">{status.text}</p>
          <dl className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
            {statusSections.map((name) => (
              <div key={name}>
                <dt className="text-sm muted">{t(`choices.statusSection.${name}`)}</dt>
                <dd className="font-semibold">
                  <StatusMark
                    severity={severityOf(name, status.values[name])}
                    word={t(`choices.${name}.${status.values[name]}` as 'choices.risk.low')}
                  />
                </dd>
              </div>
            ))}
          </dl>
        </div>
      )}
    </Glance>
  )
}

export function MoneyGlance({ t, locale, projectId, inside }: Props) {
  const { budgetNok, costNok, forecastNok } = inside.money
  const figures = [
    { label: t('project.budget'), value: budgetNok },
    { label: t('project.cost'), value: costNok },
    { label: t('project.forecast'), value: forecastNok },
  ]
  return (
    <Glance id="okonomi" title={t('project.economy')} href={`/prosjekter/${projectId}/okonomi`} more={t('projectNav.economy')}>
      <dl className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-1">
        {figures.map(({ label, value }) => (
          <div key={label} className="contents">
            <dt>{label}</dt>
            <dd className="figures font-semibold">{formatNok(value, locale)}</dd>
          </div>
        ))}
      </dl>
      {forecastNok > budgetNok && (
        <p className="mt-2 text-sm">{t('project.forecastOver', { amount: formatNok(forecastNok - budgetNok, locale) })}</p>
      )}
    </Glance>
  )
}

export function EventGlance({ t, locale, projectId, inside }: Props) {
  return (
    <Glance id="siste" title={t('project.lately')} href={`/prosjekter/${projectId}/historikk`} more={t('projectNav.history')}>
      <EventList texts={{ t, locale, people: [], phases: [] }} projectId={projectId} events={inside.events} />
    </Glance>
  )
}

/** Conditions that follow the project until somebody closes them. */
export function ConditionNotice({ t, projectId, inside }: Omit<Props, 'locale'>) {
  const { open, overdue } = inside.conditions
  if (open === 0) return null
  return (
    <p className="ds-alert mt-4" data-color={overdue > 0 ? 'danger' : 'warning'}>
      <Link href={`/prosjekter/${projectId}/faser#vilkar-tittel`} prefetch={false} className="underline">
        {overdue > 0 ? t('project.conditionsOverdue', { open, overdue }) : t('project.conditionsOpen', { open })}
      </Link>
    </p>
  )
}
