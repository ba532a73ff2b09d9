import 'server-only'
import type { Tx } from '@/lib/platform/db'

/** The names of people by id, as far as the viewer of the transaction may see them. */
export async function namesOf(tx: Tx, ids: (string | null)[]): Promise<Map<string, string>> {
  const known = [...new Set(ids.flatMap((id) => id ?? []))]
  const people = await tx.person.findMany({ where: { id: { in: known } }, select: { id: true, name: true } })
  return new Map(people.map(({ id, name }) => [id, name]))
}

/** Everybody who works in a municipality now, in Norwegian order: whom a field can name. */
export function colleaguesIn(tx: Tx, municipalityId: string): Promise<{ id: string; name: string }[]> {
  return tx.$queryRaw`
    SELECT id, name FROM person WHERE municipality_id = ${municipalityId}::uuid AND status = 'active'
    ORDER BY name COLLATE "nb-NO-x-icu", id LIMIT 2000`
}
