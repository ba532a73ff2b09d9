import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { type Evidence, type EvidenceFacts, type EvidenceLevel, evidenceOf } from './rules'

/** The evidence of a report that the viewer of the transaction may read: the same for all of them, whatever sections they see. */
export async function evidenceFor(tx: Tx, reportId: string): Promise<Evidence> {
  const [facts] = await tx.$queryRaw<EvidenceFacts[]>`
    SELECT has_measured_cost AS "hasMeasuredCost", has_measured_effect AS "hasMeasuredEffect", confirmed_by AS "confirmedBy", evaluations
    FROM report_evidence(${reportId}::uuid)`
  return evidenceOf(facts ?? { hasMeasuredCost: false, hasMeasuredEffect: false, confirmedBy: 0, evaluations: 0 })
}

/** The level of each of some reports, as far as the viewer may read them, by the id of the report. One query. */
export async function evidenceLevels(tx: Tx, reportIds: readonly string[]): Promise<Map<string, EvidenceLevel>> {
  const rows = await tx.$queryRaw<(EvidenceFacts & { id: string })[]>`
    SELECT r.id, e.has_measured_cost AS "hasMeasuredCost", e.has_measured_effect AS "hasMeasuredEffect", e.confirmed_by AS "confirmedBy", e.evaluations
    FROM unnest(${[...reportIds]}::uuid[]) AS r (id) CROSS JOIN LATERAL report_evidence(r.id) e`
  return new Map(rows.map(({ id, ...facts }) => [id, evidenceOf(facts).level]))
}
