import 'server-only'
import type { Tx } from '@/lib/platform/db'

/** The names of people by id, as far as the viewer of the transaction may see them. */
export async function namesOf(tx: Tx, ids: (string | null)[]): Promise<Map<string, string>> {
  const known = [...new Set(ids.flatMap((id) => id ?? []))]
  const people = await tx.person.findMany({ where: { id: { in: known } }, select: { id: true, name: true } })
  return new Map(people.map(({ id, name }) => [id, name]))
}

/** Everybody who works in a municipality now, in Norwegian order: whom a field can name. Guests of its projects are not among them. */
export function colleaguesIn(tx: Tx, municipalityId: string): Promise<{ id: string; name: string }[]> {
  return tx.$queryRaw`
    SELECT id, name FROM person WHERE municipality_id = ${municipalityId}::uuid AND status = 'active' AND home_person_id IS NULL
    ORDER BY name COLLATE "nb-NO-x-icu", id LIMIT 2000`
}

/** Whom a field of a project can name: colleagues, and the guests who are in it, with where they are from. */
export function peopleFor(tx: Tx, municipalityId: string, projectId: string): Promise<{ id: string; name: string }[]> {
  return tx.$queryRaw`
    SELECT p.id, p.name || coalesce(' (' || home.display_name || ')', '') AS name
    FROM person p LEFT JOIN municipality home ON home.id = p.home_municipality_id
    WHERE p.municipality_id = ${municipalityId}::uuid AND p.status = 'active' AND (p.home_person_id IS NULL
      OR EXISTS (SELECT 1 FROM project_member m WHERE m.project_id = ${projectId}::uuid AND m.person_id = p.id))
    ORDER BY p.name COLLATE "nb-NO-x-icu", p.id LIMIT 2000`
}
