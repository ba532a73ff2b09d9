import { RiskMatrix } from '@/components/ui/risk-matrix'
import { Section } from '@/components/ui/section'
import { TableScroll } from '@/components/ui/table-scroll'
import { Tag } from '@/components/ui/tag'
import type { UncertaintyKind, UncertaintyStatus } from '@/generated/prisma/enums'
import type { Translator } from '@/lib/platform/i18n'
import { formatDate, type Locale } from '@/lib/platform/locale'
import { riskLevel } from '@/lib/projects/rules'

interface Texts {
  t: Translator
  locale: Locale
}

interface Uncertainty {
  id: string
  kind: UncertaintyKind
  title: string
  cause: string
  consequenceText: string
  status: UncertaintyStatus
  probability: number
  consequence: number
  probabilityAfter: number
  consequenceAfter: number
  actions: { id: string; text: string; dueOn: string | null; isDone: boolean }[]
}

const levelColours = { low: 'success', medium: 'warning', high: 'danger' } as const

/** High factors are told by word as well: the colour only helps the eye. */
function Factor({ t, probability, consequence }: { t: Translator; probability: number; consequence: number }) {
  const level = riskLevel(probability, consequence)
  return (
    <span title={t('project.probabilityConsequence', { probability, consequence })}>
      <Tag colour={levelColours[level]}>
        {probability * consequence} {t(`choices.risk.${level}`)}
      </Tag>
    </span>
  )
}

/** Where the risks that still matter stood before anything was done about them, and where they stand after. */
function Matrices({ t, uncertainties }: { t: Translator; uncertainties: Uncertainty[] }) {
  const risks = uncertainties
    .map((uncertainty, index) => ({ ...uncertainty, number: index + 1 }))
    .filter(({ kind, status }) => kind === 'risk' && status !== 'obsolete')
  if (risks.length === 0) return null
  return (
    <div className="grid gap-2">
      <div className="grid gap-6 xl:grid-cols-2">
        <RiskMatrix t={t} caption={t('project.matrixBefore')} risks={risks} />
        <RiskMatrix
          t={t}
          caption={t('project.matrixAfter')}
          risks={risks.map((risk) => ({ ...risk, probability: risk.probabilityAfter, consequence: risk.consequenceAfter }))}
        />
      </div>
      <p className="text-sm muted">{t('project.matrixHint')}</p>
    </div>
  )
}

export function UncertaintySection({ t, locale, uncertainties }: Texts & { uncertainties: Uncertainty[] }) {
  return (
    <Section id="usikkerheter" title={t('project.uncertainties')} intro={t('project.uncertaintyIntro')}>
      {uncertainties.length === 0 ? (
        <p className="muted">{t('project.noUncertainties')}</p>
      ) : (
        <>
          <Matrices t={t} uncertainties={uncertainties} />
          <Table t={t} locale={locale} uncertainties={uncertainties} />
        </>
      )}
    </Section>
  )
}

function Table({ t, locale, uncertainties }: Texts & { uncertainties: Uncertainty[] }) {
  return (
    <TableScroll label={t('project.uncertainties')}>
      <table className="ds-table" data-border="true">
        <thead>
          <tr>
            <th scope="col">{t('project.uncertainty')}</th>
            <th scope="col">{t('project.factorBefore')}</th>
            <th scope="col">{t('project.factorAfter')}</th>
            <th scope="col">{t('project.actions')}</th>
          </tr>
        </thead>
        <tbody>
          {uncertainties.map((uncertainty, index) => (
            <tr key={uncertainty.id} id={`usikkerhet-${index + 1}`}>
              <th scope="row" className="min-w-56 align-top font-normal">
                <span className="block text-sm muted">
                  {index + 1} · {t(`choices.uncertaintyKind.${uncertainty.kind}`)} ·{' '}
                  {t(`choices.uncertaintyStatus.${uncertainty.status}`)}
                </span>
                <span className="font-semibold">{uncertainty.title}</span>
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
              <td className="align-top">
                <Factor t={t} probability={uncertainty.probability} consequence={uncertainty.consequence} />
              </td>
              <td className="align-top">
                <Factor t={t} probability={uncertainty.probabilityAfter} consequence={uncertainty.consequenceAfter} />
              </td>
              <td className="min-w-56 align-top">
                <ul className="grid gap-1">
                  {uncertainty.actions.map((action) => (
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
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  )
}
