import 'server-only'
import type { Actor } from '@/lib/platform/actor'
import { read, type Tx } from '@/lib/platform/db'
import type { FollowInput, FollowKind } from './input'
import { mayFollow } from './policy'

/** The row that says so, as far as the actor may read what is followed; null where there is no such thing. */
export async function targetOf(tx: Tx, { kind, subject }: FollowInput) {
  if (kind === 'technology') return { technology: subject.toLowerCase() }
  if (kind === 'project')
    return (await tx.project.findUnique({ where: { id: subject }, select: { id: true } })) && { projectId: subject }
  if (kind === 'report')
    return (await tx.experienceReport.findUnique({ where: { id: subject }, select: { id: true } })) && { reportId: subject }
  if (kind === 'theme') return (await tx.theme.findUnique({ where: { code: subject } })) && { themeCode: subject }
  const municipality = await tx.municipality.findFirst({ where: { number: subject }, select: { id: true } })
  return municipality && { followedMunicipalityId: municipality.id }
}

/** Things that can be followed, with the id of the actor's follow of each, or null; none for those who cannot follow. One query. */
export function withFollows<Thing extends FollowInput>(
  actor: Actor,
  things: Thing[],
): Promise<(Thing & { followId: string | null })[]> {
  if (!mayFollow(actor)) return Promise.resolve([])
  return read(actor, async (tx) => {
    const rows = await tx.follow.findMany({
      where: { personId: actor.personId },
      select: {
        ...{ id: true, technology: true, themeCode: true, projectId: true, reportId: true },
        followedMunicipality: { select: { number: true } },
      },
    })
    const followed = new Map(
      rows.flatMap(({ id, followedMunicipality, ...row }): [string, string][] => [
        [`technology ${row.technology}`, id],
        [`theme ${row.themeCode}`, id],
        [`project ${row.projectId}`, id],
        [`report ${row.reportId}`, id],
        [`municipality ${followedMunicipality?.number}`, id],
      ]),
    )
    const keyOf = ({ kind, subject }: FollowInput) => `${kind} ${kind === 'technology' ? subject.toLowerCase() : subject}`
    return things.map((thing) => ({ ...thing, followId: followed.get(keyOf(thing)) ?? null }))
  })
}

interface Followed {
  id: string
  kind: FollowKind
  /** A title or a name; the code of a theme. */
  name: string
  path: string
}

/** All the actor follows, by name. What they may no longer read is left out. */
export function myFollows(actor: Exclude<Actor, { kind: 'visitor' }>) {
  return read(actor, async (tx) => {
    const rows = await tx.follow.findMany({
      where: { personId: actor.personId },
      orderBy: { createdAt: 'desc' },
      take: 200,
      select: {
        id: true,
        technology: true,
        themeCode: true,
        project: { select: { id: true, title: true } },
        report: { select: { slug: true, title: true } },
        followedMunicipality: { select: { number: true, displayName: true } },
      },
    })
    return rows.flatMap(({ id, technology, themeCode, project, report, followedMunicipality }): Followed[] => {
      if (technology)
        return [{ id, kind: 'technology', name: technology, path: `/erfaringer?q=${encodeURIComponent(technology)}` }]
      if (themeCode) return [{ id, kind: 'theme', name: themeCode, path: `/erfaringer?tema=${encodeURIComponent(themeCode)}` }]
      if (project) return [{ id, kind: 'project', name: project.title, path: `/prosjekter/${project.id}` }]
      if (report) return [{ id, kind: 'report', name: report.title, path: `/erfaringer/${report.slug}` }]
      if (!followedMunicipality) return []
      const { number, displayName } = followedMunicipality
      return [{ id, kind: 'municipality', name: displayName, path: `/kommuner/${number}` }]
    })
  })
}
