import 'server-only'
import { colleaguesIn } from '@/lib/people/names/queries'
import type { Staff } from '@/lib/platform/actor'
import { isoDateOrNull } from '@/lib/platform/dates'
import { read, type Tx } from '@/lib/platform/db'
import { mayChangeProgramme, mayMakeProgramme } from './policy'

/** The programmes of the own municipality, each with how many projects it holds. */
export function programmePage(actor: Staff) {
  return read(actor, async (tx) => {
    const rows = await tx.programme.findMany({
      where: { municipalityId: actor.municipality.id },
      orderBy: [{ title: 'asc' }, { id: 'asc' }],
      take: 200,
      select: { id: true, title: true, goal: true, manager: { select: { name: true } }, _count: { select: { projects: true } } },
    })
    return {
      programmes: rows.map(({ manager, _count, ...programme }) => ({
        ...programme,
        manager: manager?.name ?? null,
        projectCount: _count.projects,
      })),
      may: { make: mayMakeProgramme(actor) },
    }
  })
}

export type ProgrammeView = NonNullable<Awaited<ReturnType<typeof programmeView>>>

/** One programme of the own municipality, with what can be put into it; null for others'. */
export function programmeView(actor: Staff, id: string) {
  return read(actor, async (tx) => {
    const programme = await tx.programme.findFirst({
      where: { id, municipalityId: actor.municipality.id },
      include: { manager: { select: { name: true } }, projects: { select: { projectId: true } } },
    })
    if (!programme) return null
    const mayChange = mayChangeProgramme(actor, programme)
    return {
      id: programme.id,
      title: programme.title,
      goal: programme.goal,
      managerId: programme.managerId,
      manager: programme.manager?.name ?? null,
      startOn: isoDateOrNull(programme.startOn),
      endOn: isoDateOrNull(programme.endOn),
      version: programme.version,
      projectIds: programme.projects.map(({ projectId }) => projectId),
      candidates: mayChange ? await candidates(tx, actor, id) : [],
      people: mayChange ? await colleaguesIn(tx, actor.municipality.id) : [],
      may: { change: mayChange },
    }
  })
}

/** Who can lead a programme. */
export function programmePeople(actor: Staff) {
  return read(actor, (tx) => colleaguesIn(tx, actor.municipality.id))
}

/** The projects that can be put into a programme: own ones, and those other municipalities share with us. */
function candidates(
  tx: Tx,
  actor: Staff,
  programmeId: string,
): Promise<{ id: string; title: string; municipality: string; isOwn: boolean }[]> {
  return tx.$queryRaw`
    SELECT p.id, p.title, m.display_name AS municipality, p.municipality_id = ${actor.municipality.id}::uuid AS "isOwn"
    FROM project p JOIN municipality m ON m.id = p.municipality_id
    WHERE p.lifecycle IN ('active', 'waiting') AND NOT EXISTS (
      SELECT 1 FROM programme_project pp WHERE pp.programme_id = ${programmeId}::uuid AND pp.project_id = p.id)
    ORDER BY p.municipality_id <> ${actor.municipality.id}::uuid, m.display_name COLLATE "nb-NO-x-icu", p.title COLLATE "nb-NO-x-icu" LIMIT 500`
}
