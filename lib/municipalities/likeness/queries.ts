import 'server-only'
import { type Actor, municipalityOf } from '@/lib/platform/actor'
import { read, type Tx } from '@/lib/platform/db'
import { readKept, weightsIn } from './input'
import { byLikeness, type ComparedMunicipality, type LikeMunicipality, type Likeness, likeness, type Standpoint } from './rules'

/**
 * Where the actor stands: staff in their own municipality, others in the one they have said they are from; and what counts to them. `kept`
 * is what their browser remembers.
 */
export async function standpointOf(actor: Actor, kept: string): Promise<Standpoint> {
  const said = readKept(kept)
  const weights = weightsIn(said)
  const own = municipalityOf(actor)
  if (own) return { municipality: { id: own.id, number: own.number, name: own.name }, weights }
  if (!said.som) return { municipality: null, weights }
  return read(actor, async (tx) => {
    const row = await tx.municipality.findUnique({
      where: { number: said.som },
      select: { id: true, number: true, displayName: true },
    })
    return { municipality: row && { id: row.id, number: row.number, name: row.displayName }, weights }
  })
}

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

/** The municipalities most like that of the reader, each with why, the most alike first; none for those who are from nowhere. One query. */
export async function likeMunicipalities(
  tx: Tx,
  { municipality, weights }: Standpoint,
  limit: number,
): Promise<LikeMunicipality[]> {
  if (!municipality) return []
  const all = await comparedMunicipalities(tx)
  const self = all.find(({ id }) => id === municipality.id)
  return self ? byLikeness(self, all, weights).slice(0, limit) : []
}

/** How alike the reader's municipality and the one with a number are; null where they are the same, or the reader is from nowhere. One query. */
export async function likenessTo(actor: Actor, { municipality, weights }: Standpoint, number: string): Promise<Likeness | null> {
  if (!municipality || municipality.number === number) return null
  const all = await read(actor, comparedMunicipalities)
  const [own, other] = [municipality.number, number].map((wanted) => all.find((one) => one.number === wanted))
  return own && other ? likeness(own, other, weights) : null
}

export interface LikeOne extends LikeMunicipality {
  takesPart: boolean
  /** What this reader can see of it. */
  reportCount: number
}

/** The municipalities most like the one with a number, with how much each shares; null for an unknown number. Two queries. */
export function likeThe(actor: Actor, number: string, { municipality: from, weights }: Standpoint, limit: number) {
  return read(actor, async (tx) => {
    const all = await comparedMunicipalities(tx)
    const self = all.find((one) => one.number === number)
    if (!self) return null
    const own = from && all.find(({ id }) => id === from.id)
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
      SELECT number AS value, array_to_string(display_name || parallel_names, ' – ') AS text FROM municipality ORDER BY display_name COLLATE "nb-NO-x-icu"`,
  )
}
