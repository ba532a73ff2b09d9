import { StatusMark } from '@/components/ui/status-mark'
import { TableScroll } from '@/components/ui/table-scroll'
import type { Translator } from '@/lib/platform/i18n'
import { formatDate, formatNok, type Locale } from '@/lib/platform/locale'
import { severityOf, statusSections } from '@/lib/portfolio/rules'
import type { StatusView } from '@/lib/status/queries'
import { trendsOf } from '@/lib/status/rules'
import { TrendMark } from './trend-mark'

interface Props {
  t: Translator
  locale: Locale
  from: StatusView
  to: StatusView
}

/** Two reports side by side, section by section, with what came and went between them. */
export function Comparison({ t, locale, from, to }: Props) {
  const trends = trendsOf(from.values, to.values)
  const money = ['budgetNok', 'costNok', 'forecastNok'] as const
  const labels = { budgetNok: t('project.budget'), costNok: t('status.costToDate'), forecastNok: t('project.forecast') }
  return (
    <TableScroll label={t('status.compareTitle')}>
      <table className="ds-table" data-border="true">
        <thead>
          <tr>
            <td />
            <th scope="col">{formatDate(from.periodEndOn, locale)}</th>
            <th scope="col">{formatDate(to.periodEndOn, locale)}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t('status.text')}</th>
            <td className="min-w-64 whitespace-pre-line">{from.text}</td>
            <td className="min-w-64 whitespace-pre-line">{to.text}</td>
          </tr>
          {statusSections.map((name) => (
            <tr key={name}>
              <th scope="row">{t(`choices.statusSection.${name}`)}</th>
              {[from, to].map((report) => (
                <td key={report.id}>
                  <span className="flex items-baseline gap-2 font-semibold">
                    <StatusMark
                      severity={severityOf(name, report.values[name])}
                      word={t(`choices.${name}.${report.values[name]}` as 'choices.risk.low')}
                    />
                    {report === to && <TrendMark t={t} trend={trends[name]} />}
                  </span>
                  <span className="whitespace-pre-line text-sm">{report.comments[name]}</span>
                </td>
              ))}
            </tr>
          ))}
          {money.map((figure) => (
            <tr key={figure}>
              <th scope="row">{labels[figure]}</th>
              <td>{formatNok(from[figure], locale)}</td>
              <td>
                {formatNok(to[figure], locale)}{' '}
                <span className="text-sm muted">{difference(t, locale, to[figure] - from[figure])}</span>
              </td>
            </tr>
          ))}
          <ComeAndGone
            label={t('project.uncertainties')}
            texts={{ came: t('status.came'), went: t('status.went'), same: t('status.sameThings') }}
            before={from.picture.uncertainties.map(({ title }) => title)}
            after={to.picture.uncertainties.map(({ title }) => title)}
          />
          <ComeAndGone
            label={t('project.deliverables')}
            texts={{ came: t('status.came'), went: t('status.went'), same: t('status.sameThings') }}
            before={from.picture.deliverables.map(({ title }) => title)}
            after={to.picture.deliverables.map(({ title }) => title)}
          />
        </tbody>
      </table>
    </TableScroll>
  )
}

function difference(t: Translator, locale: Locale, amount: number): string {
  if (amount === 0) return t('status.unchanged')
  return amount > 0 ? `+${formatNok(amount, locale)}` : formatNok(amount, locale)
}

interface ComeAndGoneProps {
  label: string
  texts: { came: string; went: string; same: string }
  before: string[]
  after: string[]
}

function ComeAndGone({ label, texts, before, after }: ComeAndGoneProps) {
  const came = after.filter((title) => !before.includes(title))
  const went = before.filter((title) => !after.includes(title))
  return (
    <tr>
      <th scope="row">{label}</th>
      <td>{before.length}</td>
      <td>
        {after.length}
        <ul className="text-sm">
          {came.map((title) => (
            <li key={`+${title}`}>
              {texts.came}: {title}
            </li>
          ))}
          {went.map((title) => (
            <li key={`-${title}`}>
              {texts.went}: {title}
            </li>
          ))}
          {came.length + went.length === 0 && <li>{texts.same}</li>}
        </ul>
      </td>
    </tr>
  )
}
