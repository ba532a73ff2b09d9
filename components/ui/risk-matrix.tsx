import type { Translator } from '@/lib/platform/i18n'
import { riskLevel } from '@/lib/projects/rules'

export interface MatrixRisk {
  /** The number it has in the list beside the matrix. */
  number: number
  href: string
  title: string
  probability: number
  consequence: number
}

interface Props {
  t: Translator
  /** The colours turn about: a likely opportunity is good. */
  kind?: 'risk' | 'opportunity'
  caption: string
  risks: MatrixRisk[]
}

const steps = ['1', '2', '3', '4', '5'] as const

/** Risks by probability and consequence, 5 × 5. Colour shows the level, the small figure the factor. */
export function RiskMatrix({ t, kind = 'risk', caption, risks }: Props) {
  const consequence = t('project.consequence')
  return (
    <table className="risk-matrix" data-kind={kind}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col" className="align-bottom">
            {t('project.probability')}
          </th>
          {steps.map((step) => (
            <th key={step} scope="col">
              <span className="sr-only">{consequence} </span>
              {step}
              <span className="sr-only"> {t(`choices.consequence.${step}`)}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {steps.toReversed().map((step) => (
          <tr key={step}>
            <th scope="row">
              {step} {t(`choices.probability.${step}`)}
            </th>
            {steps.map((other) => (
              <Cell key={other} probability={Number(step)} consequence={Number(other)} risks={risks} />
            ))}
          </tr>
        ))}
      </tbody>
      <tfoot aria-hidden="true">
        <tr>
          <td />
          <td colSpan={5}>
            <span className="flex flex-wrap justify-between gap-x-2">
              <span>{t('choices.consequence.1')}</span>
              <span className="font-semibold">{consequence}</span>
              <span>{t('choices.consequence.5')}</span>
            </span>
          </td>
        </tr>
      </tfoot>
    </table>
  )
}

function Cell({ probability, consequence, risks }: { probability: number; consequence: number; risks: MatrixRisk[] }) {
  const here = risks.filter((risk) => risk.probability === probability && risk.consequence === consequence)
  return (
    <td data-level={riskLevel(probability, consequence)}>
      <span className="risk-factor" aria-hidden="true">
        {probability * consequence}
      </span>
      {here.map((risk) => (
        <a key={risk.number} href={risk.href} className="risk-number">
          {risk.number}
          <span className="sr-only">: {risk.title}</span>
        </a>
      ))}
    </td>
  )
}
