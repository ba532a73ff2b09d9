import Link from 'next/link'
import { MatrixFrame } from '@/components/ui/risk-matrix'
import type { UncertaintyKind } from '@/generated/prisma/enums'
import { type ListDefinition, type ListFilter, type ListQuery, listHref } from '@/lib/lists/rules'
import type { Translator } from '@/lib/platform/i18n'
import type { MatrixCell } from '@/lib/portfolio/matrix/queries'

interface Props {
  t: Translator
  definition: ListDefinition
  query: ListQuery
  cells: MatrixCell[]
}

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
  const countAt = (p: number, c: number) =>
    cells.find((cell) => cell.kind === kind && cell.probability === p && cell.consequence === c)?.count ?? 0
  const hrefAt = (p: number, c: number) =>
    listHref(definition, query, {
      filters: { ...query.filters, slag: only(kind), sannsynlighet: only(String(p)), konsekvens: only(String(c)) },
    })
  return (
    <MatrixFrame
      t={t}
      kind={kind}
      caption={kind === 'risk' ? t('project.risks') : t('project.opportunities')}
      cell={(p, c) => {
        const count = countAt(p, c)
        if (count === 0) return null
        return (
          <Link href={hrefAt(p, c)} prefetch={false} className="risk-number">
            {count}
            <span className="sr-only"> {t('portfolio.atFactor', { factor: p * c })}</span>
          </Link>
        )
      }}
    />
  )
}
