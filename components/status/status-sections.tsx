import { StatusMark } from '@/components/ui/status-mark'
import type { Translator } from '@/lib/platform/i18n'
import { type StatusValues, severityOf, statusSections } from '@/lib/portfolio/rules'
import type { Trend } from '@/lib/status/rules'
import { TrendMark } from './trend-mark'

interface Props {
  t: Translator
  values: StatusValues
  comments: Record<keyof StatusValues, string>
  trends: Record<keyof StatusValues, Trend | null>
}

/** Every section of a report: where it stands, where it is going, and what was said of it. */
export function StatusSections({ t, values, comments, trends }: Props) {
  return (
    <dl className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
      {statusSections.map((name) => (
        <div key={name} className="panel">
          <dt className="text-sm muted">{t(`choices.statusSection.${name}`)}</dt>
          <dd className="grid gap-1">
            <span className="flex items-baseline gap-2 font-semibold">
              <StatusMark
                severity={severityOf(name, values[name])}
                word={t(`choices.${name}.${values[name]}` as 'choices.risk.low')}
              />
              <TrendMark t={t} trend={trends[name]} />
            </span>
            {comments[name] && <span className="whitespace-pre-line text-sm">{comments[name]}</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
