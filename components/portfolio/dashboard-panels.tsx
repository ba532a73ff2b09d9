import Link from 'next/link'
import { Bars } from '@/components/charts/bars'
import { StatusMark } from '@/components/ui/status-mark'
import { TableScroll } from '@/components/ui/table-scroll'
import { Tag } from '@/components/ui/tag'
import type { Translator } from '@/lib/platform/i18n'
import { formatDate, formatNumber, formatThousands, type Locale } from '@/lib/platform/locale'
import type { Dashboard } from '@/lib/portfolio/dashboard/queries'
import { figureRows } from '@/lib/portfolio/dashboard/rules'
import { type StatusValues, severityOf, statusSections } from '@/lib/portfolio/rules'

interface Props {
  t: Translator
  locale: Locale
  board: Dashboard
}

function Panel({ id, title, intro, children }: { id: string; title: string; intro?: string; children: React.ReactNode }) {
  return (
    <section aria-labelledby={`${id}-tittel`} className="panel grid content-start gap-4">
      <div>
        <h2 id={`${id}-tittel`} className="text-xl">
          {title}
        </h2>
        {intro && <p className="text-sm muted">{intro}</p>}
      </div>
      {children}
    </section>
  )
}

/** What needs somebody now: every number leads to the rows behind it. */
export function FigurePanels({ t, locale, board, today }: Props & { today: string }) {
  const running = board.lifecycles.filter(({ lifecycle }) => lifecycle === 'active').reduce((sum, { count }) => sum + count, 0)
  const figures = [
    { label: t('dashboard.running'), value: running, href: '/portefolje?f-tilstand=active', isBad: false },
    {
      label: t('dashboard.overdueReports'),
      value: board.overdueReports,
      href: `/portefolje?${figureRows.overdueReports}`,
      isBad: true,
    },
    {
      label: t('dashboard.openConditions'),
      value: board.conditions.open,
      href: `/portefolje/vilkar?${figureRows.openConditions}`,
      isBad: false,
    },
    {
      label: t('dashboard.overdueConditions'),
      value: board.conditions.overdue,
      href: `/portefolje/vilkar?${figureRows.overdueConditions(today)}`,
      isBad: true,
    },
    { label: t('dashboard.worse'), value: board.worsened.length, href: '#verre-tittel', isBad: true },
    {
      label: t('dashboard.unmeasured'),
      value: board.benefits.unmeasured,
      href: '/portefolje/gevinster?f-indikator=utfylt&f-malt=tom',
      isBad: false,
    },
  ]
  return (
    <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3 xl:grid-cols-6">
      {figures.map(({ label, value, href, isBad }) => (
        <li key={label} className="panel linked-card">
          <Link href={href} prefetch={false} className="cover block">
            <span className="block text-sm">{label}</span>
            <strong className="text-3xl" data-color={isBad && value > 0 ? 'danger' : undefined}>
              {isBad && value > 0 && <span aria-hidden="true">! </span>}
              {formatNumber(value, locale, 0)}
            </strong>
          </Link>
        </li>
      ))}
    </ul>
  )
}

const names = (phase: Dashboard['phases'][number], locale: Locale) =>
  ({ nb: phase.nameNb, nn: phase.nameNn, en: phase.nameEn })[locale]

/** How many projects stand in each phase, as bars and as a table with their money. */
export function PhasePanel({ t, locale, board }: Props) {
  const href = (code: string) => `/portefolje?f-fase=${code}&f-tilstand=active&f-tilstand=waiting`
  return (
    <Panel id="faser" title={t('dashboard.phases')} intro={t('dashboard.phasesIntro')}>
      <Bars
        label={t('dashboard.phases')}
        locale={locale}
        rows={board.phases.map((phase) => ({ label: names(phase, locale), value: phase.count, href: href(phase.code) }))}
      />
      <TableScroll label={t('dashboard.phases')}>
        <table className="ds-table" data-border="true" data-size="sm">
          <caption className="sr-only">{t('dashboard.phaseMoney')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('lists.columns.fase')}</th>
              <th scope="col" className="figures">
                {t('dashboard.projects')}
              </th>
              <th scope="col" className="figures">
                {t('project.budget')}
              </th>
              <th scope="col" className="figures">
                {t('project.cost')}
              </th>
              <th scope="col" className="figures">
                {t('project.forecast')}
              </th>
            </tr>
          </thead>
          <tbody>
            {board.phases.map((phase) => (
              <tr key={phase.code}>
                <th scope="row">
                  <Link href={href(phase.code)} prefetch={false} className="underline">
                    {names(phase, locale)}
                  </Link>
                </th>
                <td className="figures">{phase.count}</td>
                <td className="figures">{formatThousands(phase.budget, locale)}</td>
                <td className="figures">{formatThousands(phase.cost, locale)}</td>
                <td className="figures">{formatThousands(phase.forecast, locale)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      <p className="text-sm muted">{t('lists.thousands')}</p>
    </Panel>
  )
}

const columnOf: Record<keyof StatusValues, string> = {
  progress: 'fremdrift',
  economy: 'okonomi',
  quality: 'kvalitet',
  risk: 'risiko',
  benefit: 'gevinst',
}

/** How many running projects last reported each status; each number leads to them. */
export function StatusPanel({ t, board }: Props) {
  return (
    <Panel id="status" title={t('dashboard.statuses')} intro={t('dashboard.statusesIntro')}>
      <dl className="grid gap-4">
        {statusSections.map((section) => (
          <div key={section} className="grid gap-1">
            <dt className="font-semibold">{t(`choices.statusSection.${section}`)}</dt>
            <dd>
              <ul className="flex flex-wrap gap-x-5 gap-y-1">
                {board.statuses
                  .filter((status) => status.section === section)
                  .sort((a, b) => severityRank(section, a.value) - severityRank(section, b.value))
                  .map(({ value, count }) => (
                    <li key={value}>
                      <Link
                        href={`/portefolje?f-${columnOf[section]}=${value}&f-tilstand=active&f-tilstand=waiting`}
                        prefetch={false}
                        className="inline-flex items-center gap-2 underline underline-offset-4"
                      >
                        <StatusMark
                          severity={severityOf(section, value as never)}
                          word={`${t(`choices.${section}.${value}` as 'choices.risk.low')}: ${count}`}
                        />
                      </Link>
                    </li>
                  ))}
              </ul>
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}

const ranks = ['bad', 'warning', 'ok', 'good', 'none']
const severityRank = (section: keyof StatusValues, value: string) => ranks.indexOf(severityOf(section, value as never))

/** What got worse since last month, and from what to what. */
export function WorsenedPanel({ t, board }: Props) {
  const word = (section: keyof StatusValues, value: string) => t(`choices.${section}.${value}` as 'choices.risk.low')
  return (
    <Panel id="verre" title={t('dashboard.worse')} intro={t('dashboard.worseIntro')}>
      {board.worsened.length === 0 && <p>{t('dashboard.nothingWorse')}</p>}
      <ul className="grid gap-3">
        {board.worsened.map(({ id, title, sections }) => (
          <li key={id}>
            <Link href={`/prosjekter/${id}/status`} prefetch={false} className="font-semibold underline underline-offset-4">
              {title}
            </Link>
            <ul className="text-sm">
              {sections.map(({ section, before, now }) => (
                <li key={section}>
                  {t('dashboard.worseLine', {
                    section: t(`choices.statusSection.${section}`),
                    before: word(section, before),
                    now: word(section, now),
                  })}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** The decision points that come, and those that should have been. */
export function GatePanel({ t, locale, board, today }: Props & { today: string }) {
  return (
    <Panel id="beslutninger" title={t('dashboard.gates')} intro={t('dashboard.gatesIntro')}>
      {board.gates.length === 0 && <p>{t('dashboard.noGates')}</p>}
      <ul className="grid gap-2">
        {board.gates.map((gate) => (
          <li key={gate.id} className="flex flex-wrap items-baseline justify-between gap-x-4">
            <Link href={`/prosjekter/${gate.id}/faser`} prefetch={false} className="underline underline-offset-4">
              {gate.gate} {gate.title}
            </Link>
            <span className="flex items-baseline gap-2">
              {gate.on < today && <Tag colour="danger">{t('project.overdue')}</Tag>}
              {formatDate(gate.on, locale, 'short')}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** Benefits planned against realised. */
export function BenefitPanel({ t, locale, board }: Props) {
  const { rows: count, withoutIndicator, unmeasured, measured, reached, averagePct } = board.benefits
  const rows = [
    { label: t('dashboard.benefitCount'), value: count, href: '/portefolje/gevinster?visning=alle' },
    { label: t('dashboard.withoutIndicator'), value: withoutIndicator, href: '/portefolje/gevinster?f-indikator=tom' },
    { label: t('dashboard.unmeasured'), value: unmeasured, href: '/portefolje/gevinster?f-indikator=utfylt&f-malt=tom' },
    { label: t('dashboard.measured'), value: measured, href: '/portefolje/gevinster?f-malt=utfylt' },
    { label: t('dashboard.reached'), value: reached, href: '/portefolje/gevinster?f-oppnadd-fra=100' },
  ]
  return (
    <Panel id="gevinster" title={t('dashboard.benefits')}>
      <Bars label={t('dashboard.benefits')} locale={locale} rows={rows} />
      <p>
        {averagePct === null
          ? t('dashboard.noAverage')
          : t('dashboard.average', { percent: formatNumber(averagePct, locale, 0) })}
      </p>
    </Panel>
  )
}
