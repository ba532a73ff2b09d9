import 'server-only'
import type { UncertaintyKind } from '@/generated/prisma/enums'
import { countsBy } from '@/lib/lists/engine/queries'
import type { ListQuery } from '@/lib/lists/rules'
import type { Staff } from '@/lib/platform/actor'
import { read } from '@/lib/platform/db'
import { uncertaintyList } from '../lists/columns'
import { uncertaintySource } from '../lists/parts/queries'

export interface MatrixCell {
  kind: UncertaintyKind
  probability: number
  consequence: number
  count: number
}

/** How many uncertainties of the list stand at each probability and consequence, over every hit. One query. */
export function uncertaintyMatrix(actor: Staff, query: ListQuery): Promise<MatrixCell[]> {
  return read(actor, async (tx) => {
    const rows = await countsBy(tx, uncertaintyList, uncertaintySource(actor), query, ['slag', 'sannsynlighet', 'konsekvens'])
    return rows.map(({ values: [kind, probability, consequence], count }) => ({
      kind: kind as UncertaintyKind,
      probability: Number(probability),
      consequence: Number(consequence),
      count,
    }))
  })
}
