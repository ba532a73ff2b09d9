import type { Translator } from '@/lib/platform/i18n'
import { riskLevel } from '@/lib/projects/rules'

export interface MatrixRisk {
  /** The number it has in the list beside the matrix. */
  number: number
  href: string
  title: string
  /** When it came true, if it did. */
  occurredOn: Date | string | null
  probability: number
  consequence: number
}

interface FrameProps {
  t: Translator
  /** The colours turn about: a likely opportunity is good. */
  kind?: 'risk' | 'opportunity'
  caption: string
  cell: (probability: number, consequence: number) => React.ReactNode
}

const steps = ['1', '2', '3', '4', '5'] as const

/** Probability by consequence, 5 × 5. Colour shows the level, the small figure the factor; `cell` says what stands there. */
export function MatrixFrame({ t, kind = 'risk', caption, cell }: FrameProps) {
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
              <td key={other} data-level={riskLevel(Number(step), Number(other))}>
                <span className="risk-factor" aria-hidden="true">
                  {Number(step) * Number(other)}
                </span>
                {cell(Number(step), Number(other))}
              </td>
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

/** Risks, or opportunities, where they stand; each number leads to the thing itself. */
export function RiskMatrix({ risks, ...frame }: Omit<FrameProps, 'cell'> & { risks: MatrixRisk[] }) {
  return (
    <MatrixFrame
      {...frame}
      cell={(probability, consequence) =>
        risks
          .filter((risk) => risk.probability === probability && risk.consequence === consequence)
          .map((risk) => (
            <a key={risk.number} href={risk.href} className="risk-number" data-occurred={risk.occurredOn ? true : undefined}>
              {risk.number}
              <span className="sr-only">
                : {risk.title}
                {risk.occurredOn && ` (${frame.t('project.hasOccurred')})`}
              </span>
            </a>
          ))
      }
    />
  )
}
