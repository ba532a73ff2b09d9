import Link from 'next/link'
import { Sparkline } from '@/components/charts/sparkline'
import { RiskMatrix } from '@/components/ui/risk-matrix'
import { TableScroll } from '@/components/ui/table-scroll'
import { Tag } from '@/components/ui/tag'
import type { UncertaintyKind, UncertaintyStatus } from '@/generated/prisma/enums'
import type { Translator } from '@/lib/platform/i18n'
import { formatDate, type Locale } from '@/lib/platform/locale'
import { riskLevel } from '@/lib/projects/rules'

export interface NumberedUncertainty {
  id: string
  number: number
  href: string
  kind: UncertaintyKind
  title: string
  cause: string
  consequenceText: string
  status: UncertaintyStatus
  /** When it came true, if it did, and what that led to. */
  occurredOn: string | null
  ledTo: string
  responsible: string | null
  probability: number
  consequence: number
  probabilityAfter: number
  consequenceAfter: number
  actions: { id: string; text: string; dueOn: string | null; isDone: boolean }[]
  /** How the factor was judged over time. */
  factors: { on: string; value: number }[]
}

const levelColours = { low: 'success', medium: 'warning', high: 'danger' } as const
const opportunityColours = { low: 'neutral', medium: 'info', high: 'success' } as const

/** High factors are told by word as well: the colour only helps the eye. For an opportunity, high is good. */
export function Factor({
  t,
  kind,
  probability,
  consequence,
}: {
  t: Translator
  kind: UncertaintyKind
  probability: number
  consequence: number
}) {
  const level = riskLevel(probability, consequence)
  const colours = kind === 'risk' ? levelColours : opportunityColours
  return (
    <span title={t('project.probabilityConsequence', { probability, consequence })}>
      <Tag colour={colours[level]}>
        {probability * consequence} {t(`choices.risk.${level}`)}
      </Tag>
    </span>
  )
}

type Placed = Pick<
  NumberedUncertainty,
  | 'number'
  | 'href'
  | 'kind'
  | 'status'
  | 'occurredOn'
  | 'title'
  | 'probability'
  | 'consequence'
  | 'probabilityAfter'
  | 'consequenceAfter'
>

/** Where what still matters stood before anything was done about it, and where it stands after. Risks and opportunities apart. */
export function UncertaintyMatrices({ t, uncertainties }: { t: Translator; uncertainties: Placed[] }) {
  const live = uncertainties.filter(({ status }) => status !== 'obsolete')
  const kinds = [
    { kind: 'risk', before: t('project.matrixBefore'), after: t('project.matrixAfter') },
    { kind: 'opportunity', before: t('project.opportunitiesBefore'), after: t('project.opportunitiesAfter') },
  ] as const
  return kinds.map(({ kind, before, after }) => {
    const own = live.filter((uncertainty) => uncertainty.kind === kind)
    if (own.length === 0) return null
    return (
      <div key={kind} className="mb-6 grid gap-2">
        <div className="grid gap-6 xl:grid-cols-2">
          <RiskMatrix t={t} kind={kind} caption={before} risks={own} />
          <RiskMatrix
            t={t}
            kind={kind}
            caption={after}
            risks={own.map((one) => ({ ...one, probability: one.probabilityAfter, consequence: one.consequenceAfter }))}
          />
        </div>
        <p className="text-sm muted">
          {t('project.matrixHint')} {own.some(({ occurredOn }) => occurredOn) && t('project.matrixOccurred')}
        </p>
      </div>
    )
  })
}

interface TableProps {
  t: Translator
  locale: Locale
  label: string
  uncertainties: NumberedUncertainty[]
  showsHistory: boolean
}

export function UncertaintyTable({ t, locale, label, uncertainties, showsHistory }: TableProps) {
  return (
    <TableScroll label={label}>
      <table className="ds-table" data-border="true">
        <thead>
          <tr>
            <th scope="col">{t('project.uncertainty')}</th>
            <th scope="col">{t('project.factorBefore')}</th>
            <th scope="col">{t('project.factorAfter')}</th>
            {showsHistory && <th scope="col">{t('project.factorHistory')}</th>}
            <th scope="col">{t('project.actions')}</th>
          </tr>
        </thead>
        <tbody>
          {uncertainties.map((uncertainty) => (
            <tr key={uncertainty.id} id={`usikkerhet-${uncertainty.number}`}>
              <Title {...{ t, locale, uncertainty }} />
              <td className="align-top">
                <Factor t={t} {...uncertainty} />
              </td>
              <td className="align-top">
                <Factor
                  t={t}
                  kind={uncertainty.kind}
                  probability={uncertainty.probabilityAfter}
                  consequence={uncertainty.consequenceAfter}
                />
              </td>
              {showsHistory && (
                <td className="align-top">
                  {uncertainty.factors.length > 1 ? (
                    <Sparkline
                      points={uncertainty.factors}
                      label={t('project.factorHistoryOf', { title: uncertainty.title })}
                      locale={locale}
                      width={120}
                    />
                  ) : (
                    <span className="muted">{t('project.factorSteady')}</span>
                  )}
                </td>
              )}
              <td className="min-w-56 align-top">
                <Actions t={t} locale={locale} actions={uncertainty.actions} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  )
}

function Title({ t, locale, uncertainty }: Pick<TableProps, 't' | 'locale'> & { uncertainty: NumberedUncertainty }) {
  return (
    <th scope="row" className="min-w-56 align-top font-normal">
      <span className="block text-sm muted">
        {uncertainty.number} · {t(`choices.uncertaintyStatus.${uncertainty.status}`)}
        {uncertainty.responsible && ` · ${uncertainty.responsible}`}
      </span>
      <Link href={uncertainty.href} prefetch={false} className="font-semibold underline underline-offset-4">
        {uncertainty.title}
      </Link>
      {uncertainty.occurredOn && (
        <span className="block text-sm">
          <Tag colour={uncertainty.kind === 'risk' ? 'danger' : 'success'}>
            {t('project.occurred', { date: formatDate(uncertainty.occurredOn, locale, 'short') })}
          </Tag>{' '}
          {uncertainty.ledTo}
        </span>
      )}
      {uncertainty.cause && (
        <span className="block text-sm">
          {t('project.cause')}: {uncertainty.cause}
        </span>
      )}
      {uncertainty.consequenceText && (
        <span className="block text-sm">
          {t('project.consequence')}: {uncertainty.consequenceText}
        </span>
      )}
    </th>
  )
}

function Actions({ t, locale, actions }: Pick<TableProps, 't' | 'locale'> & Pick<NumberedUncertainty, 'actions'>) {
  if (actions.length === 0) return <span className="muted">{t('project.noActions')}</span>
  return (
    <ul className="grid gap-1">
      {actions.map((action) => (
        <li key={action.id}>
          {action.text}{' '}
          <span className="text-sm muted">
            {action.isDone
              ? t('project.actionDone')
              : action.dueOn && t('project.due', { date: formatDate(action.dueOn, locale, 'short') })}
          </span>
        </li>
      ))}
    </ul>
  )
}
