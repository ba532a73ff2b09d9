import Link from 'next/link'
import type { UncertaintyKind } from '@/generated/prisma/enums'
import { type ListDefinition, type ListFilter, type ListQuery, listHref } from '@/lib/lists/rules'
import type { Translator } from '@/lib/platform/i18n'
import type { MatrixCell } from '@/lib/portfolio/matrix/queries'
import { riskLevel } from '@/lib/projects/rules'

interface Props {
  t: Translator
  definition: ListDefinition
  query: ListQuery
  cells: MatrixCell[]
}

const steps = [1, 2, 3, 4, 5] as const
const only = (value: string): ListFilter => ({ values: [value], from: null, to: null, isEmpty: false, isPresent: false })

/** All uncertainties of the list by probability and consequence; every number leads to the rows behind it. */
export function PortfolioMatrix({ t, definition, query, cells }: Props) {
  const kinds = (['risk', 'opportunity'] as const).filter((kind) => cells.some((cell) => cell.kind === kind))
  if (kinds.length === 0) return null
  return (
    <div className="mb-6 grid gap-6 lg:grid-cols-2">
      {kinds.map((kind) => (
        <Matrix key={kind} t={t} definition={definition} query={query} cells={cells} kind={kind} />
      ))}
    </div>
  )
}

function Matrix({ t, definition, query, cells, kind }: Props & { kind: UncertaintyKind }) {
  const consequence = t('project.consequence')
  const countAt = (p: number, c: number) =>
    cells.find((cell) => cell.kind === kind && cell.probability === p && cell.consequence === c)?.count ?? 0
  const hrefAt = (p: number, c: number) =>
    listHref(definition, query, {
      filters: { ...query.filters, slag: only(kind), sannsynlighet: only(String(p)), konsekvens: only(String(c)) },
    })
  return (
    <table className="risk-matrix" data-kind={kind}>
      <caption>{kind === 'risk' ? t('project.risks') : t('project.opportunities')}</caption>
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
        {steps.toReversed().map((p) => (
          <tr key={p}>
            <th scope="row">
              {p} {t(`choices.probability.${p}`)}
            </th>
            {steps.map((c) => {
              const count = countAt(p, c)
              return (
                <td key={c} data-level={riskLevel(p, c)}>
                  <span className="risk-factor" aria-hidden="true">
                    {p * c}
                  </span>
                  {count > 0 && (
                    <Link href={hrefAt(p, c)} prefetch={false} className="risk-number">
                      {count}
                      <span className="sr-only"> {t('portfolio.atFactor', { factor: p * c })}</span>
                    </Link>
                  )}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
