import 'server-only'
import { likeMunicipalities } from '@/lib/municipalities/likeness/queries'
import type { Standpoint } from '@/lib/municipalities/likeness/rules'
import { type Actor, municipalityOf } from '@/lib/platform/actor'
import type { Tx } from '@/lib/platform/db'
import { adoptersOf } from '@/lib/sharing/reuse/queries'
import type { Askable, WhomToAsk } from './rules'

/** How many municipalities there are, and more. */
const everyone = 1000

/** The source of a report and those who have done the same, as far as the actor may read of it, by how alike they are from where the actor stands. */
export async function whomToAsk(
  tx: Tx,
  actor: Actor,
  report: { id: string; municipalityId: string },
  standpoint: Standpoint,
): Promise<WhomToAsk> {
  const own = municipalityOf(actor)?.id ?? null
  const adopters = (await adoptersOf(tx, report.id)).filter((id) => id !== own && id !== report.municipalityId)
  const rows = await tx.municipality.findMany({
    where: { id: { in: [...adopters, report.municipalityId] } },
    orderBy: { displayName: 'asc' },
    select: { id: true, number: true, displayName: true },
  })
  const likes = adopters.length > 0 ? await likeMunicipalities(tx, standpoint, everyone) : []
  const places = new Map(likes.map((like, index) => [like.municipality.id, { ...like, index }]))
  const askable = rows.map(({ displayName: name, ...row }): Askable => {
    const like = places.get(row.id)
    return { ...row, name, score: like?.score ?? null, reasons: like?.reasons ?? [] }
  })
  const placeOf = ({ id }: Askable) => places.get(id)?.index ?? everyone
  return {
    source: report.municipalityId === own ? null : (askable.find(({ id }) => id === report.municipalityId) ?? null),
    users: askable.filter(({ id }) => id !== report.municipalityId).toSorted((a, b) => placeOf(a) - placeOf(b)),
  }
}
