import { Section } from '@/components/ui/section'
import { Tag } from '@/components/ui/tag'
import type { UncertaintyKind, UncertaintyStatus } from '@/generated/prisma/enums'
import type { Translator } from '@/lib/platform/i18n'
import { formatDate, type Locale } from '@/lib/platform/locale'

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

/** High factors are told by word as well: the colour only helps the eye. */
function Factor({ t, probability, consequence }: { t: Translator; probability: number; consequence: number }) {
  const factor = probability * consequence
  const [colour, level] =
    factor >= 15 ? (['danger', 'high'] as const) : factor >= 6 ? (['warning', 'medium'] as const) : (['success', 'low'] as const)
  return (
    <span title={t('project.probabilityConsequence', { probability, consequence })}>
      <Tag colour={colour}>
        {factor} {t(`choices.risk.${level}`)}
      </Tag>
    </span>
  )
}

export function UncertaintySection({ t, locale, uncertainties }: Texts & { uncertainties: Uncertainty[] }) {
  return (
    <Section id="usikkerheter" title={t('project.uncertainties')} intro={t('project.uncertaintyIntro')}>
      {uncertainties.length === 0 ? (
        <p className="muted">{t('project.noUncertainties')}</p>
      ) : (
        <div className="table-scroll">
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
              {uncertainties.map((uncertainty) => (
                <tr key={uncertainty.id}>
                  <th scope="row" className="min-w-56 align-top font-normal">
                    <span className="block text-sm muted">
                      {t(`choices.uncertaintyKind.${uncertainty.kind}`)} · {t(`choices.uncertaintyStatus.${uncertainty.status}`)}
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
        </div>
      )}
    </Section>
  )
}
