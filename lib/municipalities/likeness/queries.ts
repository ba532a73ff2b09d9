import 'server-only'
import type { Actor } from '@/lib/platform/actor'
import { read, type Tx } from '@/lib/platform/db'
import { byLikeness, type ComparedMunicipality, type LikeMunicipality, likeness, standardWeights, type Weights } from './rules'

/**
 * Every municipality as it is compared, in Norwegian order. What it uses is read from what the viewer may read, so that likeness
 * betrays nothing that is not shared with them. One query.
 */
export function comparedMunicipalities(tx: Tx): Promise<ComparedMunicipality[]> {
  return tx.$queryRaw<ComparedMunicipality[]>`
    WITH used AS (
      SELECT municipality_id, unnest(technologies) AS technology FROM experience_report WHERE status = 'published'
      UNION SELECT municipality_id, unnest(technologies) FROM project WHERE lifecycle <> 'stopped'
    ), technologies AS (SELECT municipality_id, array_agg(technology ORDER BY technology) AS names FROM used GROUP BY 1
    ), collaborations AS (
      SELECT cm.municipality_id, array_agg(c.name ORDER BY c.name) AS names
      FROM collaboration_member cm JOIN collaboration c ON c.id = cm.collaboration_id GROUP BY 1)
    SELECT m.id, m.number, m.display_name AS name, m.county, m.population, m.centrality_class AS "centralityClass", m.kostra_group AS "kostraGroup",
      coalesce(c.names, '{}') AS collaborations, coalesce(t.names, '{}') AS technologies
    FROM municipality m LEFT JOIN technologies t ON t.municipality_id = m.id LEFT JOIN collaborations c ON c.municipality_id = m.id
    ORDER BY m.display_name COLLATE "nb-NO-x-icu"`
}

/** The municipalities most like one, each with why, the most alike first. One query. */
export async function likeMunicipalities(
  tx: Tx,
  municipalityId: string,
  weights: Weights = standardWeights,
  limit = 10,
): Promise<LikeMunicipality[]> {
  const all = await comparedMunicipalities(tx)
  const self = all.find(({ id }) => id === municipalityId)
  return self ? byLikeness(self, all, weights).slice(0, limit) : []
}

export interface LikeOne extends LikeMunicipality {
  takesPart: boolean
  /** What this reader can see of it. */
  reportCount: number
}

/** The municipalities most like the one with a number, with how much each shares; null for an unknown number. Two queries. */
export function likeThe(actor: Actor, number: string, weights: Weights, limit: number) {
  return read(actor, async (tx) => {
    const all = await comparedMunicipalities(tx)
    const self = all.find((one) => one.number === number)
    if (!self) return null
    const own = actor.kind === 'staff' && all.find(({ id }) => id === actor.municipality.id)
    const shared = await tx.$queryRaw<{ id: string; reportCount: number }[]>`
      SELECT p.municipality_id AS id, (SELECT count(*)::int FROM experience_report r
        WHERE r.municipality_id = p.municipality_id AND r.status = 'published') AS "reportCount" FROM participation p`
    const counts = new Map(shared.map(({ id, reportCount }) => [id, reportCount]))
    const found = byLikeness(self, all, weights).map((like): LikeOne => {
      const reportCount = counts.get(like.municipality.id)
      return { ...like, takesPart: reportCount !== undefined, reportCount: reportCount ?? 0 }
    })
    return {
      self,
      /** How alike the reader's own municipality is, when it is another. */
      ours: own && own.id !== self.id ? likeness(own, self, weights) : null,
      all: found.slice(0, limit),
      sharing: found.filter(({ reportCount }) => reportCount > 0).slice(0, limit),
    }
  })
}

/** Every municipality as something to choose in a list, in Norwegian order. One query. */
export function municipalityChoices(actor: Actor): Promise<{ value: string; text: string }[]> {
  return read(
    actor,
    (tx) => tx.$queryRaw<{ value: string; text: string }[]>`
      SELECT number AS value, display_name AS text FROM municipality ORDER BY display_name COLLATE "nb-NO-x-icu"`,
  )
}
